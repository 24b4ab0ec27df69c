import type { PreparedPack } from '../core/auditing.ts'

/** First bytes of a file of prepared rules. Read as a number of this machine, it also tells whether its bytes stand in the same order here. */
const mark = 0x31504c43

type Extent = readonly [start: number, bytes: number]

/** The beginning of the file: what is small, and where everything else stands, in bytes behind this part. */
interface Contents {
  readonly head: PreparedPack['head']
  readonly tables: Readonly<Record<string, Extent>>
  readonly texts: Readonly<Record<string, Extent>>
  readonly weights: Extent
}

const alignment = 8

/** Writes a prepared pack as the bytes of one file. */
export function packFile(
  pack: PreparedPack,
  names: {
    readonly tables: readonly Parameters<PreparedPack['table']>[0][]
    readonly texts: readonly Parameters<PreparedPack['text']>[0][]
  },
): Buffer {
  const parts: Buffer[] = []
  let length = 0
  const add = (bytes: Uint8Array): Extent => {
    const extent = [length, bytes.length] as const
    const padding = Buffer.alloc((alignment - (bytes.length % alignment)) % alignment)
    parts.push(Buffer.from(bytes), padding)
    length += bytes.length + padding.length
    return extent
  }
  const bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array | Float64Array) =>
    new Uint8Array(buffer, byteOffset, byteLength)
  const contents: Contents = {
    head: pack.head,
    tables: Object.fromEntries(names.tables.map((name) => [name, add(bytesOf(pack.table(name)))])),
    weights: add(bytesOf(pack.weights())),
    texts: Object.fromEntries(names.texts.map((name) => [name, add(Buffer.from(pack.text(name)))])),
  }
  const json = Buffer.from(JSON.stringify(contents))
  const lead = Buffer.alloc(alignment)
  lead.set(new Uint8Array(Uint32Array.of(mark, json.length).buffer))
  return Buffer.concat([lead, json, Buffer.alloc((alignment - (json.length % alignment)) % alignment), ...parts])
}

/** Reads what `packFile` wrote without copying it; null when the file was written for another kind of machine. */
export function readPackFile(file: Buffer): PreparedPack | null {
  // Views need their place in memory to be a multiple of their size.
  const bytes = file.byteOffset % alignment === 0 ? file : Buffer.from(new Uint8Array(file).buffer)
  const [found, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2)
  if (found !== mark) return null
  const contents = JSON.parse(bytes.toString('utf8', alignment, alignment + length)) as Contents // what packFile wrote
  const start = alignment + Math.ceil(length / alignment) * alignment
  const place = ([from, size]: Extent = [0, 0]) => ({ from: bytes.byteOffset + start + from, size })
  return {
    head: contents.head,
    table: (name) => {
      const { from, size } = place(contents.tables[name])
      return new Int32Array(bytes.buffer, from, size / 4)
    },
    weights: () => {
      const { from, size } = place(contents.weights)
      return new Float64Array(bytes.buffer, from, size / 8)
    },
    text: (name) => {
      const [from, size] = contents.texts[name] ?? [0, 0]
      return bytes.toString('utf8', start + from, start + from + size)
    },
  }
}
