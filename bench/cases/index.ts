import type { Case } from '../bench.ts'
import { largeFile } from './large-file.ts'
import { hugeCatalogue, manyFiles, yamlFiles } from './many-files.ts'
import { peers } from './peers.ts'
import { moreRules } from './rules.ts'
import { secondRun } from './second-run.ts'
import { startUp } from './start-up.ts'

/** The parts of the bench by the name that `--only` takes. */
export const cases: Readonly<Record<string, Case>> = {
  'start-up': startUp,
  'many-files': manyFiles,
  'yaml-files': yamlFiles,
  'large-file': largeFile,
  rules: moreRules,
  'second-run': secondRun,
  peers,
  huge: hugeCatalogue,
}

/** What runs unless `--only` says otherwise: all but the hundred thousand files. */
export const usualCases = Object.keys(cases).filter((name) => name !== 'huge')
