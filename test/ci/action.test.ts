import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { folderOf, lowestPrice, plainCopy } from '../cli/workshop.ts'

interface Step {
  readonly id?: string
  readonly name?: string
  readonly run?: string
  readonly uses?: string
  readonly shell?: string
  readonly env?: Readonly<Record<string, string>>
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>
  readonly runs: { readonly using: string; readonly steps: readonly Step[] }
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action
const { steps } = action.runs

describe('action.yml', () => {
  test('takes no input into a script but through the environment', () => {
    expect(steps.flatMap(({ run }) => run ?? []).filter((run) => run.includes('${{'))).toEqual([])
  })

  test('says the shell of every script, and describes every input', () => {
    expect(steps.filter(({ run, shell }) => run !== undefined && shell !== 'bash')).toEqual([])
    expect(Object.values(action.inputs).filter(({ description }) => !description)).toEqual([])
  })

  test('uses every input that it declares, and only those', () => {
    const named = [...readFileSync('action.yml', 'utf8').matchAll(/inputs\.([a-z-]+)/g)].map(([, name]) => name ?? '')
    expect([...new Set(named)].sort()).toEqual(Object.keys(action.inputs).sort())
  })
})

/** Runs the step that audits as a runner would: with its inputs, or their defaults, in the environment. */
function runStep(cwd: string, inputs: Readonly<Record<string, string>>) {
  const step = steps.find(({ id }) => id === 'audit')
  const filled = (text: string) =>
    text.replace(/\$\{\{ inputs\.([a-z-]+) \}\}/g, (_all, name) => inputs[name] ?? action.inputs[name]?.default ?? '')
  const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([key, text]) => [key, filled(text)]))
  for (const file of ['output', 'summary']) writeFileSync(join(cwd, file), '')
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 9'],
    {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        ...env,
        GITHUB_ACTIONS: 'true',
        GITHUB_ACTION_PATH: resolve('.'),
        GITHUB_OUTPUT: join(cwd, 'output'),
        GITHUB_STEP_SUMMARY: join(cwd, 'summary'),
        GITHUB_WORKSPACE: cwd,
      },
    },
  )
  const read = (name: string) => readFileSync(join(cwd, name), 'utf8')
  return { status, stdout, stderr, output: read('output'), summary: read('summary'), read }
}

describe.skipIf(!existsSync('dist/claimlint.js'))('its audit (skipped when dist/ is not built: npm run build)', () => {
  test('annotates, writes the summary and the SARIF file, and fails on an error', () => {
    const { status, stdout, output, summary, read } = runStep(folderOf({ 'pages/a.md': lowestPrice }), {
      paths: 'pages\n',
      sarif: 'out.sarif',
    })
    expect(status).toBe(1)
    expect(stdout).toContain('::error file=pages/a.md,line=1,')
    expect(stdout).toContain('lowest price')
    expect(output).toBe('exit-code=1\n')
    expect(summary).toContain('pages/a')
    expect(JSON.parse(read('out.sarif')).runs[0].results).toHaveLength(1)
  })

  test('without inputs audits the folder; clean copy passes', () => {
    expect(runStep(folderOf({ 'a.md': plainCopy }), {})).toMatchObject({ status: 0, output: 'exit-code=0\n' })
  })

  test.each([
    ['a $(touch owned) b.md', 'a $(touch owned) b.md'],
    ['it\'s "quoted".md', 'it\'s "quoted".md'],
    ['--fail-on=never.md', '--fail-on=never.md'],
  ])('takes the path %j for a path', (path, name) => {
    const cwd = folderOf({ [name]: lowestPrice })
    expect(runStep(cwd, { paths: path }).status).toBe(1)
    expect(existsSync(join(cwd, 'owned'))).toBe(false)
  })

  test('hands on options word by word, and wrong usage is not a finding', () => {
    const cwd = folderOf({ 'a.md': lowestPrice })
    expect(runStep(cwd, { options: '--market\neu\n--skip\nprice' }).status).toBe(0)
    expect(runStep(cwd, { 'fail-on': 'everything' })).toMatchObject({ status: 2, output: 'exit-code=2\n' })
  })
})

describe('templates/claimlint.yml', () => {
  const [header, jobs] = parseAllDocuments(readFileSync('templates/claimlint.yml', 'utf8')).map((part) => part.toJS())

  test('is a component: its inputs, then a job that uses each of them and only in variables', () => {
    const job = jobs.claimlint
    const used = [...JSON.stringify(job).matchAll(/\$\[\[ inputs\.(\w+) \]\]/g)].map(([, name]) => name)
    expect(used.sort()).toEqual(Object.keys(header.spec.inputs).sort())
    expect(JSON.stringify([job.script, job.before_script])).not.toContain('$[[')
    expect(Object.keys(jobs)).toEqual(['claimlint'])
  })

  test('hands GitLab the files that the audit writes', () => {
    const { script, artifacts } = jobs.claimlint
    expect(script.join()).toContain(`gitlab=${artifacts.reports.codequality}`)
    expect(script.join()).toContain(`junit=${artifacts.reports.junit}`)
    expect(artifacts.when).toBe('always')
  })
})

describe('.pre-commit-hooks.yaml', () => {
  test('runs the program of the package, and npm pack prints nothing but the name', () => {
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'))
    expect(hook).toMatchObject({ id: 'claimlint', entry: 'claimlint', language: 'node', pass_filenames: false })
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^foreground-scripts=false$/m)
  })
})

test('nothing that is copied from the CI guide asks a registry for the name', () => {
  const copied = [...readFileSync('docs/ci.md', 'utf8').matchAll(/```(?:yaml|json)\n([\s\S]*?)```/g)].map(
    ([, text]) => text,
  )
  expect(copied.length).toBeGreaterThan(4)
  expect(copied.filter((text) => /npx (?!--no-install)|npm (?:i|install) claimlint|npm exec/.test(text ?? ''))).toEqual(
    [],
  )
})
