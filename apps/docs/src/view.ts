import type { AssetNames } from './assets.ts';
import { createMarkdown, type Markdown } from './markdown.ts';
import type { SpecInput } from './spec-input.ts';
import type { Strings } from './strings/en.ts';

/** One language of the site. */
export interface Language {
  /** BCP 47 tag. */
  tag: string;
  /** Folder of its pages: empty, or ending in a slash. */
  folder: string;
  strings: Strings;
}

/** What the pages of one language are made from. */
export interface Site {
  spec: SpecInput;
  language: Language;
  assets: AssetNames;
  /** Names of the contract, which are set in the typeface of code wherever a text uses them. */
  terms: ReadonlySet<string>;
}

/** The site as seen from one page, which decides how relative links look. */
export interface View extends Markdown {
  site: Site;
  strings: Strings;
  /** Relative link to a page of the same language, such as `errors/#31704`. */
  to(path: string): string;
  /** Relative link to a file that all languages share. */
  file(path: string): string;
}

export function createView(site: Site, path: string): View {
  const up = (folder: string) => '../'.repeat(folder.split('/').length - 1);
  const to = (target: string) => {
    if (target.startsWith(`${path}#`)) return target.slice(path.length);
    return `${up(path)}${target}` || './';
  };
  const codes = new Set(site.spec.errors.map((entry) => String(entry.code)));
  return {
    site,
    strings: site.language.strings,
    to,
    file: (target) => `${up(site.language.folder + path)}${target}`,
    ...createMarkdown({
      terms: site.terms,
      link: (word) => (codes.has(word) ? to(`errors/#${word}`) : undefined),
    }),
  };
}
