// Parses every Markdown file of a folder with unified, remark-parse, gfm and front matter, and does nothing with the trees.
import { readFileSync } from 'node:fs'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { filesBelow } from './files.mjs'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()
let children = 0
for (const file of filesBelow(process.argv[2], '.md'))
  children += processor.parse(readFileSync(file, 'utf8')).children.length
console.log(children)
