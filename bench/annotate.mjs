// Measures `annotate` on a long Word file: node bench/annotate.mjs [paragraphs] [comments]
// Build first (npm run build): it runs what is in dist/.
import { strToU8, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { annotate, catalogue, lint, resolveSettings } from '../dist/index.js'

const [paragraphs = 5000, comments = 3000] = process.argv.slice(2).map(Number)
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const FILLER =
  'The council meets in the hall once a month, in public, and its minutes are on paper.'
const FOUND = 'It offers sex workers a room at the centre on the first floor.'

const body = Array.from({ length: paragraphs }, (_, index) => {
  const found =
    Math.floor(((index + 1) * comments) / paragraphs) - Math.floor((index * comments) / paragraphs)
  const text = [FILLER, ...Array(found).fill(FOUND), FILLER].join(' ')
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
}).join('')
const bytes = zipSync({
  '[Content_Types].xml': strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  'word/document.xml': strToU8(`<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`),
})

const settings = resolveSettings({}, catalogue)
const since = (start) => `${((performance.now() - start) / 1000).toFixed(2)} s`
const start = performance.now()
const file = await lint(new VFile({ path: 'long.docx', value: bytes }), settings)
console.log(
  `${paragraphs} paragraphs read and checked: ${since(start)}, ${file.messages.length} findings`,
)
const writing = performance.now()
const done = await annotate(bytes, file, { author: 'Bench', date: new Date() })
console.log(`${done.comments} comments written: ${since(writing)}`)
const { user, system } = process.cpuUsage()
const processor = ((user + system) / 1e6).toFixed(2)
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
console.log(`in all ${since(start)} (${processor} s of processor time), ${memory} MB at most`)
