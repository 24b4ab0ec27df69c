import type { Scalar } from 'yaml'
import type { MappedText } from '../model/document.ts'
import type { Span } from '../model/span.ts'
import { blockScalar } from './yaml-block-scalar.ts'
import { doubleQuotedScalar, plainScalar, singleQuotedScalar } from './yaml-flow-scalar.ts'

/** Reads the token again, character by character; null when it is of no kind that has characters. */
function readToken(scalar: Scalar.Parsed): MappedText | null {
  const token = scalar.srcToken
  switch (token?.type) {
    case 'scalar':
      return plainScalar(token.source, token.offset)
    case 'single-quoted-scalar':
      return singleQuotedScalar(token.source, token.offset)
    case 'double-quoted-scalar':
      return doubleQuotedScalar(token.source, token.offset)
    case 'block-scalar': {
      const [header] = token.props
      return blockScalar({
        header: header && 'source' in header ? header.source : '',
        body: token.source,
        offset: scalar.range[1] - token.source.length,
        parentIndent: token.indent,
      })
    }
    default:
      return null
  }
}

/**
 * The value of a scalar with its place; offsets are those of the parsed stream.
 * The library's value is the truth: where our reading differs from it, all of the value maps to all of the scalar.
 */
export function mapScalar(scalar: Scalar.Parsed): MappedText {
  const text = String(scalar.source ?? scalar.value)
  const mapped = readToken(scalar)
  if (mapped?.text === text) return mapped
  const source: Span = { start: scalar.range[0], end: scalar.range[1] }
  return { text, runs: text === '' ? [] : [{ text: { start: 0, end: text.length }, source }] }
}
