import { type LineSettings, lineFault, lineJson, type ReadLine, readLine } from '../../core/auditing.ts'
import { registersOf } from '../background.ts'
import type { StreamOptions } from '../commands/stream.ts'
import { configChoice, configChooser } from '../config/find.ts'
import { type ExitCode, exitCodes } from '../exit-code.ts'
import type { Source } from '../files/source.ts'
import { groupSources } from '../groups.ts'
import { type Io, print } from '../io.ts'
import { localeLanguage } from '../locale.ts'
import { onFileFor } from '../on-file.ts'
import { packageManifest } from '../package-manifest.ts'
import { settingsOf } from '../run-audit.ts'
import { isInShard, type Shard, shardOf } from '../scale/shard.ts'
import { type Line, linesOf } from './lines.ts'

/** Answers are handed over in pieces of about this many UTF-16 units. */
const pieceLength = 64 * 1024

/** Audits the records on standard input, one answer a line, in their order. Findings are no failure. Throws E_CONFIG, E_RULE, E_USAGE. */
export async function stream(options: StreamOptions, io: Io): Promise<ExitCode> {
  const shard = options.shard === undefined ? null : shardOf(options.shard, io.env)
  const settings = await lineSettings(options, io)
  let piece = ''
  let number = 0
  for await (const line of linesOf(io.stdin)) {
    number += 1
    const answer = answerTo(line, number, { settings, shard })
    if (answer === null) continue
    piece += `${answer}\n`
    if (piece.length < pieceLength) continue
    await print(io.stdout, piece)
    piece = ''
    if (io.stdout.destroyed) return exitCodes.clean // nobody reads on
  }
  await print(io.stdout, piece)
  return exitCodes.clean
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** null for a record of another shard; lines that are no records belong to the first. */
function answerTo(
  line: Line,
  number: number,
  { settings, shard }: { readonly settings: LineSettings; readonly shard: Shard | null },
): string | null {
  const { name, answer } = read(line, number, settings)
  const isOurs = shard === null || (name === null ? shard.index === 1 : isInShard(name, shard))
  return isOurs ? lineJson(answer()) : null
}

function read(line: Line, number: number, settings: LineSettings): ReadLine {
  if (line === null) return lineFault(number, 'the line is longer than 20 MB; split the record')
  const text = decoded(line)
  return text === null ? lineFault(number, 'the line is not UTF-8') : readLine(text, number, settings)
}

function decoded(line: Buffer): string | null {
  try {
    return decoder.decode(line)
  } catch {
    return null
  }
}

async function lineSettings(options: StreamOptions, io: Io): Promise<LineSettings> {
  const configFor = configChooser(configChoice(options.config, io.cwd), io.cwd)
  const config = configFor(io.cwd)
  const source: Source = { path: 'stdin.jsonl', file: null, origin: 'named', config, obstacle: null }
  const [group] = await groupSources([source], options, io.cwd)
  if (!group) throw new Error('a source has a group')
  return {
    group: {
      pack: group.pack,
      settings: settingsOf(group, options, options.asOf ?? io.today()),
      ...registersOf(group, io.cwd),
      onFile: onFileFor({ group, operands: ['-'], cwd: io.cwd, past: null }, options),
    },
    report: {
      language: options.language ?? localeLanguage(io.env),
      toolVersion: packageManifest().version,
      ledger: 'findings',
    },
    reading: { fields: config.fields, limits: config.limits },
  }
}
