import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './bundle.mjs'

/** The folder of the package that a bundled file comes from, or null for our own. */
function packageOf(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)
  return match?.[1] ?? null
}

function licenceOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
  const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry))
  const text =
    file && existsSync(join(root, folder, file))
      ? readFileSync(join(root, folder, file), 'utf8').trim()
      : `Licence: ${license}`
  return `${name} ${version}\n\n${text}\n`
}

/** The licences of every package that esbuild put into the bundles, by the metafiles of their builds. */
export function thirdPartyLicences(metafiles) {
  const folders = metafiles
    .flatMap(({ inputs }) => Object.keys(inputs).map(packageOf))
    .filter((folder) => folder !== null)
  return [...new Set(folders)]
    .sort()
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`)
}
