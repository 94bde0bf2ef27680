import { describe, expect, test } from 'vitest'
import { quotesIn } from '../src/context/quotes.ts'
import { found, lintText } from './support.ts'

const quoted = (text: string) => quotesIn(text).map(({ start, end }) => text.slice(start, end))

describe('quotation marks', () => {
  test.each([
    ['He said “sex work” twice.', ['sex work']],
    ['He said "sex work" and "that".', ['sex work', 'that']],
    ['He said ‘sex work’ and ‘that’.', ['sex work', 'that']],
    ["He said 'sex work' and 'that'.", ['sex work', 'that']],
    ['“He called it ‘sex work’ then,” she said.', ['He called it ‘sex work’ then,', 'sex work']],
    ['‘He called it “sex work” then,’ she said.', ['He called it “sex work” then,', 'sex work']],
    ['The women’s choice and the workers’ rights.', []],
    ["The women's choice and the workers' rights.", []],
    ['Since the ’90s and the ‘80s rules.', []],
    ['The ‘sex workers’ rights’ movement.', ['sex workers’ rights']],
    ['It is “never closed', ['never closed']],
    ['5’ 10” tall', []],
  ])('%s', (text, expected) => expect(quoted(text)).toEqual(expected))
})

/** Sentences by whose words "sex work" is in them. */
const cases: [text: string, context: string | undefined][] = [
  ['The strategy covers sex work.', 'own-voice'],
  ['We use the term sex work in this strategy.', 'own-voice'],
  ['We use the term “sex work” throughout.', 'own-voice'],
  ['Officers must not call it that, and sex work goes on.', 'own-voice'],
  ['We say that sex work should be discussed.', 'own-voice'],
  ['This policy states that sex work is not an offence.', 'own-voice'],
  ['The term “sex work” is disputed.', 'mention'],
  ['The term sex work is disputed.', 'mention'],
  ['The so-called sex work sector wrote.', 'mention'],
  ['The report, “Sex Work and the Law in Europe”, was late.', 'title'],
  ['*Sex Work and the Law* was late.', 'title'],
  ['The Sex Work National Police Guidance was late.', 'title'],
  ['The Northborough Sex Work Project wrote to us.', 'name'],
  ['Campaigners say that sex work is exploitation.', 'attributed'],
  ['Critics say sex work is exploitation.', 'attributed'],
  ['It has been reported in two papers that sex work is rising.', 'attributed'],
  ['According to the minister, sex work is rising.', 'attributed'],
  ['Sex work is rising, campaigners say.', 'attributed'],
  ['The minister said: “We will look at sex work again next year.”', 'quotation'],
  ['> We will look at sex work again.', 'quotation'],
  ['Do not say sex work.', 'negated'],
  ['This is not sex work but exploitation.', 'negated'],
  ['The inspectors found that sex work was rising.', 'attributed'],
  ['We found that sex work was rising.', 'own-voice'],
  ['Evidence shows that sex work is rising.', 'own-voice'],
  ['The council’s position is that sex work is rising.', 'attributed'],
  ['The council’s position is that sex work has no place in this strategy.', 'own-voice'],
  ['Our position is that sex work is rising.', 'own-voice'],
  ['The reality is that sex work is rising.', 'own-voice'],
  ['The board’s view that sex work is rising was mistaken.', 'attributed'],
  ['The fear that sex work would rise was groundless.', 'attributed'],
  ['The Secretary of State: we heard of sex work. The clerk left.', 'own-voice'],
  ['The applicant must say whether sex work was rising.', 'own-voice'],
  ['This guidance speaks of sex work.', 'own-voice'],
  ['The unit meets sex work daily. A survey (National Board, 2024) counted it.', 'own-voice'],
  ['The unit met sex work in the north (May 2024).', 'own-voice'],
  ['Roe, Sex Work by the Sea (Tidewater, 2011).', 'title'],
  ['Staff fear that sex work will rise.', 'own-voice'],
  ['Will the Minister accept that sex work is rising?', 'own-voice'],
  ['If you think sex work is rising, ring us.', 'own-voice'],
  ['You told us that sex work is rising.', 'attributed'],
  ['People up and down the country said that sex work was rising.', 'attributed'],
  ['The clerk, who had been asked, said that sex work was rising.', 'attributed'],
  ['As the inspector put it in 2019, sex work is rising.', 'attributed'],
  ['“Sex work” means the sale of sex by an adult.', 'own-voice'],
  ['In section 51, “sex work” means the sale of sex.', 'statute'],
  ['In this manual “sex work” is the sale of sex.', 'own-voice'],
  ['**Myth:** sex work is rising.', 'quotation'],
  ['Question 2: Should sex work be lawful?', 'quotation'],
  ['Question 2: No. Sex work is rising.', 'own-voice'],
  ['We cannot share his belief that sex work is easy.', 'attributed'],
  ['We take the view that sex work is rising.', 'own-voice'],
  ['Brand, K. (2021). Sex work in four cities. Leeds: Millgate.', 'title'],
  ['# References\n\nSex work in four cities (Leeds, 2021)', 'title'],
  ['The film is entitled Our Street: Sex work and us.', 'title'],
  ['It is an offence under section 9 to profit from sex work.', 'statute'],
  ['The charity called for sex work to be made safe.', 'attributed'],
  ['We call for sex work to be made safe.', 'own-voice'],
  ['The board asked for a paper about sex work.', 'own-voice'],
  ['The board was told to ask whether sex work was rising.', 'own-voice'],
  ['The old manual described sex work as a nuisance.', 'attributed'],
  ['31 of the 40 who answered described sex work as a trade.', 'attributed'],
  ['Men who came to the house often said that sex work was easy.', 'attributed'],
  ['Hargreave argues that sex work is a trade.', 'attributed'],
  ['You asked how many sex work offences there were.', 'attributed'],
  ['I was told at the desk that sex work was rising.', 'attributed'],
  ['Callers must be told that sex work is lawful.', 'own-voice'],
  ['It was noted that sex work had moved.', 'own-voice'],
  ['4.3 Do not ask whether sex work was involved.', 'own-voice'],
  ['Does my hon. Friend agree that sex work is rising?', 'own-voice'],
  ['We reject the idea that sex work is easy.', 'attributed'],
  ['We do not accept the claim in paragraph 4 that sex work is easy.', 'attributed'],
  ['The scheme’s claimed benefits include less sex work.', 'own-voice'],
  ['However they describe it, we ask whether it is wise to fund sex work.', 'own-voice'],
  ['Read our report, Out of Sight: sex work in the north.', 'title'],
  ['See https://example.org/sex-work for more.', undefined],
  ['Run `sex work` in the shell.', undefined],
]

test.each(cases)('%s → %s', async (text, context) => {
  const file = await lintText(text)
  const id = 'prostitution/sex-work'
  const flagged = file.messages.find(({ ruleId }) => ruleId === id)
  const quiet = file.data.quiet?.find(({ ruleId }) => ruleId === id)
  expect(flagged?.context ?? quiet?.context).toBe(context)
})

test('negating the act is not negating the wording', async () => {
  expect(found(await lintText('Officers must not use sex workers.'))).toContain(
    'prostitution/use-of-sex-workers: use sex workers',
  )
})

test('a list under “Respondents said:” is the respondents’', async () => {
  const file = await lintText(
    'Respondents said:\n\n- sex work is work\n- prostitution should end\n',
  )
  expect(found(file)).toEqual([])
})

test('a quotation goes on over paragraphs until it is closed', async () => {
  const file = await lintText(
    'She wrote: “Sex work was all I knew.\n\n“Sex work was what they called it.”\n\nSex work ended.',
  )
  expect(
    file.messages
      .filter(({ ruleId }) => ruleId === 'prostitution/sex-work')
      .map(({ line }) => line),
  ).toEqual([5])
})

test('a title stays a title when it is used again', async () => {
  const file = await lintText(
    'We read “Safer Sex Work in Northborough”.\n\nIn Safer Sex Work in Northborough there is a table.',
  )
  expect(found(file)).toEqual([])
})

test('a speech goes on to the next “she said”, and ends where the writer speaks', async () => {
  const lines = async (text: string) =>
    (await lintText(text)).messages
      .filter(({ ruleId }) => ruleId === 'prostitution/sex-work')
      .map(({ column }) => column)
  expect(
    await lines(
      'Mrs Osei said that the park was lost. Sex work went on at night. She asked for help.',
    ),
  ).toEqual([])
  expect(
    await lines(
      'Mrs Osei said that the park was lost. We know that sex work is no answer. She asked for help.',
    ),
  ).toEqual([52])
})

test('what is left alone for another sense or an answer near by is said once for a term, with its cue', async () => {
  const file = await lintText('The farm had welfare visits.\n\nA client came.\n\nA client left.')
  expect(
    file.data.quiet?.map(({ ruleId, context, evidence }) => [ruleId, context, evidence]),
  ).toEqual([
    ['prostitution/welfare-visit', 'other-sense', 'near “farm”'],
    [
      'prostitution/client-buyer',
      'other-sense',
      'no word that would show the sense meant stands near, nor near 1 more like it',
    ],
  ])
})
