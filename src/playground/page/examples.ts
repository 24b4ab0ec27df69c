import type { Language } from '../../core/model/rule.ts'

/** A text and facts to try the page with, ours. */
export const examples: Readonly<Record<Language, { readonly copy: string; readonly facts: string }>> = {
  en: {
    copy: `# Hillcrest desk lamp

The best desk lamp in Europe, at the lowest price. Hillcrest has been making lamps in its own factory for over 20 years, and nine out of ten customers buy again.

- 100% recyclable packaging
- CE certified
- Free lifetime warranty
- Ships within 24 hours

Measured in March 2026 by the Hanbo test house (report HB-26-1140): 480 lumen at 6 W.
`,
    facts: `businessType: trading company
foundingDate: 2016
warranty: 24 months
`,
  },
  zh: {
    copy: `# 山顶牌台灯

全网最低价，国家级品质，顶级设计。我们是源头工厂，专注灯具20年，十个客户九个回购。

- 100%可降解包装
- 通过CE认证
- 终身免费保修
- 48小时内发货

2026年3月由汉博检测中心实测（报告编号 HB-26-1140）：光通量480流明，功率6瓦。
`,
    facts: `businessType: 贸易公司
foundingDate: 2016
warranty: 24个月
`,
  },
}
