import type { ContractDocument } from '@chat-sns/spec';
import type { AssetNames } from './assets.ts';
import { listOperations } from './calls.ts';
import { type Html, html } from './html.ts';
import type { Language } from './languages.ts';
import { createMarkdown, type Markdown } from './markdown.ts';
import { codePath } from './paths.ts';
import type { SpecInput } from './spec-input.ts';
import type { Strings } from './strings/en.ts';

/** What the pages of one language are made from. */
export interface Site {
  spec: SpecInput;
  language: Language;
  assets: AssetNames;
  /** Names of the contract, which a text shows as code. */
  terms: ReadonlySet<string>;
  /** Every language of the site, English first. */
  languages: readonly Language[];
  /** Pages that other languages do not have and link to in English. */
  englishOnly: ReadonlySet<string>;
  /** Where the site will be, ending in a slash. Without it, nothing on the site is more than a relative link. */
  address?: string | undefined;
}

/** The site as seen from one page, which decides how relative links look. */
export interface View extends Markdown {
  site: Site;
  strings: Strings;
  /** Relative link to a page, such as `operations/#address`: of the same language, or in English where only that exists. */
  to(path: string): string;
  /** Whether the language lacks the page, so that `to` leads to the English one. */
  isForeign(path: string): boolean;
  /** Relative link to a page in another language; to its home page where it lacks the page. */
  inLanguage(tag: string, path: string): string;
  /** Relative link to a file that all languages share. */
  file(path: string): string;
}

/** `root` is the path of the site's root for a page that is shown at any address; links are relative without it. */
export function createView(site: Site, path: string, root?: string): View {
  const { language, languages, englishOnly } = site;
  const up = (folder: string) => '../'.repeat(folder.split('/').length - 1);
  const [toRoot, toHome] =
    root === undefined ? [up(language.folder + path), up(path)] : [root, root + language.folder];
  const file = (target: string) => `${toRoot}${target}`;
  const isForeign = (target: string) =>
    language.tag !== 'en' && englishOnly.has(target.replace(/[?#].*$/s, ''));
  const to = (target: string) => {
    if (isForeign(target)) return file(target);
    if (target.startsWith(`${path}#`)) return target.slice(path.length);
    return `${toHome}${target}` || './';
  };
  const codes = new Set(site.spec.errors.map((entry) => String(entry.code)));
  return {
    site,
    strings: site.language.strings,
    to,
    file,
    isForeign,
    inLanguage: (tag, target) => {
      const { folder = '' } = languages.find((other) => other.tag === tag) ?? {};
      const missing = tag !== 'en' && englishOnly.has(target);
      return `${file(folder + (missing ? '' : target))}` || './';
    },
    ...createMarkdown({
      terms: site.terms,
      resolve: to,
      link: (word) => (codes.has(word) && codePath(word) !== path ? to(codePath(word)) : undefined),
    }),
  };
}

/** Attributes of a link to a page that only English has. */
export function inEnglish(view: View, path: string): Html | undefined {
  return view.isForeign(path) ? html` lang="en" hreflang="en"` : undefined;
}

/** Names of the contract that cannot be mistaken for common words: operations, fields and values in camel case. */
export function findTerms(document: ContractDocument): Set<string> {
  const names = new Set(listOperations(document).map(({ operation }) => operation.operationId));
  collect(document, names);
  return new Set([...names].filter((name) => /^[A-Za-z]+[a-z][A-Z]\w*$/.test(name)));
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'properties') for (const name of Object.keys(value)) names.add(name);
    if (key === 'enum') for (const name of value) names.add(String(name));
    collect(value, names);
  }
}
