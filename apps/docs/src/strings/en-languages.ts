/** Words about the language of a page. */
export const languages = {
  /** The language's name in itself. */
  name: 'English',
  label: 'Language',
  /** Says that a language was translated by machine: short for the bar, long for the page. The original has none. */
  machine: undefined as { short: string; notice: string; original: string } | undefined,
};
