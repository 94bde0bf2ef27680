import type { Mark } from '../blocks.ts'

/** What a reader wants to know of how text is formatted; undefined where nothing is said. */
export interface Formatting {
  readonly strong?: boolean | undefined
  readonly emphasis?: boolean | undefined
  /** Struck through. */
  readonly deleted?: boolean | undefined
  readonly hidden?: boolean | undefined
  /** A language tag, or the part of it that names the language. */
  readonly language?: string | undefined
}

/** Formatting with other formatting laid over it. */
export function mergeFormatting(base: Formatting, over: Formatting): Formatting {
  return {
    strong: over.strong ?? base.strong,
    emphasis: over.emphasis ?? base.emphasis,
    deleted: over.deleted ?? base.deleted,
    hidden: over.hidden ?? base.hidden,
    language: over.language ?? base.language,
  }
}

/** The marks that formatting stands for, always in the same order. */
export function marksOf({ strong, emphasis, deleted }: Formatting, isLink: boolean): Mark[] {
  const marks = { link: isLink, deleted, strong, emphasis }
  const order = ['link', 'deleted', 'strong', 'emphasis'] as const
  return order.filter((mark) => marks[mark])
}
