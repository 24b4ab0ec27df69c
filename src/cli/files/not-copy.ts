import { basename, extname } from 'node:path'
import { configNames } from '../config/config.ts'

/** Endings of documents that a folder stands for without a word about it. */
export const folderExtensions: readonly string[] = ['.md', '.markdown', '.mdx', '.yaml', '.yml']

const ownNames: readonly string[] = [...configNames, 'claimlint.decisions.yaml', 'claimlint-baseline.json']

const toolNames = new RegExp(
  `^(?:${[
    '(?:npm-shrinkwrap|package|package-lock|composer|bower|lerna|nx|turbo|deno|jsr|component)\\.json',
    '(?:pnpm-lock|pnpm-workspace|pubspec)\\.ya?ml',
    '(?:ts|js)config(?:\\..+)?\\.json',
    '.+\\.schema\\.(?:json|ya?ml)',
    '(?:openapi|swagger)(?:\\..+)?\\.(?:json|ya?ml)',
    '.+[.-]lock\\.(?:json|ya?ml)',
  ].join('|')})$`,
  'i',
)

/** Whether a name belongs to claimlint or to a development tool, so that nobody's buyers read the file. */
export function isToolFile(path: string): boolean {
  const name = basename(path)
  return ownNames.includes(name) || toolNames.test(name)
}

const apiKeys = /^(?:openapi|swagger)[ \t]*:/m
const schemaKeys = /^\$schema[ \t]*:[ \t]*["']?https?:\/\/json-schema\.org\//m
const jsonKeys =
  /^\s*\{(?:[^{}[\]]*,)?\s*(?:"(?:openapi|swagger)"\s*:|"\$schema"\s*:\s*"https?:\/\/json-schema\.org\/|"tool"\s*:\s*\{\s*"name"\s*:\s*"claimlint")/
const reportMark = /^(?:<!doctype html>\s*)?<!-- claimlint report/i

/** Whether a text is an API description, a JSON Schema or a report of claimlint. */
export function isMachineText(path: string, text: string): boolean {
  const head = text.slice(0, 4096).replace(/^\ufeff/, '')
  const extension = extname(path).toLowerCase()
  if (extension === '.json') return jsonKeys.test(head)
  if (extension === '.yaml' || extension === '.yml') return apiKeys.test(head) || schemaKeys.test(head)
  return reportMark.test(head)
}
