/** The page: takes a draft, shows it with its findings, and carries out what the reader decides. */
import { VFile } from 'vfile'
import { check as checkFile } from '../src/engine.ts'
import { catalogue, lint, resolveSettings, stretchOf } from '../src/index.ts'
import { profileOf } from '../src/profile.ts'
import { EXTENSIONS } from '../src/readers/index.ts'
import { howCountedHtml, profileHtml } from '../src/reporters/profile.ts'
import { countLine, styleLines } from '../src/reporters/summary.ts'
import { type Drawing, draw } from './draw.ts'
import { element } from './element.ts'
import { type Decision, decide, type Review, revisedText, undo } from './review.ts'
import { downloadName, save } from './save.ts'

const status = element('status', HTMLElement)
const entry = element('entry', HTMLFormElement)
const text = element('text', HTMLTextAreaElement)
const chooser = element('file', HTMLInputElement)
const panel = element('review', HTMLElement)
const title = element('title', HTMLElement)
const presets = element('preset', HTMLSelectElement)
const download = element('download', HTMLButtonElement)
const undoButton = element('undo', HTMLButtonElement)

let review: Review | undefined
let drawing: Drawing | undefined

/** Whether this page was built with the PDF library in it (script/page.mjs). */
declare const READS_PDF: boolean

/** Pasted text is read as Markdown: it is what plain text is, and headings and lists are seen. */
const PASTED = 'draft.md'

for (const { name = '', title: label, viewpoint } of catalogue.presets) {
  const stands = viewpoint
    ? (catalogue.knowledge.viewpoints[viewpoint]?.name ?? viewpoint)
    : 'takes no side'
  presets.add(new Option(`${label ?? name} (${stands})`, name, false, name === 'recommended'))
}

/** Checks a draft and shows it; says why, if it cannot be read. */
async function check(
  name: string,
  value: string | Uint8Array,
  decisions: readonly Decision[] = [],
) {
  status.textContent = 'Checking …'
  const settings = resolveSettings({ extends: [presets.value] }, catalogue)
  try {
    const file = await lint(new VFile({ path: name, value }), settings)
    review = { file, settings, decisions, ...(typeof value === 'string' ? {} : { bytes: value }) }
    show(review)
  } catch (error) {
    complain(error, name)
  }
}

function complain(error: unknown, name = 'The draft') {
  status.textContent = `${name}: ${error instanceof Error ? error.message : error}`
}

function show(current: Review) {
  drawing = draw(current)
  element('document', HTMLElement).innerHTML = drawing.document
  element('cards', HTMLElement).innerHTML = drawing.cards
  element('style', HTMLElement).textContent = styleLines([current.settings]).join(' ')
  title.textContent = current.bytes ? current.file.path : 'Your draft'
  download.textContent = downloadName(current)
  undoButton.disabled = current.decisions.length === 0
  const open = new VFile()
  open.messages = [...drawing.findings.values()]
  status.textContent = countLine([open]).replace(' in 1 file', '')
  vocabulary.open = false
  entry.hidden = true
  panel.hidden = false
}

function change(decision: Decision) {
  if (!review) return
  review = decide(review, decision)
  show(review)
}

entry.addEventListener('submit', (event) => {
  event.preventDefault()
  void check(PASTED, text.value).then(() => title.focus())
})

async function open(file: File | undefined) {
  if (!file) return
  await check(file.name, new Uint8Array(await file.arrayBuffer()))
  title.focus()
}

chooser.addEventListener('change', () => {
  const file = chooser.files?.[0]
  // The same file can be chosen again: a change is seen only from none.
  chooser.value = ''
  void open(file)
})
document.addEventListener('dragover', (event) => event.preventDefault())
document.addEventListener('drop', (event) => {
  event.preventDefault()
  void open(event.dataTransfer?.files[0])
})

presets.addEventListener('change', () => {
  if (review) void check(review.file.path, review.bytes ?? String(review.file), review.decisions)
})

undoButton.addEventListener('click', () => {
  if (!review) return
  review = undo(review)
  show(review)
})

element('edit', HTMLButtonElement).addEventListener('click', () => {
  if (review) text.value = revisedText(review)
  entry.hidden = false
  panel.hidden = true
  status.textContent = ''
  text.focus()
})

download.addEventListener('click', () => {
  if (review) save(review).catch((error) => complain(error))
})

const vocabulary = element('profile', HTMLDetailsElement)

vocabulary.addEventListener('toggle', () => {
  if (vocabulary.open) void profile()
})

/** Counts the vocabulary of the draft as it came, with every term, whatever house style is chosen. */
async function profile() {
  if (!review) return
  const settings = resolveSettings({ extends: ['all'] }, catalogue)
  const value = review.bytes ?? String(review.file)
  const checked = await checkFile(new VFile({ path: review.file.path, value }), settings)
  element('vocabulary', HTMLElement).innerHTML =
    profileHtml(profileOf(checked, settings), 0) + howCountedHtml()
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : undefined
  const button = target?.closest('button')
  const { find, wording, keep } = button?.dataset ?? {}
  if (keep !== undefined) change({ kind: 'keep', group: keep })
  if (find !== undefined && wording !== undefined) replace(find, Number(wording))
  // A source opens beside the page: leaving it would lose the review.
  const link = target?.closest('a')
  if (link?.href.startsWith('https:')) Object.assign(link, { target: '_blank', rel: 'noopener' })
})

function replace(id: string, index: number) {
  const message = drawing?.findings.get(id)
  const wording = message?.expected?.[index]
  const place = message && stretchOf(message)
  if (place && wording !== undefined) change({ kind: 'replace', place, wording })
}

chooser.accept = EXTENSIONS.filter((extension) => READS_PDF || extension !== '.pdf').join(',')
