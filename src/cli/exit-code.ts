/** How the program ends: scripts and CI decide by these numbers; a signal is 128 and its own, as in shells. */
export const exitCodes = { clean: 0, findings: 1, usage: 2, defect: 3, interrupted: 130, terminated: 143 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
