// npm run score -- <folder> [--preset NAME]: measures Fairdraft on labelled texts; see CONTRIBUTING.md.
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { VFile } from 'vfile'
import { parse } from 'yaml'
import { catalogue, lint, resolveSettings, stretchOf } from '../dist/index.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    preset: { type: 'string', default: 'recommended' },
    errors: { type: 'boolean', default: true },
    json: { type: 'boolean', default: false },
    'no-errors': { type: 'boolean', default: false },
  },
})
if (positionals.length === 0)
  stop('name a folder of labelled texts: npm run score -- test/labelled')
const settings = resolveSettings({ extends: [values.preset] }, catalogue)
const viewpoint = settings.viewpoints[0]

/** Spans that some side would object to concern only that side's presets; both sides' concern all. */
const SIDES = { abolitionist: 'nordic-model', decrim: 'rights-based' }

const results = []
for (const folder of positionals) {
  for (const { name, text, spans } of await labelled(folder)) {
    const file = await lint(
      new VFile({ path: extname(name) ? name : `${name}.md`, value: text }),
      settings,
    )
    const findings = file.messages.filter(speaksOfWords).flatMap((message) => {
      const stretch = stretchOf(message)
      return stretch ? [{ ...stretch, ruleId: message.ruleId, severity: message.fatal }] : []
    })
    for (const span of spans.filter(concerns)) results.push(judge(name, text, span, findings))
  }
}
report(results)

function concerns({ side }) {
  return (
    !viewpoint || side === undefined || side === 'both' || SIDES[side] === viewpoint || !SIDES[side]
  )
}

/** Rules about the document as a whole say nothing of the wording that they happen to stand on. */
function speaksOfWords({ ruleId }) {
  return !/^(?:missing-coverage|undefined-abbreviation|inconsistent-terminology|one-sided-sources|commitment-without)/.test(
    ruleId,
  )
}

/** A span and whether it was hit: by an overlapping finding, or, for a named term, by that very one. */
function judge(name, text, span, findings) {
  const hits = findings.filter(
    ({ start, end, ruleId }) =>
      start < span.end &&
      end > span.start &&
      (!span.id || ruleId.split('/').at(-1) === span.id || ruleId === span.id),
  )
  return {
    ...span,
    document: span.document ?? name,
    where: `${name}:${text.slice(0, span.start).split('\n').length}`,
    hit: hits.length > 0,
    rules: [...new Set(hits.map(({ ruleId }) => ruleId))],
    around: text.slice(Math.max(0, span.start - 50), span.end + 40).replace(/\s+/g, ' '),
  }
}

/** Labelled texts in a folder: *.jsonl (spans in files, or texts of their own), *.marked.yml and sentences.json. */
async function labelled(folder) {
  const names = (await readdir(folder).catch(() => stop(`${folder}: no such folder`))).sort()
  const documents = []
  for (const name of names) {
    const path = join(folder, name)
    if (name.endsWith('.jsonl'))
      documents.push(
        ...(await spansOf(folder, name.replace('.jsonl', ''), await readFile(path, 'utf8'))),
      )
    if (name.endsWith('.marked.yml'))
      documents.push(
        ...marked(name.replace('.marked.yml', ''), parse(await readFile(path, 'utf8'))),
      )
    if (name === 'sentences.json')
      documents.push(...sentencesOf(JSON.parse(await readFile(path, 'utf8'))))
  }
  return documents
}

async function spansOf(folder, group, lines) {
  const byFile = new Map()
  for (const line of lines.split('\n').filter(Boolean)) {
    const span = JSON.parse(line)
    const name = span.file ?? span.id
    const entry = byFile.get(name) ?? { name, text: span.text, spans: [] }
    entry.spans.push({ ...span, id: span.rule, group })
    byFile.set(name, entry)
  }
  for (const entry of byFile.values()) {
    entry.text ??= await readFile(join(folder, 'texts', entry.name), 'utf8')
  }
  return [...byFile.values()]
}

/** Passages in which square brackets mark words: the writer's own, or other people's. */
function marked(group, { own, others }) {
  const passage = (verdict, reason) => (written, index) => {
    const pieces = written.split(/[[\]]/)
    let end = 0
    const spans = pieces.flatMap((quote, at) => {
      const start = end
      end += quote.length
      return at % 2 === 0 ? [] : [{ start, end, quote, verdict, reason, group }]
    })
    return {
      name: `${group}, ${verdict === 'flag' ? 'own' : 'others'} ${index + 1}`,
      text: pieces.join(''),
      spans: spans.map((span) => ({ document: group, ...span })),
    }
  }
  return [...own.map(passage('flag', null)), ...others.map(passage('must-not-flag', 'others'))]
}

function sentencesOf(sentences) {
  return sentences.map(({ id, text, context_before = '', must_fire, must_not_fire }) => {
    const whole = context_before ? `${context_before}\n\n${text}` : text
    const range = { start: whole.length - text.length, end: whole.length, group: 'sentences' }
    return {
      name: id,
      text: whole,
      spans: [
        ...must_fire.map((rule) => ({
          ...range,
          id: rule,
          label: rule,
          verdict: 'flag',
          reason: null,
        })),
        ...must_not_fire.map((rule) => ({
          ...range,
          id: rule,
          label: rule,
          verdict: 'must-not-flag',
          reason: 'sentence',
        })),
      ],
    }
  })
}

function report(all) {
  const groups = groupBy(all, ({ group }) => group)
  const summary = Object.fromEntries([...groups].map(([group, spans]) => [group, figures(spans)]))
  if (values.json) {
    console.log(JSON.stringify({ preset: values.preset, ...summary }, null, 2))
    return
  }
  console.log(`preset ${values.preset}`)
  for (const [group, spans] of groups) {
    const figure = summary[group]
    console.log(`\n${group}: ${spans.length} spans`)
    console.log(`  recall of flags            ${share(figure.recall)}`)
    console.log(`  must-not spans hit, all    ${share(figure.mustNot)}`)
    console.log(`  must-not spans hit, hard   ${share(figure.hard)}   (without accepted-term)`)
    console.log(`  precision                  ${share(figure.precision)}`)
    console.log(
      `  precision, macro           ${percent(figure.macroPrecision)} over ${figure.documents} documents`,
    )
    console.log(`  recall, macro              ${percent(figure.macroRecall)}`)
    table('must-not hit, by class', spans.filter(isMustNot), ({ reason }) => reason)
    table(
      'false alarms, by rule',
      spans.filter((span) => isMustNot(span) && span.hit),
      ({ rules }) => rules[0],
    )
    table(
      'flags found, by rule',
      spans.filter((span) => isFlag(span) && span.hit),
      ({ rules }) => rules[0],
    )
    table('flags found, by category', spans.filter(isFlag), ({ category, id }) => category ?? id)
    if (!values['no-errors']) {
      for (const span of spans.filter(isWrong)) {
        const kind = isFlag(span) ? 'MISSED' : `WRONGLY HIT (${span.reason})`
        console.log(
          `  ${span.where}: ${kind} "${span.quote ?? span.label}" [${span.category ?? span.id}] ${span.rules.join(' ')} | ${span.around}`,
        )
      }
    }
  }
}

function figures(spans) {
  const flags = spans.filter(isFlag)
  const mustNot = spans.filter(isMustNot)
  const hard = mustNot.filter(({ reason }) => reason !== 'accepted-term')
  const documents = [...groupBy(spans, ({ document }) => document).values()]
  const precisions = documents.flatMap((part) => ratio(precisionOf(part)) ?? [])
  const recalls = documents.flatMap((part) => ratio(hitsOf(part.filter(isFlag))) ?? [])
  return {
    recall: hitsOf(flags),
    mustNot: hitsOf(mustNot),
    hard: hitsOf(hard),
    precision: precisionOf(spans),
    macroPrecision: mean(precisions),
    macroRecall: mean(recalls),
    documents: documents.length,
  }
}

function stop(message) {
  console.error(`score: ${message}`)
  process.exit(2)
}

function isFlag({ verdict }) {
  return verdict === 'flag'
}

function isMustNot({ verdict }) {
  return verdict !== 'flag'
}

function isWrong(span) {
  return isFlag(span) !== span.hit
}

function hitsOf(spans) {
  return [spans.filter(({ hit }) => hit).length, spans.length]
}

function precisionOf(spans) {
  const right = spans.filter((span) => isFlag(span) && span.hit).length
  const wrong = spans.filter((span) => isMustNot(span) && span.hit).length
  return [right, right + wrong]
}

function ratio([part, whole]) {
  return whole === 0 ? undefined : part / whole
}

function mean(numbers) {
  return numbers.length === 0
    ? undefined
    : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function percent(number) {
  return number === undefined ? 'none' : `${(100 * number).toFixed(1)} %`
}

function share(pair) {
  return `${percent(ratio(pair))} (${pair.join(' of ')})`
}

function table(title, spans, key) {
  if (spans.length === 0) return
  console.log(`  ${title}:`)
  for (const [name, part] of [...groupBy(spans, key)].sort())
    console.log(`    ${String(name).padEnd(28)} ${share(hitsOf(part))}`)
}

function groupBy(items, key) {
  const groups = new Map()
  for (const item of items) {
    const name = key(item)
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return groups
}
