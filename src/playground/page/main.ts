// The script of the playground: the page on one thread, the same script as the engine on another.
import { serveEngine } from './engine-thread.ts'
import { startPage } from './page.ts'

if (typeof document === 'undefined') serveEngine()
else startPage()
