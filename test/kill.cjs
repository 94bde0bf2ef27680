/**
 * Loaded before a program (`node --require`): ends it with SIGKILL at one step of what it writes, the one whose
 * number `KILL_AT` is. What writes a file has two steps: before it, and when half of the file is written.
 */
const fs = require('node:fs')
const promises = require('node:fs/promises')
const process = require('node:process')

let left = Number(process.env.KILL_AT)

function step(doHalf = () => {}) {
  if (left-- !== 0) return
  doHalf()
  process.kill(process.pid, 'SIGKILL')
}

function watch(owner, name, halfOf) {
  const original = owner[name]
  owner[name] = function (...args) {
    step()
    if (halfOf) step(() => halfOf.apply(this, args))
    return original.apply(this, args)
  }
}

const half = (content) => content.slice(0, content.length >> 1)

for (const name of ['rename', 'link', 'rm', 'mkdir', 'copyFile', 'truncate']) watch(promises, name)
watch(promises, 'writeFile', (path, content) => fs.writeFileSync(path, half(content)))
watch(promises, 'appendFile', (path, content) => fs.appendFileSync(path, half(content)))
const { open } = promises
promises.open = async (path, flags = 'r', ...more) => {
  if (flags !== 'r') step()
  const file = await open(path, flags, ...more)
  for (const name of ['chmod', 'sync', 'close']) watch(file, name)
  watch(file, 'writeFile', (content) => fs.writeSync(file.fd, half(content)))
  return file
}
require('node:module').syncBuiltinESMExports()
