// What Fairdraft's speed is to be, against the figures of one run of `npm run bench`.

const START =
  'loading the code and running it for the first time: Node compiles what runs once, and 20 rules, 13 packs and the law run'
const RULES =
  'many blocks hold a word that rules about law, figures and whole documents look for, and a fifth of the time goes into collecting what is no longer needed'
const PROCESS = `${START}; what V8 compiled is kept from one run to the next, but what it learnt of the code is not`

/** A figure of one case: seconds of a tool. */
const seconds = (all, name, tool = 'fairdraft') =>
  all.find((one) => one.name === name)?.medians.get(tool)

const perSecond = (all, name) => {
  const time = seconds(all, name)
  return time && all.find((one) => one.name === name).size / 1e6 / time
}

const ratio = (above, below) => (above && below ? above / below : undefined)

/** Seconds of the fastest of some tools; those that were stopped take at least as long as they were let run. */
const least = (all, name, tools) => {
  const { medians, limit } = all.find((one) => one.name === name) ?? {}
  const able = tools.filter((tool) => medians?.has(tool))
  return able.length > 0 ? Math.min(...able.map((tool) => medians.get(tool) ?? limit)) : undefined
}

/** Seconds that 1 MB takes more than 10 KB: without what is read and made ready once. */
const further = (all, tool) => {
  const [long, short] = ['sparse md 1 MB', 'sparse md 10 KB'].map((name) =>
    seconds(all, name, tool),
  )
  return long && short ? long - short : undefined
}

const MANY = 'fairdraft with 5,000 terms more'
const PEERS = ['alex', 'textlint terminology', 'textlint prh', 'remark/retext + nlcst-search']

/** Each: what, the limit, whether more is better, the figure, its unit, and why it is short if it is. */
const TARGETS = [
  {
    what: 'start: 10 KB, as times of `node -e 0`',
    most: 1.5,
    figure: (all) =>
      ratio(seconds(all, 'sparse md 10 KB'), seconds(all, 'sparse md 10 KB', 'node -e 0')),
    why: PROCESS,
  },
  {
    what: '200 KB sparse Markdown, as times of `node -e 0`',
    most: 2.2,
    figure: (all) =>
      ratio(seconds(all, 'sparse md 200 KB'), seconds(all, 'sparse md 200 KB', 'node -e 0')),
    why: PROCESS,
  },
  {
    what: '200 KB dense Markdown, as times of `node -e 0`',
    most: 4,
    figure: (all) =>
      ratio(seconds(all, 'dense md 200 KB'), seconds(all, 'dense md 200 KB', 'node -e 0')),
    why: PROCESS,
  },
  {
    what: '200 KB sparse Markdown: the fastest of alex, textlint and nlcst-search, as times of Fairdraft',
    least: 8,
    figure: (all) => ratio(least(all, 'sparse md 200 KB', PEERS), seconds(all, 'sparse md 200 KB')),
    why: START,
  },
  {
    what: '10 MB sparse Markdown, MB/s',
    least: 10,
    figure: (all) => perSecond(all, 'sparse md 10 MB'),
    why: RULES,
  },
  {
    what: '10 MB dense Markdown, MB/s',
    least: 3,
    figure: (all) => perSecond(all, 'dense md 10 MB'),
    why: RULES,
  },
  {
    what: '10 MB sparse text, MB/s',
    least: 20,
    figure: (all) => perSecond(all, 'sparse txt 10 MB'),
    why: RULES,
  },
  {
    what: 'memory for 10 MB of sparse Markdown, MB',
    most: 200,
    figure: (all) => all.find(({ name }) => name === 'sparse md 10 MB')?.peak,
    why: 'the blocks of the whole document and what was found in their words are kept, because rules about whole documents ask for them',
  },
  {
    what: '500 files of 11 MB in all, MB/s',
    least: 10,
    figure: (all) => perSecond(all, 'sparse md 500 files'),
    why: RULES,
  },
  {
    what: '500 files: the fastest of alex, textlint and nlcst-search, as times of Fairdraft (or more, if all were stopped)',
    least: 50,
    figure: (all) =>
      ratio(least(all, 'sparse md 500 files', PEERS), seconds(all, 'sparse md 500 files')),
    why: RULES,
  },
  {
    what: 'ten times the text (1 to 10 MB of sparse Markdown), as times of the time',
    most: 11,
    figure: (all) => ratio(seconds(all, 'sparse md 10 MB'), seconds(all, 'sparse md 1 MB')),
    why: 'collecting what is no longer needed takes longer among more',
  },
  {
    what: '5,000 terms more, as times of what 990 KB more of sparse Markdown take without them',
    most: 1.1,
    figure: (all) => ratio(further(all, MANY), further(all)),
    why: 'every word is looked up in one more table',
  },
  {
    what: '5,000 terms more, the whole run over 1 MB of sparse Markdown, as times of the run without them',
    most: 1.1,
    figure: (all) => ratio(seconds(all, 'sparse md 1 MB', MANY), seconds(all, 'sparse md 1 MB')),
    why: 'a pack of a user’s is read, checked and compiled at every run; what is shipped was compiled before',
  },
]

/** The rows of a table: what was to be reached, what was, and why not. */
export function targetRows(all) {
  return TARGETS.map(({ what, most, least: minimum, figure, why }) => {
    const measured = figure(all)
    const target = most === undefined ? `≥ ${minimum}` : `≤ ${most}`
    if (measured === undefined || Number.isNaN(measured))
      return `| ${what} | ${target} | – | not measured |`
    const met = most === undefined ? measured >= minimum : measured <= most
    return `| ${what} | ${target} | ${measured.toFixed(measured < 10 ? 2 : 0)} | ${met ? 'reached' : `not reached: ${why}`} |`
  })
}
