/** What the reader takes home: the draft with the replacements made. */
import { type Review, revisedText } from './review.ts'

/** Hands the reviewed draft to the browser as a download; nothing leaves the computer. */
export async function save(review: Review): Promise<void> {
  const [name, content] = await reviewed(review)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([content]))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

async function reviewed(review: Review): Promise<[name: string, content: string]> {
  const { stem = 'draft', extname = '.txt' } = review.file
  return [`${stem}-reviewed${extname}`, revisedText(review)]
}
