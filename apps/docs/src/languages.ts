import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CatalogueEntry, Choice, ContractDocument } from '@chat-sns/spec';
import { readSpec, type SpecInput } from './spec-input.ts';
import { en, type Strings } from './strings/en.ts';
import { completeStrings, type Translation } from './strings/translation.ts';

/** One language of the site. */
export interface Language {
  /** BCP 47 tag. */
  tag: string;
  /** Folder of its pages: empty, or ending in a slash. */
  folder: string;
  strings: Strings;
  spec: SpecInput;
}

/**
 * English, and every language that `@chat-sns/spec` has an overlay for. A further language is one file, its overlay in
 * `spec/overlays`; a file of the same name in `strings/` gives it the words of the site's own.
 */
export async function readLanguages(): Promise<[Language, ...Language[]]> {
  const spec = await readSpec();
  const folder = dirname(fileURLToPath(import.meta.resolve('@chat-sns/spec/openapi.json')));
  const tags = (await readdir(folder)).flatMap((file) => /^openapi\.(.+)\.json$/.exec(file)?.[1] ?? []);
  const others = tags.map(async (tag) => {
    return createLanguage(tag, await readWords(tag), await readTranslation(spec, tag));
  });
  return [{ tag: 'en', folder: '', strings: en, spec }, ...(await Promise.all(others))];
}

/** The site's own words in a language; without a file for it, the English ones under the name of the language. */
export async function readWords(tag: string): Promise<Translation> {
  const file = new URL(`./strings/${tag}.ts`, import.meta.url);
  if (existsSync(file)) return ((await import(file.href)) as { strings: Translation }).strings;
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return { ...en, languages: { ...en.languages, name } };
}

export function createLanguage(tag: string, translation: Translation, spec: SpecInput): Language {
  return { tag, folder: `${tag}/`, strings: completeStrings(translation), spec };
}

/** The contract in another language. Examples, records and downloads are the same in all. */
async function readTranslation(spec: SpecInput, tag: string): Promise<SpecInput> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(
      await readFile(fileURLToPath(import.meta.resolve(`@chat-sns/spec/${name}.${tag}.json`)), 'utf8'),
    );
  const [document, errors, choices] = await Promise.all(['openapi', 'errors', 'choices'].map(read));
  return {
    ...spec,
    document: document as ContractDocument,
    errors: (errors as { errors: CatalogueEntry[] }).errors,
    sources: { ...spec.sources, choices: (choices as { choices: Choice[] }).choices },
  };
}
