import process from 'node:process'
import type { CommandModule } from 'yargs'
import { catalogue, knowledge } from '../index.ts'

/** `fairdraft presets` */
export const presetsCommand: CommandModule = {
  command: 'presets',
  describe: 'House styles: who wrote each, and whose viewpoint it gives',
  handler: () => {
    const lines = catalogue.presets.map(({ name, title, author, date, viewpoint }) => {
      const stands = viewpoint
        ? (knowledge.viewpoints[viewpoint]?.name ?? viewpoint)
        : 'none: it takes no side'
      return `${name}\n    ${title}\n    viewpoint: ${stands}\n    by: ${author} (${date})`
    })
    process.stdout.write(`${lines.join('\n\n')}\n\nMore: fairdraft explain <preset>\n`)
  },
}
