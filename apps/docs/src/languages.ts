import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenApiDocument } from './openapi.ts';
import { type CatalogueEntry, type Choice, readSpec, type SpecInput } from './spec-input.ts';
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
 * English, and every language that `@chat-sns/spec` has an overlay for. A further language is its overlay in
 * `spec/overlays` and a file of the same name in `strings/`, and nothing else.
 */
export async function readLanguages(): Promise<[Language, ...Language[]]> {
  const spec = await readSpec();
  const folder = dirname(fileURLToPath(import.meta.resolve('@chat-sns/spec/openapi.json')));
  const tags = (await readdir(folder)).flatMap((file) => /^openapi\.(.+)\.json$/.exec(file)?.[1] ?? []);
  const others = tags.map(async (tag) => {
    const { strings } = (await import(`./strings/${tag}.ts`)) as { strings: Translation };
    return createLanguage(tag, strings, await readTranslation(spec, tag));
  });
  return [{ tag: 'en', folder: '', strings: en, spec }, ...(await Promise.all(others))];
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
    document: document as OpenApiDocument,
    errors: (errors as { errors: CatalogueEntry[] }).errors,
    sources: { ...spec.sources, choices: (choices as { choices: Choice[] }).choices },
  };
}
