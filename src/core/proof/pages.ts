const language =
  '(?:en|zh|cn|tw|hk|de|fr|es|it|zh-cn|zh-hans|zh-hant|zh-tw|zh-hk|en-us|en-gb|english|chinese|hans|hant)'
const suffix = new RegExp(`[._-]${language}(?=\\.[a-z]+$)`, 'i')
const folder = new RegExp(`(^|/)${language}/`, 'gi')

/** The path without its language and its ending: two versions of one page have one stem. */
export const stemOf = (path: string): string =>
  path
    .replace(suffix, '')
    .replace(folder, '$1')
    .replace(/\.[a-z]+$/i, '')
    .toLowerCase()

const general =
  /faq|question|about|company|profile|introduction|terms|polic|conditions|shipping|delivery|warrant|returns?\b|guarantee|contact|service|support|mail|reply|inquiry|enquiry|template|letter|index|home|readme|catalog(?:ue)?\.|brochure|newsletter|social|常见问题|公司|简介|簡介|关于|關於|政策|售后|回复/i

/** Whether a page by its name speaks of the company and all it sells, not of one product. */
export function isGeneralPage(path: string): boolean {
  const [file = '', parent = ''] = path.split('/').reverse()
  return (
    general.test(file) ||
    /^(?:pages?|mails?|emails?|templates?|company|about|legal|polic(?:y|ies)|support|help|faqs?|site|docs?)$/i.test(
      parent,
    )
  )
}
