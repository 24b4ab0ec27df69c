import { markdownOf } from './pasted-html.ts'

/** Types a text in place of the selection, so that the browser can undo it. */
export function insert(box: HTMLTextAreaElement, text: string): void {
  box.focus()
  // Deprecated and without a successor: nothing else keeps the history of the box.
  if (document.execCommand('insertText', false, text)) return
  box.setRangeText(text, box.selectionStart, box.selectionEnd, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Copied parts of a page keep their headings, items and tables. */
export function pasteHtml(event: ClipboardEvent): void {
  const html = event.clipboardData?.getData('text/html') ?? ''
  const text = html === '' ? '' : markdownOf(html)
  if (text === '' || !(event.target instanceof HTMLTextAreaElement)) return
  event.preventDefault()
  insert(event.target, text)
}
