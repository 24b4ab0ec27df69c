/** Sequences of words as a tree in arrays: what can follow at each node, and which values end there. */
export interface Trie {
  /** Node behind the first word, by its number; -1: nothing begins with it. */
  readonly root: Int32Array
  /** Pairs `word, node`, sorted by word within a node. */
  readonly edges: Int32Array
  /** Index of the first edge of each node, and behind the last node their number. */
  readonly edgesAt: Int32Array
  readonly ends: Int32Array
  /** Index of the first end of each node, and behind the last node their number. */
  readonly endsAt: Int32Array
}

/** A sequence of words and a value of its own. */
export interface Sequence {
  readonly words: readonly number[]
  readonly value: number
}

interface Node {
  readonly next: Map<number, number>
  readonly values: Set<number>
}

/** Builds the tree; `wordCount`: how many words there are in all. Sequences are not empty. */
export function trieOf(sequences: readonly Sequence[], wordCount: number): Trie {
  const nodes: Node[] = []
  const first = new Map<number, number>()
  for (const { words, value } of sequences) {
    let next = first
    let node: Node | undefined
    for (const word of words) {
      let number = next.get(word)
      if (number === undefined) {
        number = nodes.push({ next: new Map(), values: new Set() }) - 1
        next.set(word, number)
      }
      node = nodes[number]
      next = node?.next ?? first
    }
    node?.values.add(value)
  }
  const root = new Int32Array(wordCount).fill(-1)
  for (const [word, node] of first) root[word] = node
  return { root, ...flattened(nodes) }
}

function flattened(nodes: readonly Node[]): Omit<Trie, 'root'> {
  const edges: number[] = []
  const ends: number[] = []
  const edgesAt = new Int32Array(nodes.length + 1)
  const endsAt = new Int32Array(nodes.length + 1)
  nodes.forEach(({ next, values }, number) => {
    edgesAt[number] = edges.length / 2
    endsAt[number] = ends.length
    for (const edge of [...next].sort(([a], [b]) => a - b)) edges.push(...edge)
    ends.push(...[...values].sort((a, b) => a - b))
  })
  edgesAt[nodes.length] = edges.length / 2
  endsAt[nodes.length] = ends.length
  return { edges: Int32Array.from(edges), edgesAt, ends: Int32Array.from(ends), endsAt }
}

/** The node behind another one and a word; -1: there is none. */
export function nextNode({ edges, edgesAt }: Trie, node: number, word: number): number {
  let low = edgesAt[node] ?? 0
  let high = (edgesAt[node + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = edges[middle * 2] ?? 0
    if (found === word) return edges[middle * 2 + 1] ?? -1
    if (found < word) low = middle + 1
    else high = middle - 1
  }
  return -1
}
