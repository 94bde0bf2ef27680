// What a server keeps in memory. Preloaded into a server (`--import`), this file tells whoever started it the heap that
// is left after a collection; memory as the system sees it also holds what was not collected yet.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

if (globalThis.gc && process.send) {
  process.on('message', async () => {
    // What has a last word to say is collected the second time.
    for (let time = 0; time < 3; time++) {
      globalThis.gc()
      await setImmediate()
    }
    process.send(process.memoryUsage().heapUsed)
  })
  process.channel.unref()
}

/** What a server may keep of each request once it has warmed up: bytes. An open connection alone takes a hundred times as much. */
const MOST_KEPT = 50

/** Starts a command of Fairdraft whose heap can be asked for. */
export function startMeasured(...args) {
  const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url))
  return spawn(process.execPath, ['--expose-gc', '--import', import.meta.url, cli, ...args], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  })
}

/** The bytes that a server keeps after a collection. */
export async function heapOf(server) {
  server.send('heap')
  const [bytes] = await once(server, 'message')
  return bytes
}

/** Prints the heaps after rounds of so many requests each, and tells whether something leaks: the first round warms up. */
export function leaks(heaps, requests) {
  const [warm, last] = [heaps[0], heaps.at(-1)]
  const kept = (last - warm) / (requests * (heaps.length - 1))
  const inMegabytes = heaps.map((bytes) => (bytes / 1e6).toFixed(1)).join(', ')
  console.log(`heap after each round of ${requests}, collected: ${inMegabytes} MB`)
  console.log(`kept of a request: ${Math.round(kept)} bytes (at most ${MOST_KEPT})`)
  return kept > MOST_KEPT
}
