import { en, type Strings } from './en.ts';

/** Sections of the pages that every language has. The words of guides and tools stay English until they are listed. */
export const translatedSections = [
  'retry',
  'status',
  'family',
  'level',
  'levelShort',
  'range',
  'field',
  'operation',
  'calling',
  'catalogue',
  'disagreements',
  'sources',
  'claims',
  'redoc',
  'languages',
  'site',
  'search',
  'contents',
  'sections',
] as const;

type Section = (typeof translatedSections)[number];

/** The words of one language, as its file in this folder exports them. Links to English pages keep their English. */
export type Translation = Pick<Strings, Section> & {
  nav: Partial<Strings['nav']>;
  home: Omit<Strings['home'], 'ways' | 'files'> & {
    ways: Partial<Strings['home']['ways']>;
    files: Partial<Strings['home']['files']>;
  };
};

export function completeStrings(translation: Translation): Strings {
  const { nav, home } = translation;
  return {
    ...en,
    ...translation,
    nav: { ...en.nav, ...nav },
    home: {
      ...home,
      ways: { ...en.home.ways, ...home.ways },
      files: { ...en.home.files, ...home.files },
    },
  };
}
