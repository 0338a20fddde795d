/** The help of the commands that keep a library safe. */
export const safekeepingHelp = {
  check: {
    synopsis: '[--repair]',
    about: 'Looks at every file of the library and says in words what is wrong with it; with --repair, sets right what can be.',
    options: { repair: 'Moves what can’t be used to damaged/ with its reason, gives lost tags an entry, and removes what interrupted writes left. Nothing else is removed.' },
    notes: ['The status is 0 when the library is sound, 1 when it is not. Files that belong to no article are named, but are no fault.'],
    examples: [
      ['lectern check', 'checks the library, also while the app has it open'],
      ['lectern check --repair', 'repairs it; the app must not have it open'],
    ],
  },
} as const;
