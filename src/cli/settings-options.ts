/** What every command that checks documents may be told of its settings. */
export const settingsOptions = {
  preset: {
    type: 'string',
    array: true,
    requiresArg: true,
    nargs: 1,
    describe: 'A house style; may be repeated',
  },
  config: {
    type: 'string',
    requiresArg: true,
    describe: 'A configuration file instead of the nearest fairdraft.yml',
  },
} as const
