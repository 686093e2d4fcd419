import type { SpecInput } from '../spec-input.ts';
import type { Strings } from '../strings/en.ts';
import { translatedSections } from '../strings/translation.ts';
import { mapDocument, type Visit } from './map-document.ts';

/** The contract with every text of the document, the error catalogue and the choices replaced. */
export function mapSpec(spec: SpecInput, visit: Visit): SpecInput {
  const errors = spec.errors.map((entry) => ({
    ...entry,
    ...mapFields(entry, ['meaning', 'action', 'changed'], (field, text) =>
      visit(`errors/${entry.code}/${field}`, text),
    ),
  }));
  const choices = spec.sources.choices.map((choice) => ({
    ...choice,
    ...mapFields(choice, ['title', 'difference', 'choice', 'reason'], (field, text) =>
      visit(`choices/${choice.topic}/${field}`, text),
    ),
  }));
  const document = mapDocument(spec.document, visit);
  return { ...spec, document, errors, sources: { ...spec.sources, choices } };
}

function mapFields<T, K extends keyof T & string>(node: T, fields: readonly K[], visit: Visit): Partial<T> {
  const texts = fields.flatMap((field) => (typeof node[field] === 'string' ? [[field, node[field]]] : []));
  return Object.fromEntries(texts.map(([field, text]) => [field, visit(field as string, text as string)]));
}

type Phrase = (...values: never[]) => string;
/** A phrase with values is a function, which a visitor gets as a whole. */
export type VisitPhrase = (path: string, phrase: Phrase) => Phrase;

/** The words of the site's own that every language has. Links to pages that only English has are left out. */
export function mapStrings(
  strings: Strings,
  visit: Visit,
  visitPhrase: VisitPhrase,
  englishOnly: ReadonlySet<string>,
): Strings {
  const walk = (node: unknown, path: string): unknown => {
    if (typeof node === 'string') return visit(path, node);
    if (typeof node === 'function') return visitPhrase(path, node as Phrase);
    if (Array.isArray(node)) return node.map((item, index) => walk(item, `${path}/${index}`));
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, value]) => [
      key,
      englishOnly.has(key) ? value : walk(value, `${path}/${key}`),
    ]);
    return Object.fromEntries(entries);
  };
  const sections = [...translatedSections, 'nav', 'home'] as const;
  const mapped = sections.map((name) => [name, walk(strings[name], `strings/${name}`)]);
  return { ...strings, ...Object.fromEntries(mapped) };
}
