import type { Command } from 'commander'

/** Below the list of commands: what the default command understands, examples and exit codes. */
export function helpAfter(audit: Command): string {
  return `\n${auditSections(audit)}\n\n${examples}`
}

/** The option sections of audit, which are those of the program as long as no command is named. */
function auditSections(audit: Command): string {
  return audit
    .helpInformation()
    .split(/\n{2,}/)
    .filter((section) => /^(?:Report|Known and changed|What to judge|Proof|Rules|Configuration):/.test(section))
    .map((section) => `Options of audit, ${section.charAt(0).toLowerCase()}${section.slice(1).trimEnd()}`)
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
