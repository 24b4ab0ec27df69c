// Writes the schemas that are made from the readers: node scripts/run.mjs scripts/schemas.ts && npx biome format --write schemas
import { writeFileSync } from 'node:fs'
import { configJsonSchema } from '../src/cli/config/shape.ts'
import { ruleJsonSchema } from './rule-schema.ts'

const schemas = { config: configJsonSchema(), rules: ruleJsonSchema() }

for (const [name, schema] of Object.entries(schemas)) {
  writeFileSync(`schemas/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`)
}
