/** How the program ends: scripts and CI decide by these numbers. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, defect: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
