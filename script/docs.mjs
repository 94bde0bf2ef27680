// Writes docs/ from the metadata that `fairdraft explain` prints: `npm run generate`. The result is committed.
// Pages that people wrote (docs/*.md that are not made here) are kept and listed.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { bundled } from './bundled.mjs'

const ENTRY = `
export { catalogue } from './src/index.ts'
export { explainPreset, explainRule, explainTerm } from './src/explain.ts'
export { citationOf, describeEntry } from './src/law/describe.ts'
export { shippedRegistry } from './src/law/shipped.ts'
`
await import('./data.mjs')
const core = await bundled(ENTRY)
const { catalogue } = core
const { knowledge } = catalogue
const registry = core.shippedRegistry()

const rules = byId(catalogue.rules.map(({ meta }) => meta))
const packs = byId(catalogue.packs.map(({ pack }) => ({ ...pack, id: pack.pack })))
const presets = byId(catalogue.presets.map((preset) => ({ ...preset, id: preset.name })))
const laws = byId(registry.laws.map((law) => ({ ...law, id: law.jurisdiction })))
const terms = packs.flatMap((pack) => pack.terms.map((term) => ({ pack, term })))

const pages = new Map([
  ...rules.map((meta) => [`rules/${meta.id}.md`, rulePage(meta)]),
  ...packs.map((pack) => [`terms/${pack.id}.md`, packPage(pack)]),
  ...terms.map((entry) => [addressOf(entry), termPage(entry)]),
  ...presets.map((preset) => [`presets/${preset.id}.md`, presetPage(preset)]),
  ...laws.map((law) => [`law/${law.id}.md`, lawPage(law)]),
  ...registry.entries.map((entry) => [provisionAddress(entry), provisionPage(entry)]),
  ['viewpoints.md', viewpointsPage()],
  ['sources.md', sourcesPage()],
])
pages.set('README.md', await indexPage())

for (const folder of ['rules', 'terms', 'presets', 'law']) {
  await rm(join('docs', folder), { recursive: true, force: true })
}
for (const [path, text] of pages) {
  await mkdir(dirname(join('docs', path)), { recursive: true })
  await writeFile(join('docs', path), `${text.trimEnd()}\n`)
}

function rulePage(meta) {
  const driving = terms.filter(({ term }) => term.rule === meta.id)
  return [
    core.explainRule(meta),
    ...list(
      '## Entries',
      driving.map((entry) => `[${entry.term.title}](../${addressOf(entry)})`),
    ),
    back('../'),
  ].join('\n\n')
}

function packPage(pack) {
  return [
    `# ${pack.title}`,
    `\`${pack.id}\` · ${count(pack.terms.length, 'entry', 'entries')}`,
    pack.about,
    ...list(
      '## Entries',
      pack.terms.map(({ id, title }) => `[${title}](${pack.id}/${id}.md)`),
    ),
    back('../'),
  ].join('\n\n')
}

function termPage({ pack, term }) {
  return [
    core.explainTerm(pack, term, knowledge, pageFrom('../../')),
    `[${pack.title}](../${pack.id}.md) · ${back('../../')}`,
  ].join('\n\n')
}

function presetPage(preset) {
  return [core.explainPreset(preset, knowledge, pageFrom('../')), back('../')].join('\n\n')
}

function lawPage(law) {
  const entries = registry.entries.filter((entry) => entry.law.jurisdiction === law.id)
  return [
    `# Law: ${law.title}`,
    law.about.trim(),
    'This is information, not legal advice. Each entry says when it was checked and how certain it is.',
    ...list(
      '## Entries',
      entries.map((entry) => {
        const [citation, { title, id }] = [core.citationOf(entry), entry.provision]
        return `[${citation}](${law.id}/${id}.md)${citation === title ? '' : `: ${title}`}`
      }),
    ),
    back('../'),
  ].join('\n\n')
}

function provisionPage(entry) {
  const { law, provision } = entry
  return [
    core.describeEntry(registry, entry, '').replace(/^(\w[\w ]*):\n\n(?=- )/gm, '## $1\n\n'),
    `\`${provision.id}\` · [${law.title}](../${law.jurisdiction}.md) · ${back('../../')}`,
  ].join('\n\n')
}

function provisionAddress({ law, provision }) {
  return `law/${law.jurisdiction}/${provision.id}.md`
}

function viewpointsPage() {
  const ids = Object.keys(knowledge.viewpoints)
  return [
    '# Viewpoints',
    'Who is who: the viewpoints that positions are attributed to. A viewpoint is not one person, and its members differ.',
    ...list(
      '## All viewpoints',
      ids.map((id) => `[${knowledge.viewpoints[id].name}](#${id})`),
    ),
    ...ids.map(viewpointPart),
    back(''),
  ].join('\n\n')
}

function viewpointPart(id) {
  const { name, about, members, dissent, sources = [] } = knowledge.viewpoints[id]
  const styles = presets.filter(({ viewpoint }) => viewpoint === id)
  return [
    anchor(id),
    `## ${name}`,
    `\`${id}\``,
    about.trim(),
    ...list('### Among them', members),
    ...(dissent ? ['### Where they differ', dissent.trim()] : []),
    ...list(
      '### House styles',
      styles.map((preset) => `[${preset.title}](presets/${preset.id}.md)`),
    ),
    ...list(
      '### Sources',
      sources.map((source) => `[${knowledge.sources[source].title}](sources.md#${source})`),
    ),
  ].join('\n\n')
}

function sourcesPage() {
  const ids = Object.keys(knowledge.sources).sort()
  return [
    '# Sources',
    'What the positions rest on. The sources of facts of law stand with each fact.',
    ...ids.map(sourcePart),
    back(''),
  ].join('\n\n')
}

function sourcePart(id) {
  const { title, url, note } = knowledge.sources[id]
  const citing = terms.filter(({ term }) => term.positions.some(({ source }) => source === id))
  const links = citing.map((entry) => `[${entry.term.title}](${addressOf(entry)})`)
  return [
    anchor(id),
    `## ${title}`,
    `\`${id}\` · <${url}>`,
    ...(note ? [note] : []),
    ...(links.length > 0 ? [`Cited for: ${links.join(', ')}`] : []),
  ].join('\n\n')
}

async function indexPage() {
  const written = (await readdir('docs').catch(() => []))
    .filter((name) => name.endsWith('.md') && name !== 'README.md' && !pages.has(name))
    .sort()
  const more = await Promise.all(written.map(async (name) => `[${await titleOf(name)}](${name})`))
  return [
    '# Everything Fairdraft knows',
    'What Fairdraft reports in a policy text, and why: who disputes a wording and on what source, what the law is, and which house style says what. `fairdraft explain` and `fairdraft law` print the same.',
    ...list(
      '## House styles',
      presets.map(({ id, title }) => `[${title}](presets/${id}.md): \`${id}\``),
    ),
    ...list(
      '## Packs of terms',
      packs.map(
        ({ id, title, terms: all }) =>
          `[${title}](terms/${id}.md): ${count(all.length, 'entry', 'entries')}`,
      ),
    ),
    ...list(
      '## Rules',
      rules.map(({ id, title }) => `[${title}](rules/${id}.md): \`${id}\``),
    ),
    ...list(
      '## Law',
      laws.map(
        ({ id, title, provisions }) =>
          `[${title}](law/${id}.md): ${count(provisions.length, 'entry', 'entries')}`,
      ),
    ),
    ...list('## Who says so', [
      `[Viewpoints](viewpoints.md): ${Object.keys(knowledge.viewpoints).length}`,
      `[Sources](sources.md): ${Object.keys(knowledge.sources).length}`,
    ]),
    ...list('## More', more),
  ].join('\n\n')
}

async function titleOf(name) {
  const text = await readFile(join('docs', name), 'utf8')
  return /^# (.+)$/m.exec(text)?.[1] ?? name
}

function byId(items) {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function addressOf({ pack, term }) {
  return `terms/${pack.id}/${term.id}.md`
}

function pageFrom(root) {
  return (kind, id) => `${root}${kind}s.md#${id}`
}

/** A heading's own address: readers of Markdown make addresses of titles, which may change. */
function anchor(id) {
  return `<a id="${id}"></a>`
}

function list(heading, items = []) {
  return items.length > 0 ? [heading, items.map((item) => `- ${item}`).join('\n')] : []
}

function back(root) {
  return `[Index](${root}README.md)`
}

function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`
}
