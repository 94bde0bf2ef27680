import { articleBefore } from './article.ts'
import { beginsSentence, capitalise, inStyle, type Style } from './capitals.ts'
import type { Edit } from './site.ts'

const ARTICLE = /(?<![\p{L}\p{N}'’-])(an?)(\s+["'“‘(]*)$/iu
const ARTICLE_REACH = 20

/** Gives an edit the capitals of its place, and the article before it the sound that it asks for. */
export function finish(text: string, edit: Edit, style: Style): Edit {
  const whole = withArticle(text, { ...edit, text: inStyle(edit.text, style) }, edit.text, style)
  const begins =
    /^\P{L}*\p{Lu}/u.test(text.slice(whole.start, edit.end)) && beginsSentence(text, whole.start)
  return begins ? { ...whole, text: capitalise(whole.text) } : whole
}

function withArticle(text: string, edit: Edit, wording: string, style: Style): Edit {
  const reach = text.slice(Math.max(0, edit.start - ARTICLE_REACH), edit.start)
  const [all, article, gap] = ARTICLE.exec(reach) ?? []
  const wanted = articleBefore(style === 'upper' ? wording.toLowerCase() : wording)
  if (all === undefined || article?.toLowerCase() === wanted) return edit
  const written = style === 'upper' ? wanted.toUpperCase() : wanted
  return { start: edit.start - all.length, end: edit.end, text: `${written}${gap}${edit.text}` }
}

/** Whether an edit changes something and doubles nothing: "women women", "clients and clients". */
export function changes(text: string, { start, end, text: inserted }: Edit): boolean {
  if (inserted === text.slice(start, end)) return false
  const words = inserted.toLowerCase().split(/\s+/)
  const reach = inserted.length + ARTICLE_REACH
  const before = text.slice(Math.max(0, start - reach), start).toLowerCase()
  const after = text.slice(end, end + reach).toLowerCase()
  const wordsBefore = before.split(/\s+/)
  const wordsAfter = after.split(/\s+/)
  const repeats = words.some((_, index) => {
    const head = words.slice(0, index + 1).join(' ')
    const tail = words.slice(index).join(' ')
    return (
      wordsBefore.slice(-2 - index).join(' ') === `${head} ` ||
      wordsAfter.slice(0, words.length - index + 1).join(' ') === ` ${tail}`
    )
  })
  const whole = words.join(' ')
  const joints = [' and ', ' or ', ', ']
  return (
    !repeats &&
    !joints.some((joint) => before.endsWith(whole + joint) || after.startsWith(joint + whole))
  )
}
