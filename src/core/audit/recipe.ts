import type { Block } from '../model/document.ts'

const ingredients = /^(?:ingredients?|what you(?:'ll| will)? need|原料|主料|配料|食材|用料|材料|必备原料)/i
const steps = /^(?:directions?|instructions?|method|preparation|steps?|步骤|做法|操作|制作|作法|烹饪)/i

/** Whether a document is a recipe: one heading over what goes in, another over what is done with it. What it says of food is advice
 *  to cooks, no promise of a seller; a listing with facts is never one. */
export function isRecipe(blocks: readonly Block[]): boolean {
  const headings = blocks.flatMap(({ kind, text, field }) =>
    kind === 'heading' && field === null ? [text.trim()] : [],
  )
  return headings.some((text) => ingredients.test(text)) && headings.some((text) => steps.test(text))
}
