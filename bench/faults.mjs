// Sends a server kinds of messages at random, side by side, and counts what became of each.

/** So many are sent before their answers are waited for. */
export const AT_ONCE = 16

/**
 * Makes a run of faults. Each kind is its name, which says what is expected, how many of a hundred are of it, and what
 * sends one and throws if it is lost.
 */
export function createFaults(kinds) {
  const counts = new Map()
  const lost = []
  let sent = 0

  async function sendUntil(number) {
    while (sent < number) {
      sent++
      const [name, , send] = chosen(kinds)
      try {
        await send()
        counts.set(name, (counts.get(name) ?? 0) + 1)
      } catch (error) {
        lost.push(`${name}: ${error.message}`)
      }
    }
  }

  return {
    /** What was lost so far, a line each; others may add to it. */
    lost,
    /** Sends until so many were sent in all. */
    send: (number) => Promise.all(Array.from({ length: AT_ONCE }, () => sendUntil(number))),
    /** Prints how often each kind came to its end, and what was lost. */
    print() {
      const line = (count, name) => console.log(`${String(count).padStart(6)}  ${name}`)
      for (const [name, count] of [...counts].sort()) line(count, name)
      line(lost.length, 'lost')
      for (const fault of lost.slice(0, 5)) console.log(fault)
    },
  }
}

function chosen(kinds) {
  const at = Math.random() * 100
  let sum = 0
  for (const kind of kinds) {
    sum += kind[1]
    if (at < sum) return kind
  }
  return kinds[0]
}
