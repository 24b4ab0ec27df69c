import { propertyNames } from '../model/property.ts'
import type { AssertionPattern } from '../model/rule.ts'
import { relations } from '../model/statement.ts'
import { type FileNode, readMap, readOneOf, readText } from './rule-file.ts'

/** Reads `asserts: {property, value, unit, relation}`; only properties of the vocabulary. */
export function readAssertion(file: FileNode): AssertionPattern {
  const keys = readMap(file, ['property', 'value', 'unit', 'relation'])
  const property = keys.get('property') ?? file.fail('asserts needs a property')
  const value = keys.get('value')
  const unit = keys.get('unit')
  const relation = keys.get('relation')
  return {
    property: readOneOf(property, propertyNames, 'property'),
    ...(value ? { value: readText(value) } : {}),
    ...(unit ? { unit: readText(unit) } : {}),
    ...(relation ? { relation: readOneOf(relation, relations, 'relation') } : {}),
  }
}
