import type { ContractDocument, Example, Reference, Tag } from '@chat-sns/spec';
import { resolveRef } from '../calls.ts';

/** Gets a path and the text there, and returns the text to put there. */
export type Visit = (path: string, text: string) => string;

const prose = new Set(['summary', 'description', 'title']);
/** Values, names and records: the same in every language. */
const facts = new Set(['value', 'example', 'enum', 'const', 'security', 'x-source', 'x-codeSamples']);

/** The document with every text that a reader reads replaced, at paths that do not depend on any order. */
export function mapDocument(document: ContractDocument, visit: Visit): ContractDocument {
  const walk = (node: unknown, path: string): unknown => {
    if (Array.isArray(node)) return node.map((item, index) => walk(item, `${path}/${nameOf(item, index)}`));
    if (typeof node !== 'object' || node === null) return node;
    const entries = Object.entries(node).map(([key, value]) => [
      key,
      walkEntry(key, value, `${path}/${key}`),
    ]);
    return { ...Object.fromEntries(entries), ...tagName(node, path) };
  };
  const walkEntry = (key: string, value: unknown, path: string): unknown => {
    // Examples are read where they are used: the bundler numbers those that share a name.
    if (facts.has(key) || path === 'document/components/examples') return value;
    if (key === 'examples' && !Array.isArray(value)) return walkExamples(value as object, path);
    if (key === 'x-enumDescriptions') return walkMeanings(value as object, path);
    return typeof value === 'string' && isProse(key, path) ? visit(path, value) : walk(value, path);
  };
  const walkExamples = (examples: object, path: string) =>
    Object.fromEntries(
      Object.entries(examples).map(([name, node]: [string, Example | Reference]) => {
        const { summary, description } = resolveRef<Example>(document, node);
        const texts = { summary, ...(description && { description }) };
        const mapped = Object.entries(texts).map(([key, text]) => [
          key,
          visit(`${path}/${name}/${key}`, text),
        ]);
        return [name, { ...node, ...Object.fromEntries(mapped) }];
      }),
    );
  // The titles of codes are names of constants.
  const walkMeanings = (meanings: object, path: string) =>
    Object.fromEntries(
      Object.entries(meanings).map(([value, text]) => [
        value,
        /^\d{5}$/.test(value) ? text : visit(`${path}/${value}`, text),
      ]),
    );
  // A tag's name is an identifier too, so its translation goes beside it.
  const tagName = (node: object, path: string) => {
    if (!path.startsWith('document/tags/')) return {};
    const { name, 'x-displayName': shown = name } = node as Tag;
    const text = visit(`${path}/name`, shown);
    return text === name ? {} : { 'x-displayName': text };
  };
  return walk(document, 'document') as ContractDocument;
}

function isProse(key: string, path: string): boolean {
  if (key === 'region') return path.startsWith('document/x-hosts-not-offered/');
  // The title of a schema is its ActionStatus.
  return prose.has(key) && !(key === 'title' && path.startsWith('document/components/schemas/'));
}

/** A name for an item of a list, so that its path does not depend on the order. */
function nameOf(item: unknown, index: number): string {
  const { name, host, path, 'x-region': region } = (item ?? {}) as Record<string, unknown>;
  return String(name ?? region ?? host ?? path ?? index);
}
