import { ClaimlintError } from '../core/vocabulary.ts'
import { errorText } from './error-text.ts'
import { type ExitCode, exitCodes } from './exit-code.ts'
import { type Io, leaveErrorsToPrinting, print } from './io.ts'
import { packageManifest } from './package-manifest.ts'
import { runProgram } from './program.ts'

export type { ExitCode } from './exit-code.ts'
export type { Io } from './io.ts'

/** Runs claimlint on its arguments (without node and script); the number is the exit code. Never throws. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  leaveErrorsToPrinting(io.stdout)
  leaveErrorsToPrinting(io.stderr)
  try {
    return await runProgram(argv, io)
  } catch (error) {
    const isUsage = error instanceof ClaimlintError
    await print(io.stderr, isUsage ? `${errorText(error)}\n` : defectText(error)).catch(() => {}) // nobody left to tell
    return isUsage ? exitCodes.usage : exitCodes.defect
  }
}

/** The world as the process has it. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    today: () => new Date().toISOString().slice(0, 10),
    onSignal: (act) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => act(signal))
    },
  }
}

function defectText(error: unknown): string {
  return [
    'claimlint: this is a defect of claimlint, not of your documents.',
    stackOf(error),
    `Please report it with these lines and, if you may share it, the document: claimlint ${packageManifest().version}, Node ${process.version}, ${process.platform}.`,
    '',
  ].join('\n')
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const cause = error.cause === undefined ? '' : `\nCaused by: ${stackOf(error.cause)}`
  return (error.stack ?? error.message) + cause
}
