// Compares the words that we read in Word files with those that pandoc and LibreOffice print of the same files, from
// which what we skip by design was taken out first: node bench/visible-words.mjs FOLDER
// Build first (npm run build). It needs pandoc and soffice; with --list it prints the words that we lack.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { VFile } from 'vfile'
import { catalogue, lint, resolveSettings } from '../dist/index.js'

const [folder = '.', list] = process.argv.slice(2)

/** Elements that go with all that is in them. */
const SKIPPED = new Set([
  // What was deleted, or moved from here.
  ...['w:del', 'w:moveFrom'],
  // Formulas: each program writes them its own way. What embedded objects are called in other programs.
  ...['m:oMath', 'm:oMathPara', 'o:OLEObject'],
  // Fields keep what they show, so that nobody works it out anew.
  ...['w:fldChar', 'w:instrText', 'w:delInstrText'],
  // Comments are other people’s; what a list in a form offers is not in the text.
  ...['w:commentReference', 'w:comboBox', 'w:dropDownList'],
])
/** Elements that give way to what is in them. */
const OPENED = new Set(['w:ins', 'w:moveTo', 'w:fldSimple'])
const GENERATED = /^\s*(?:TOC|INDEX|TOA)\b/i

/** A Word file without what we skip by design. */
function stripped(bytes) {
  const files = unzipSync(bytes)
  for (const path of Object.keys(files)) {
    if (!/^word\/(?:document|footnotes|endnotes)\d*\.xml$/.test(path)) continue
    const document = new DOMParser().parseFromString(strFromU8(files[path]), 'text/xml')
    skipGenerated(document)
    strip(document.documentElement)
    files[path] = strToU8(new XMLSerializer().serializeToString(document))
  }
  return zipSync(files)
}

const children = (node) => Array.from(node.childNodes)
const all = (node, name) => Array.from(node.getElementsByTagName(name))
const holds = (node, name) => all(node, name).length > 0

function strip(node) {
  for (const child of children(node)) {
    const { nodeName } = child
    if (SKIPPED.has(nodeName) || isHidden(child) || isPicture(child)) node.removeChild(child)
    else {
      strip(child)
      if (OPENED.has(nodeName)) {
        for (const inner of children(child)) node.insertBefore(inner, child)
        node.removeChild(child)
      } else if (/^w:(?:foot|end)note(?:Reference|Ref)$/.test(nodeName)) setApart(child)
    }
  }
}

/** The number of a note would else run into the words beside it. */
function setApart(call) {
  for (const place of [call, call.nextSibling]) {
    const space = call.ownerDocument.createElement('w:t')
    space.setAttribute('xml:space', 'preserve')
    space.appendChild(call.ownerDocument.createTextNode(' '))
    call.parentNode.insertBefore(space, place)
  }
}

function isHidden(node) {
  if (node.nodeName !== 'w:r') return false
  const [vanish] = children(node)
    .filter(({ nodeName }) => nodeName === 'w:rPr')
    .flatMap((properties) => all(properties, 'w:vanish'))
  return vanish !== undefined && !/^(?:0|false|off)$/.test(vanish.getAttribute('w:val') ?? '')
}

/** Pictures and charts, of which programs print names; text boxes are none. */
function isPicture(node) {
  return /^w:(?:drawing|pict|object)$/.test(node.nodeName) && !holds(node, 'w:txbxContent')
}

/** Takes tables of contents and indexes out, which are made of other text: by control, by field and by style. */
function skipGenerated(document) {
  for (const control of all(document, 'w:sdt')) {
    const [gallery] = all(control, 'w:docPartGallery')
    if (/^table/i.test(gallery?.getAttribute('w:val') ?? ''))
      control.parentNode?.removeChild(control)
  }
  const open = []
  for (const element of all(document, '*')) {
    const { nodeName } = element
    const type = element.getAttribute('w:fldCharType')
    if (type === 'begin') open.push('')
    else if (type === 'end') open.pop()
    else if (nodeName === 'w:instrText') open.push((open.pop() ?? '') + element.textContent)
    else if (nodeName === 'w:t' && open.some((instruction) => GENERATED.test(instruction))) {
      element.parentNode.removeChild(element)
    } else if (nodeName === 'w:p' && isContents(element)) element.parentNode.removeChild(element)
  }
}

function isContents(paragraph) {
  const [style] = all(paragraph, 'w:pStyle')
  return /^(?:TOC|Index|TableofFigures)\d*$/i.test(style?.getAttribute('w:val') ?? '')
}

function words(text) {
  return (
    text
      .normalize('NFKC')
      .replaceAll('\u00ad', '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

/** The words that are in one text more often than in another. */
function missingFrom(ours, theirs) {
  const left = new Map()
  for (const word of words(ours)) left.set(word, (left.get(word) ?? 0) + 1)
  return words(theirs).filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  })
}

const work = mkdtempSync(join(tmpdir(), 'fairdraft-words-'))
const run = (program, args) =>
  execFileSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
try {
  const names = readdirSync(folder).filter((name) => /\.docx$/i.test(name))
  for (const name of names)
    writeFileSync(join(work, name), stripped(readFileSync(join(folder, name))))
  const files = names.map((name) => join(work, name))
  const profile = `-env:UserInstallation=file://${join(work, 'profile')}`
  run('soffice', ['--headless', profile, '--convert-to', 'txt:Text', '--outdir', work, ...files])
  const settings = resolveSettings({}, catalogue)
  for (const name of names) {
    const path = join(work, name)
    const file = await lint(new VFile({ path, value: readFileSync(join(folder, name)) }), settings)
    // pandoc puts the number of a note where it is called and where it stands; we, where it stands.
    const plain = run('pandoc', ['--from', 'docx', '--to', 'plain', '--wrap', 'none', path])
    const oracles = {
      pandoc: plain.replaceAll(/\[\d+\]/g, ' '),
      LibreOffice: readFileSync(path.replace(/docx$/i, 'txt'), 'utf8'),
    }
    const shares = Object.entries(oracles).map(([oracle, text]) => {
      const missing = missingFrom(String(file), text)
      const { length } = words(text)
      if (list === '--list' && missing.length > 0)
        console.log(`${oracle} alone: ${missing.join(' ')}`)
      return `${oracle} ${((100 * (length - missing.length)) / Math.max(length, 1)).toFixed(2)} % of ${length}`
    })
    console.log(`${name}: ${shares.join(', ')}`)
  }
} finally {
  rmSync(work, { recursive: true, force: true, maxRetries: 5 })
}
