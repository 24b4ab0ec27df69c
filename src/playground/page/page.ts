import type { Language } from '../../core/model/rule.ts'
import { pasteHtml } from './box.ts'
import { fillChoices, speakChoices } from './choices.ts'
import { type Desk, hear, look, lookSoon, markCurrent, newDesk } from './desk.ts'
import { byId } from './dom.ts'
import { startEngine } from './engine-thread.ts'
import { examples } from './examples.ts'
import { pageWords } from './words.ts'

/** Brings the page to life: words, choices, the engine, and what happens when somebody writes. */
export function startPage(): void {
  const script = document.currentScript?.textContent ?? ''
  const language: Language = navigator.language.startsWith('zh') ? 'zh' : 'en'
  const ask = startEngine(script, (answer) => hear(desk, answer))
  const desk = newDesk(byId('copy', HTMLTextAreaElement), language, ask)
  fillChoices()
  listen(desk)
  speak(desk, language)
  // The rules are made ready once the page is seen.
  requestAnimationFrame(() => window.setTimeout(() => ask({ rules: byId('rules', HTMLElement).textContent ?? '' })))
}

function listen(desk: Desk): void {
  const { copy } = desk
  for (const button of document.querySelectorAll<HTMLElement>('[data-speak]')) {
    button.addEventListener('click', () => speak(desk, button.dataset['speak'] === 'zh' ? 'zh' : 'en'))
  }
  byId('example', HTMLElement).addEventListener('click', () => fill(desk, examples[desk.language]))
  byId('clear', HTMLElement).addEventListener('click', () => {
    fill(desk, { copy: '', facts: '' })
    copy.focus()
  })
  copy.addEventListener('input', () => lookSoon(desk))
  copy.addEventListener('paste', pasteHtml)
  byId('facts', HTMLTextAreaElement).addEventListener('input', () => lookSoon(desk))
  const choices = document.querySelector('.choices')
  choices?.addEventListener('change', () => look(desk))
  choices?.addEventListener('submit', (event) => event.preventDefault())
  document.addEventListener('selectionchange', () => markCurrent(desk))
}

/** Puts texts into both panes. */
function fill(desk: Desk, text: { readonly copy: string; readonly facts: string }): void {
  desk.copy.value = text.copy
  byId('facts', HTMLTextAreaElement).value = text.facts
  byId('facts-pane', HTMLDetailsElement).open = text.facts !== ''
  lookSoon(desk)
}

/** Changes the language of the page and of the findings. */
function speak(desk: Desk, language: Language): void {
  desk.language = language
  const words = pageWords[language]
  document.documentElement.lang = words.tag
  document.title = `claimlint: ${words.texts['title']}`
  for (const element of document.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = words.texts[element.dataset['word'] ?? ''] ?? ''
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-name]')) {
    element.setAttribute('aria-label', element.dataset['name'] === 'speak' ? words.names.speak : words.names.choices)
  }
  for (const button of document.querySelectorAll<HTMLElement>('[data-speak]')) {
    button.setAttribute('aria-pressed', String(button.dataset['speak'] === language))
  }
  byId('copy', HTMLTextAreaElement).placeholder = words.placeholder.copy
  byId('facts', HTMLTextAreaElement).placeholder = words.placeholder.facts
  speakChoices(words)
  look(desk)
}
