import type { Language } from '../core/vocabulary.ts'

/** The configuration that `init` writes, by the language of its comments. Every line that is commented out is an example. */
export const starterConfig: Readonly<Record<Language, string>> = {
  en: `# How claimlint audits the sales copy in this folder. All paths are relative to this file.

# The documents. Without this key: every Markdown and YAML file below, less what .gitignore leaves out.
files:
  - "**/*.md"
  - "**/*.{yaml,yml}"
# Left out of them:
# ignore: [drafts, "**/*.draft.md"]

# Markets whose law decides how severe a finding is: us, eu, uk, cn, hk, tw.
# None: those the language of the copy is aimed at (English us, eu, uk; Simplified Chinese cn; Traditional hk, tw).
# markets: [eu, us]

# b2b drops provisions that protect consumers only. channel adds the rules of a marketplace:
# amazon, ebay, google-merchant, walmart, alibaba.
# audience: b2b
# channel: amazon

# Severity by rule or by family: error, warning, info or off. "claimlint rules" lists the rules.
rules: {}
#   price/lowest-price: warning
#   vague: off

# The exit code is 1 from this severity on (error, warning, info, never), or with more warnings than this.
failOn: error
# maxWarnings: 20

# What the company vouches for, and the proofs on file.
# company: company.yaml
# facts: ["facts/*.yaml"]
# evidence: ["evidence/*.yaml"]

# Folders of your own rules, in the format of the built-in ones.
# packs: [./our-rules]

# Keys of YAML and front matter that are copy, or are not.
# fields:
#   audit: [tagline]
#   ignore: [internalNote]
`,
  zh: `# claimlint 如何审核本文件夹里的营销文案。所有路径都相对于本文件。

# 要审核的文件。不写则为下面所有 Markdown 与 YAML 文件（.gitignore 排除的除外）。
files:
  - "**/*.md"
  - "**/*.{yaml,yml}"
# 其中不审核的：
# ignore: [drafts, "**/*.draft.md"]

# 目标市场，其法规决定严重程度：us、eu、uk、cn、hk、tw。
# 不写则按文案语言：英文 us、eu、uk；简体 cn；繁体 hk、tw。
# markets: [cn]

# b2b 不适用只保护消费者的条款；channel 另加平台规则：
# amazon、ebay、google-merchant、walmart、alibaba。
# audience: b2c
# channel: alibaba

# 按规则或类别设定级别：error、warning、info 或 off。规则清单：claimlint rules
rules: {}
#   price/lowest-price: warning
#   vague: off

# 达到此级别（error、warning、info、never）或警告超过此数时，退出码为 1。
failOn: error
# maxWarnings: 20

# 企业资料与已归档的证据。
# company: company.yaml
# facts: ["facts/*.yaml"]
# evidence: ["evidence/*.yaml"]

# 自有规则的文件夹，格式与内置规则相同。
# packs: [./our-rules]

# YAML 与 front matter 中哪些键是文案、哪些不是。
# fields:
#   audit: [tagline]
#   ignore: [internalNote]
`,
}
