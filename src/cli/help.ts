import type { Command } from 'commander'

/** Above the list of commands. */
export const helpBefore = ''

/** Below the list of commands: what the default command understands, examples and exit codes. */
export function helpAfter(audit: Command): string {
  return `\n${auditOptions(audit)}\n${examples}`
}

function auditOptions(audit: Command): string {
  const text = audit.createHelp().formatHelp(audit, audit.createHelp())
  const sections = text
    .split('\n\n')
    .filter((section) => /^(?:Report|What to judge|Rules|Configuration):/.test(section))
  return sections
    .map((section) =>
      section.replace(/^/, 'Audit: ').replace(/: (.)/, (_, first: string) => `: ${first.toLowerCase()}`),
    )
    .join('\n\n')
}

const examples = `Examples:
  claimlint                              audit this folder
  claimlint products page.md             a folder and a file
  claimlint --market eu,us --channel amazon listings
  claimlint -f json -o report.json       a report for programs
  claimlint - --stdin-filename page.md   what an editor sends
  claimlint explain price/lowest-price   why a rule asks
  claimlint ./rules                      a folder that is called like a command

Exit codes:
  0  nothing at or above --fail-on
  1  findings
  2  wrong usage, configuration or rule, or a path that matches nothing
  3  a defect of claimlint itself
A document that cannot be read is a finding and never hides the others.
`
