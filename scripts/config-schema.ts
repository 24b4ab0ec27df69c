// Writes schemas/config.schema.json from the reader: node scripts/run.mjs scripts/config-schema.ts && npx biome format --write schemas
import { writeFileSync } from 'node:fs'
import { configJsonSchema } from '../src/cli/config/shape.ts'

writeFileSync('schemas/config.schema.json', `${JSON.stringify(configJsonSchema(), null, 2)}\n`)
