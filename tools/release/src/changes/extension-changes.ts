import type { ContractDocument } from '@chat-sns/spec';
import type { Change, Impact } from './change.ts';
import { type Difference, inWords, structuralDifferences, subjectOf } from './structure.ts';

/** Evidence: it moves without the contract moving. */
const evidence = new Set(['x-source', 'x-open-questions']);
const corrections = new Set(['x-status', 'x-keyword-status', 'x-hosts-not-offered', 'the first']);
const prose = new Set([
  ...['x-enumDescriptions', 'x-enum-descriptions', 'x-codeSamples', 'description'],
  ...['x-related', 'x-sample-url', 'x-debugging-tool', 'externalDocs'],
]);
/** What a consumer may do or have at most: a lower value breaks, and so does a limit where there was none. */
const atMost = new Set(['x-max-bytes', 'x-timeout-seconds', 'x-rate-limit', 'calls', 'maxLength', 'maximum']);
const atLeast = new Set(['perSeconds', 'minLength', 'minimum']);

/** What the extensions (`x-…`) of the document promise. No tool knows what they mean. */
export function extensionChanges(before: ContractDocument, after: ContractDocument): Change[] {
  const differences = structuralDifferences(before, after);
  // Tools that take no region call the first server.
  const [from, to] = [before, after].map(({ servers }) => servers[0]?.['x-region']);
  if (from !== to) differences.push({ place: ['x-region', 'the first'], from, to });
  return differences.flatMap((difference) => {
    const { place } = difference;
    const isExtension = place.some((key) => key.startsWith('x-'));
    if (!isExtension || place.some((key) => evidence.has(key))) return [];
    const impact = judge(difference);
    const words = impact === 'text' ? `${subjectOf(place)} was reworded` : inWords(difference);
    return [{ key: place.join(' '), impact, words }];
  });
}

function judge({ place, from, to }: Difference): Impact {
  const last = place.at(-1) ?? '';
  if (place.some((key) => prose.has(key))) return 'text';
  if (place.some((key) => corrections.has(key))) return 'correction';
  if (atMost.has(last)) return from === undefined || Number(to) < Number(from) ? 'breaking' : 'addition';
  if (atLeast.has(last)) return from === undefined || Number(to) > Number(from) ? 'breaking' : 'addition';
  // What an extension without a rule loses or changes breaks until somebody writes the rule.
  return from === undefined ? 'addition' : 'breaking';
}
