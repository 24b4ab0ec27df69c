/**
 * The script of the HTML report, run in the browser of its reader: narrows the findings, counts what is left, keeps the filter
 * in the address. The page is whole without it. Rows are read once; one listener serves all of them.
 */
export const reportScript = `'use strict'
{
  const form = document.getElementById('filter')
  const none = document.getElementById('none')
  const names = [...(form?.elements ?? [])].map(({ name }) => name).filter(Boolean)
  const folded = (text) => text.normalize('NFKC').toLowerCase()
  const filled = (template, n, all) => template.replace('{n}', n).replace('{all}', all)

  const groups = [...document.querySelectorAll('#list > details')].map((group) => {
    const count = group.querySelector('.count')
    const path = group.querySelector('h3').textContent
    const rows = [...group.getElementsByTagName('article')].map((article) => ({ article, ...article.dataset, words: null }))
    return { group, id: group.id.slice(1), path, rows, count, counted: count.textContent, all: rows.length }
  })

  const wordsOf = (row, path) => (row.words ??= folded(path + ' ' + row.article.textContent))

  const matches = (row, path, wish, words) =>
    (!wish.severity || row.severity === wish.severity) &&
    (!wish.verdict || row.verdict === wish.verdict) &&
    (!wish.family || row.family === wish.family) &&
    (!wish.rule || row.rule === wish.rule) &&
    (!wish.decision || row.decision === wish.decision) &&
    words.every((word) => wordsOf(row, path).includes(word))

  const apply = () => {
    const wish = Object.fromEntries(names.map((name) => [name, form.elements[name].value]))
    const words = folded(wish.text).split(/\\s+/).filter(Boolean)
    let shown = 0
    for (const { group, id, path, rows, count, counted, all } of groups) {
      let left = 0
      for (const row of rows) {
        const stays = (!wish.document || wish.document === id) && matches(row, path, wish, words)
        if (row.article.hidden === stays) row.article.hidden = !stays
        if (stays) left += 1
      }
      group.hidden = left === 0
      count.textContent = left === all ? counted : filled(form.dataset.some, left, all)
      shown += left
    }
    const narrowed = names.some((name) => wish[name] !== '')
    form.classList.toggle('narrowed', narrowed)
    form.querySelector('output').textContent = filled(form.dataset.shown, shown, form.dataset.all)
    none.hidden = shown > 0
    return narrowed ? new URLSearchParams(Object.entries(wish).filter(([, value]) => value !== '')).toString() : ''
  }

  const remember = () => {
    const hash = apply()
    history.replaceState(null, '', hash === '' ? location.href.split('#')[0] : '#' + hash)
  }

  const showTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1))
    if (!target || !target.closest('#list')) return
    if (target.closest('[hidden]')) {
      form.reset()
      apply()
    }
    target.closest('details.document').open = true
    target.scrollIntoView()
  }

  const readAddress = () => {
    if (!location.hash.includes('=')) return showTarget()
    const wish = new URLSearchParams(location.hash.slice(1))
    for (const name of names) form.elements[name].value = wish.get(name) ?? ''
    for (const list of form.querySelectorAll('select')) if (list.selectedIndex < 0) list.value = ''
    apply()
  }

  if (form) {
    let waiting = 0
    form.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(remember, 120)
    })
    form.addEventListener('reset', () => setTimeout(remember))
    form.addEventListener('submit', (event) => event.preventDefault())
    addEventListener('hashchange', readAddress)
    form.hidden = false
    apply()
    readAddress()
  }

  let closed = []
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')]
    for (const details of closed) details.open = true
  })
  addEventListener('afterprint', () => {
    for (const details of closed) details.open = false
  })
}
`
