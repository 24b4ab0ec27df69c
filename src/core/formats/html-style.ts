import { narrowStyle, printStyle } from './html-style-media.ts'

const latin = `system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans"`
const simplified = `"PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC"`
const traditional = `"PingFang TC", "PingFang HK", "Microsoft JhengHei", "Noto Sans CJK TC", "Noto Sans TC"`

const screenStyle = `
:root {
  color-scheme: light dark;
  --page: #f5f5f2; --card: #fff; --ink: #1d2126; --faint: #5a626c; --line: #dcdcd6; --quote: #f7f7f4; --link: #14559e;
  --error: #a8201a; --error-soft: #fbe9e7; --warning: #7a4a00; --warning-soft: #fbf0d9; --info: #23577f; --info-soft: #e6f0f8;
  --good: #2f6b3f; --bar-error: #c4473f; --bar-warning: #d9982b; --bar-info: #6a9cc4; --bar-good: #6aa57a; --bar: #9aa2ab; --mark: #ffe9a8;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --page: #14171a; --card: #1c2024; --ink: #e4e7ea; --faint: #a1a9b2; --line: #343a41; --quote: #22272c; --link: #8fc1ff;
    --error: #ffaaa3; --error-soft: #46211f; --warning: #f1c56e; --warning-soft: #3d2f12; --info: #9fcbf0; --info-soft: #1b3246;
    --good: #96d3a6; --bar-error: #d8655c; --bar-warning: #c99238; --bar-info: #5b8db5; --bar-good: #5c976c; --bar: #6d757e; --mark: #5e4a10;
  }
}
* { box-sizing: border-box }
html { scroll-padding-top: 8.5rem; -webkit-text-size-adjust: 100% }
body {
  margin: 0 auto; max-width: 66rem; padding: 2.5rem 1.5rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.55 ${latin}, ${simplified}, sans-serif; overflow-wrap: break-word;
}
:lang(zh-Hant) { font-family: ${latin}, ${traditional}, sans-serif }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0; letter-spacing: -.01em }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem }
h3 { display: inline; font-size: 1.05rem; overflow-wrap: anywhere }
h4 { font-size: 1rem; line-height: 1.45; margin: 0; padding-right: 3rem }
p { margin: .5rem 0 }
a { color: var(--link); text-underline-offset: .15em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 3px }
[hidden] { display: none !important }
dl, dd, dt, ul { margin: 0; padding: 0 }
code { font: .88em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace, ${simplified}; overflow-wrap: anywhere }
.faint, .aid, .meta, dt, caption, footer, th { color: var(--faint) }
.skip { position: absolute; left: -99rem }
.skip:focus { left: 1rem; top: 1rem; padding: .5rem 1rem; background: var(--card); z-index: 2 }

header .headline { font-size: 1.2rem; margin: .4rem 0 1.4rem }
header dl { display: flex; flex-wrap: wrap; gap: .9rem 2rem; padding: 1rem 0; border-block: 1px solid var(--line) }
header dt { font-size: .85rem }
header dd { font-weight: 600 }
.aid, footer { font-size: .9rem }

.charts { display: grid; grid-template-columns: 1fr 1fr; gap: 1.25rem; align-items: start }
.charts > div { min-width: 0; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
.charts > .all { grid-column: 1 / -1 }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
caption { text-align: start; font-weight: 600; padding-bottom: .5rem; color: var(--ink) }
th { font-weight: 400; text-align: start; font-size: .85rem; padding: .2rem .6rem .2rem 0 }
tbody th { color: var(--ink); font-size: .95rem; overflow-wrap: anywhere }
.chart td { padding: .2rem .6rem .2rem 0; white-space: nowrap }
.chart td.bar { width: 68%; padding-right: 0 }
.all .chart td.bar { width: 45% }
.badge::first-letter, .verdict::first-letter, .chart th:not(:has(a))::first-letter { text-transform: uppercase }
.bar svg { display: inline-block; vertical-align: middle; width: calc(100% - 3.2rem); height: .7rem; margin-right: .6rem; background: var(--quote); border-radius: 2px }
.zero { color: var(--faint) }
td.error { color: var(--error) } td.warning { color: var(--warning) } td.info { color: var(--info) }
rect { fill: var(--bar) }
rect.error, rect.contradicted, rect.banned, rect.expired { fill: var(--bar-error) }
rect.warning, rect.unsupported { fill: var(--bar-warning) }
rect.info, rect.vague { fill: var(--bar-info) }
rect.supported, rect.cited { fill: var(--bar-good) }

form { position: sticky; top: 0; z-index: 1; margin: 0 -1.5rem 1.25rem; padding: .75rem 1.5rem; background: var(--page); border-bottom: 1px solid var(--line) }
.controls { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end }
.controls label { flex: 1 1 6.5rem; min-width: 0 }
.controls .wide { flex-grow: 2; flex-basis: 10rem }
.controls button { flex: none; width: auto }
label span { display: block; font-size: .85rem; color: var(--faint) }
input, select, button { width: 100%; height: 2.3rem; font: inherit; font-size: .95rem; padding: .2rem .5rem; color: var(--ink); background: var(--card); border: 1px solid var(--faint); border-radius: 6px }
button { cursor: pointer; padding-inline: .9rem; white-space: nowrap }
output { display: block; margin-top: .5rem; font-size: .9rem; color: var(--faint) }
.narrowed output { color: var(--ink); font-weight: 600 }

summary { cursor: pointer }
details.document { content-visibility: auto; contain-intrinsic-size: auto 300rem; margin-bottom: 1.75rem }
details.few { contain-intrinsic-size: auto 60rem }
details.document > summary { padding: .35rem 0; margin-bottom: .35rem }
.count { color: var(--faint); font-size: .9rem; margin-inline-start: .5rem }
article {
  position: relative; margin: .75rem 0; padding: 1rem 1.25rem;
  background: var(--card); border: 1px solid var(--line); border-inline-start: 4px solid var(--bar); border-radius: 8px
}
article.error { border-inline-start-color: var(--bar-error) }
article.warning { border-inline-start-color: var(--bar-warning) }
article.info { border-inline-start-color: var(--bar-info) }
article:target { outline: 2px solid var(--link) }
.badge { display: inline-block; margin-inline-end: .35rem; padding: 0 .5rem; border-radius: 4px; font-size: .85rem; line-height: 1.5rem }
.error .badge { color: var(--error); background: var(--error-soft) }
.warning .badge { color: var(--warning); background: var(--warning-soft) }
.info .badge { color: var(--info); background: var(--info-soft) }
.number { position: absolute; top: 1rem; inset-inline-end: 1.25rem; font-size: .9rem; color: var(--faint); text-decoration: none }
.number:hover { text-decoration: underline }
.meta { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem 1rem; margin: .3rem 0 .6rem; font-size: .9rem }
.verdict { display: inline-block; color: var(--ink) }
blockquote { display: flex; gap: .9rem; margin: .6rem 0; padding: .5rem .9rem; background: var(--quote); border-radius: 6px }
blockquote p { margin: 0; min-width: 0; flex: 1; overflow-wrap: anywhere }
.line { color: var(--faint); font-size: .85rem; line-height: 1.85; user-select: none; font-variant-numeric: tabular-nums }
mark { color: inherit; background: var(--mark); text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: .2em; border-radius: 2px }
article dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; font-size: .95rem }
article dt { grid-column: 1 }
article dd { grid-column: 2 }
article details { margin-top: .5rem; font-size: .9rem }
article summary, article details b { color: var(--faint); font-weight: 400 }
article details p { margin: .2rem 0 0 }
article.decided { border-block-style: dashed; border-inline-end-style: dashed }

.card { padding: .25rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
.ledger td { vertical-align: top; padding: .6rem .9rem .6rem 0; border-top: 1px solid var(--line) }
.ledger td:first-child { width: 60% }
.ledger tbody tr:first-child td { border-top: 0 }
.ledger blockquote { margin: 0; padding: 0; background: none }
.ledger ul { list-style: none }
.ledger .meta { margin-bottom: 0 }
.plain td, .plain tbody th { vertical-align: top; padding: .45rem .9rem .45rem 0; border-top: 1px solid var(--line) }
.plain tbody tr:first-child > * { border-top: 0 }
.files code { font-size: .78rem; word-break: break-all }
.files td:nth-child(2) { white-space: nowrap }
.scores { margin-bottom: .5rem }
.scores td.bar { width: 24% }
.card > details { padding: .5rem 0 }
.card dl { margin: .5rem 0 1rem }
.card dd ul { list-style: none; margin: .15rem 0 .6rem 1rem; font-size: .9rem; color: var(--faint) }
.card dt { color: var(--ink) }
.sign-off { margin-top: 3rem; padding: .25rem 1.5rem 1.5rem; background: var(--card); border: 1px solid var(--line); border-radius: 10px }
.sign-off h2 { margin-top: 1rem }
.sign-off ul { list-style: none; margin: .75rem 0 1.25rem }
.sign-off li { display: flex; gap: .7rem; align-items: center; margin: .3rem 0 }
.box { flex: none; width: 1.05rem; height: 1.05rem; border: 1.5px solid var(--ink); border-radius: 2px }
.sign-off dl { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem 2rem }
.sign-off dl div { display: flex; flex-direction: column-reverse }
.sign-off dd { height: 2.4rem; border-bottom: 1px solid var(--faint) }
.sign-off .remarks { grid-column: 1 / -1 }
.remarks dd { height: 4.5rem }
footer { margin-top: 2.5rem }
`

/** The style of the HTML report: calm, light or dark as the reader's system is, fonts of the system with Chinese ones behind. */
export const reportStyle = screenStyle + narrowStyle + printStyle
