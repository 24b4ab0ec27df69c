/** XML 1.0 forbids these even escaped: controls but tab, LF and CR, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\ufffe\uffff]/gu
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text for XML attributes and content: nothing in it can end them, be markup, or make the file malformed. Bidirectional controls and line separators are written as references. */
export const xmlText = (text: string): string =>
  text
    .replace(forbidden, '\ufffd')
    .replace(/[&<>"'\t\n\r]/g, (character) => entities[character] ?? character)
    .replace(
      /[\u007f-\u009f\p{Zl}\p{Zp}]|\p{Default_Ignorable_Code_Point}/gu,
      (character) => `&#${character.codePointAt(0)};`,
    )
    .replaceAll('##', '#&#35;')

/** ` name="value"` for each attribute. */
export const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('')
