import { type Answer, newEngine, type Question } from './engine.ts'

/** Starts the engine on a thread of its own, from the same script as the page; where that cannot be had, on the thread of the page. */
export function startEngine(script: string, answer: (answer: Answer) => void): (question: Question) => void {
  try {
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
    const worker = new Worker(address)
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => answer(data))
    worker.addEventListener('error', ({ message }) => answer({ number: null, fault: message }))
    return (question) => worker.postMessage(question)
  } catch {
    const ask = newEngine(answer)
    return (question) => void ask(question)
  }
}

/** What the script does on the thread of the engine. */
export function serveEngine(): void {
  const ask = newEngine((answer) => self.postMessage(answer))
  self.addEventListener('message', ({ data }: MessageEvent<Question>) => void ask(data))
}
