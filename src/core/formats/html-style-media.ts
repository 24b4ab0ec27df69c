/** On small screens: one column, controls that scroll away. */
export const narrowStyle = `
@media (max-width: 60rem) {
  html { scroll-padding-top: 1rem }
  form { position: static }
}
@media (max-width: 40rem) {
  body { padding: 1.5rem 1rem 3rem }
  form { margin-inline: -1rem; padding-inline: 1rem }
  .chart td.bar { width: 58% }
  .all .bar svg { display: none }
  .all .chart td.bar { width: auto }
  .charts, .sign-off dl { grid-template-columns: minmax(0, 1fr) }
  .controls label { flex-basis: 40% }
  .controls .wide, .controls button { flex-basis: 100% }
  article, .sign-off { padding-inline: 1rem }
  article dl { grid-template-columns: minmax(0, 1fr); gap: 0 }
  article dt { font-size: .85rem; margin-top: .4rem }
  article dd { grid-column: 1 }
  blockquote { padding-inline: .6rem; gap: .6rem }
  .card { padding-inline: .9rem }
  .plain thead { position: absolute; left: -99rem }
  .plain tr, .plain td, .plain th { display: block; padding: 0; border: 0 }
  .plain tr { padding: .6rem 0; border-top: 1px solid var(--line) }
  .plain tbody tr:first-child { border-top: 0 }
  .plain td[data-label]::before { content: attr(data-label) " "; font-size: .85rem; color: var(--faint) }
  .plain tbody td, .plain tbody th, .plain td.bar { padding: 0; border: 0; width: auto }
  .plain .bar svg { width: 45% }
  .ledger { table-layout: fixed; font-size: .9rem }
  .ledger td { overflow-wrap: anywhere; padding-right: .6rem }
  .ledger .line { display: none }
}
`

/** On A4 paper: without controls, every details element open, no finding broken where it need not be. */
export const printStyle = `
@media print {
  @page { size: A4; margin: 16mm 15mm 18mm }
  html { font-size: 9pt }
  body { max-width: none; margin: 0; padding: 0 1px; background: none; line-height: 1.4 }
  :root { --page: #fff; --quote: #f4f4f1 }
  h2 { margin: 1.6rem 0 .6rem }
  h2, h3, summary, caption { break-after: avoid }
  .skip, .screen, .controls, form:not(.narrowed), article details > summary { display: none }
  form { position: static; margin: 0; padding: 0; border: 0 }
  details::details-content { content-visibility: visible; block-size: auto; display: block }
  summary { list-style: none }
  summary::-webkit-details-marker { display: none }
  details.document { content-visibility: visible; margin-bottom: 1rem }
  article { break-inside: avoid; margin: .5rem 0; padding: .5rem .8rem }
  article, .charts > div, .card, .sign-off { border-radius: 0 }
  article details { margin: .2rem 0 0 }
  article details p { font-size: .85rem }
  blockquote { margin: .4rem 0; padding: .3rem .6rem }
  .charts { gap: .7rem }
  .charts > div { padding: .6rem .9rem; break-inside: avoid }
  .chart td, .chart th { padding-block: .05rem }
  .ledger td { padding-block: .4rem }
  tr, .sign-off { break-inside: avoid }
  thead { display: table-header-group }
  rect, mark, .badge, .bar svg, blockquote, article { print-color-adjust: exact; -webkit-print-color-adjust: exact }
  a, .number { color: inherit }
  article dd a::after { content: " <" attr(href) ">"; font-size: .8em; overflow-wrap: anywhere }
}
`
