import type { Value } from '../../src/core/documents/values.ts'
import type { MappedText } from '../../src/core/model/document.ts'

/** Every text of a value, keys left out, in source order; an alias has none of its own. */
export function textsOf(value: Value): MappedText[] {
  switch (value.kind) {
    case 'text':
      return [value.text]
    case 'list':
      return value.items.flatMap(textsOf)
    case 'map':
      return value.entries.flatMap((entry) => textsOf(entry.value))
    case 'alias':
      return []
  }
}
