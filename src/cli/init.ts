import process from 'node:process'
import type { CommandModule } from 'yargs'
import { CONFIG_NAME } from '../config/load.ts'
import { complain } from './complain.ts'
import { codeOf } from './files.ts'
import { schemaFor } from './new.ts'
import { say } from './say.ts'
import { modeline } from './skeletons.ts'
import { WRONG_USE } from './status.ts'
import { writeNew } from './write.ts'

const STARTER = `# Fairdraft's settings for the documents in this folder and below it.

# The house style. Others: fairdraft presets
extends: [recommended]

# How severe a rule, a pack or a term is: error, warning, suggestion or off.
# rules:
#   sex-work: off
#   offence-classification: error

# Phrases that are never flagged, such as the name of a project.
# exempt:
#   - Safer Streets Partnership

# Packs of your own: fairdraft new pack our-words
# packs: [./our-words.yml]
`

/** `fairdraft init`: writes a fairdraft.yml to start from, and never over one that exists. */
export const initCommand: CommandModule = {
  command: 'init',
  describe: `Write a ${CONFIG_NAME} to start from`,
  handler: async () => {
    try {
      const first = modeline(await schemaFor(CONFIG_NAME, 'preset'))
      await writeNew(CONFIG_NAME, `${first}\n${STARTER}`)
      say(`Wrote ${CONFIG_NAME}.\n`)
    } catch (error) {
      const reason =
        codeOf(error) === 'EEXIST'
          ? 'exists already; edit it'
          : `cannot be written (${codeOf(error)})`
      complain({ path: CONFIG_NAME, reason })
      process.exitCode = WRONG_USE
    }
  },
}
