import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { Language } from '../languages.ts';
import { mapSpec, mapStrings } from './map-language.ts';

/** Every text of a language by its path. */
export type Texts = ReadonlyMap<string, string>;

/** Hashes of the English and of its translation, by path, as they were when the translation was last checked. */
export type Lock = Record<string, [english: string, translation: string]>;

export interface Fault {
  kind: 'untranslated' | 'stale' | 'unrecorded' | 'gone';
  path: string;
  english: string;
}

/** A phrase with values is compared by its results for these, because its source differs between runners. */
const samples = [[0, 5], [1, 1], [2, 7], ['requests'], ['x']];

export function listTexts({ spec, strings }: Language, englishOnly: ReadonlySet<string>): Texts {
  const texts = new Map<string, string>();
  const note = (path: string, text: string) => {
    texts.set(path, text);
    return text;
  };
  mapSpec(spec, note);
  mapStrings(
    strings,
    note,
    (path, phrase) => {
      note(path, samples.map((values) => phrase(...(values as never[]))).join(' | '));
      return phrase;
    },
    englishOnly,
  );
  return texts;
}

/** Compares a language with English. A text that is the same in both counts as translated only when the lock says so. */
export function findFaults(english: Texts, translation: Texts, lock: Lock): Fault[] {
  const faults = withoutUnbegun(english, translation).flatMap(([path, text]): Fault[] => {
    const translated = translation.get(path);
    const [englishHash, hash] = lock[path] ?? [];
    const fault = (kind: Fault['kind']) => [{ kind, path, english: text }];
    if (translated === undefined || (translated === text && hash !== hashOf(text)))
      return fault('untranslated');
    if (englishHash === undefined || hash !== hashOf(translated)) return fault('unrecorded');
    return englishHash === hashOf(text) ? [] : fault('stale');
  });
  const gone = Object.keys(lock).filter((path) => !english.has(path));
  return [...faults, ...gone.map((path): Fault => ({ kind: 'gone', path, english: '' }))];
}

/** The long texts about choices may stay English, marked as such, until the first of them is translated. */
function withoutUnbegun(english: Texts, translation: Texts): [path: string, text: string][] {
  const isChoice = (path: string) => path.startsWith('choices/');
  const begun = [...english].some(([path, text]) => isChoice(path) && translation.get(path) !== text);
  return [...english].filter(([path]) => begun || !isChoice(path));
}

/**
 * The lock with all new and changed translations. An unchanged translation stays stale, unless its path is among
 * those that still fit.
 */
export function updateLock(
  english: Texts,
  translation: Texts,
  lock: Lock,
  stillFit: readonly string[],
): Lock {
  const takeUp = new Set(stillFit);
  for (const { kind, path } of findFaults(english, translation, lock))
    if (kind === 'unrecorded') takeUp.add(path);
  const entries = [...english].flatMap(([path, text]): [string, Lock[string]][] => {
    const old = lock[path];
    if (takeUp.has(path)) return [[path, [hashOf(text), hashOf(translation.get(path) ?? '')]]];
    return old === undefined ? [] : [[path, old]];
  });
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function describeFaults(tag: string, faults: readonly Fault[]): string {
  const lines = faults.map(
    ({ kind, path, english }) => `${tag} ${kind}: ${path}\n    ${english.slice(0, 100)}`,
  );
  return `${lines.join('\n')}
Translate document/, errors/ and choices/ in spec/overlays/${tag}.yaml and strings/ in apps/docs/src/strings/${tag}*.ts,
build, then run: pnpm -C apps/docs translations
For a translation that still fits its new English: pnpm -C apps/docs translations --keep <path>`;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}

const fileOf = (tag: string) => new URL(`../strings/${tag}.lock.json`, import.meta.url);

/** The lock of a language; empty before the first run of the command that writes it. */
export async function readLock(tag: string): Promise<Lock> {
  try {
    const lines = JSON.parse(await readFile(fileOf(tag), 'utf8')) as Record<string, string>;
    const entries = Object.entries(lines).map(([path, hashes]) => [path, hashes.split(' ')]);
    return Object.fromEntries(entries) as Lock;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** One line for each text, so that two translators rarely edit the same line. */
export async function writeLock(tag: string, lock: Lock): Promise<void> {
  const lines = Object.entries(lock).map(([path, hashes]) => [path, hashes.join(' ')]);
  await writeFile(fileOf(tag), `${JSON.stringify(Object.fromEntries(lines), null, 2)}\n`);
}
