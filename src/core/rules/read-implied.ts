import type { ImpliedModel, ImpliedWeight } from '../model/implied.ts'
import type { CompiledRule } from '../model/pack.ts'
import { type Family, families, type Language, languages } from '../model/rule.ts'
import { readWording } from './phrases.ts'
import { type FileNode, openRuleFile, type RuleFile, readMap, readText } from './rule-file.ts'

/** The models of `implied/<language>.yml` and the rules `implied/wording.yml` makes of them, one a family. */
export interface ReadImplied {
  readonly models: Partial<Record<Language, ImpliedModel>>
  readonly rules: readonly CompiledRule[]
}

const nameOf = (file: RuleFile) => (file.path.split('/').at(-1) ?? '').replace(/\.ya?ml$/, '')

/** Reads the files of the folder `implied`. Throws E_RULE. */
export function readImplied(files: readonly RuleFile[]): ReadImplied {
  const wording = files.find((file) => nameOf(file) === 'wording')
  const models: Partial<Record<Language, ImpliedModel>> = {}
  for (const language of languages) {
    const file = files.find((candidate) => nameOf(candidate) === language)
    if (file) models[language] = readModel(openRuleFile(file))
  }
  return { models, rules: wording ? readRules(openRuleFile(wording)) : [] }
}

function readRules(file: FileNode): CompiledRule[] {
  const keys = readMap(file, ['title', 'message', 'advice'])
  const title = keys.get('title')
  const wording = { message: readWording(keys.get('message')), advice: readWording(keys.get('advice')) }
  return families.map((family) => ({
    rule: {
      id: `${family}/implied`,
      family,
      title: title ? readText(title) : file.fail('"title" is missing'),
      kind: 'objective',
      severity: 'info',
      confidence: 'low',
      ignores: [],
      cited: [],
      needs: { evidence: [] },
      law: [],
      markets: {},
      channels: {},
      rewrite: {},
      ...wording,
    },
    phrases: { match: [], except: [], unless: [], with: [] },
  }))
}

/** `weights` is a table in a literal block: feature, weight and number of the family, parted by tabs. */
function readModel(file: FileNode): ImpliedModel {
  const keys = readMap(file, ['bias', 'threshold', 'families', 'weights'])
  const text = (key: string) => {
    const node = keys.get(key)
    return node ? readText(node) : file.fail(`"${key}" is missing`)
  }
  const names = text('families').split(' ')
  const weights: Record<string, ImpliedWeight> = Object.create(null)
  for (const line of text('weights').split('\n')) {
    const [feature, weight, family] = line.split('\t')
    if (feature) weights[feature] = { weight: Number(weight), family: (names[Number(family)] ?? 'vague') as Family }
  }
  return { bias: Number(text('bias')), threshold: Number(text('threshold')), weights }
}
