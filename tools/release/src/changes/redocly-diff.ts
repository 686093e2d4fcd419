import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runRedocly } from '@chat-sns/build/redocly';
import type { ContractDocument } from '@chat-sns/spec';
import type { Json } from '../contract.ts';
import type { Change, Impact } from './change.ts';
import { inWords, nameOf, subjectOf } from './structure.ts';

/** One change as `redocly diff --format json` reports it; some of it has a verdict of a rule. */
interface Reported {
  path: string;
  typeName: string;
  kind: 'added' | 'removed' | 'modified';
  property?: string;
  verdicts: { ruleId: string; impact: string; message: string }[];
  base?: { pointer: string; value?: Json };
  revision?: { pointer: string; value?: Json };
}

/** What `redocly diff` with its recommended rules finds, extensions left out. */
export function redoclyDiff(before: ContractDocument, after: ContractDocument): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-diff-'));
  try {
    writeFileSync(join(folder, 'redocly.yaml'), 'extends:\n  - diff-recommended\n');
    writeFileSync(join(folder, 'released.json'), JSON.stringify(before));
    writeFileSync(join(folder, 'today.json'), JSON.stringify(after));
    const files = ['released.json', 'today.json', '--config', 'redocly.yaml'];
    const output = runRedocly(['diff', ...files, '--format', 'json', '--fail-on', 'none'], folder);
    const { changes } = JSON.parse(output) as { changes: Reported[] };
    return changes
      .filter((one) => !isExtension(one))
      .map((one) => toChange(one, { base: before, revision: after }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// A server goes by its region when extensions are compared, so a renamed region is only seen here.
const isExtension = ({ path, typeName, property = '' }: Reported) =>
  typeName === 'SpecExtension' ||
  path.includes('/x-codeSamples') ||
  (property.startsWith('x-') && property !== 'x-region');

function toChange(
  reported: Reported,
  documents: { base: ContractDocument; revision: ContractDocument },
): Change {
  const { property, base, revision } = reported;
  const impact = judge(reported);
  // Of what is gone only the base has the place; the revision names what it was part of.
  const isGone = revision?.value === undefined;
  const pointer = (isGone ? base : revision)?.pointer ?? reported.path;
  const place = placeOf(pointer, isGone ? documents.base : documents.revision);
  let words = inWords({ place, from: base?.value, to: revision?.value });
  if (property === 'key') words = `${subjectOf(place)} was named ${base?.value} before`;
  if (impact === 'text') words = `${subjectOf(place)} was reworded`;
  return { key: pointer, impact, words };
}

/** The keys of a JSON pointer, with names in place of indices. */
function placeOf(pointer: string, document: ContractDocument): string[] {
  let at: unknown = document;
  return pointer
    .slice(2)
    .split('/')
    .map((part) => {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      const list = at;
      at = (at as Record<string, unknown> | undefined)?.[key];
      return (Array.isArray(list) && nameOf(at)) || key;
    });
}

const prose = new Set(['description', 'summary', 'title', 'examples', 'example', 'tags', 'externalDocs']);
const proseTypes = new Set(['Info', 'Contact', 'License', 'Tag', 'TagList', 'ExternalDocs']);
/** What no rule of redocly judges, and what breaks all the same: a default, a renamed field, what tells variants apart. */
const unjudged = new Set(['default', 'key', 'propertyName', 'name', 'in', 'x-region']);

function judge({ path, kind, typeName, property = '', verdicts, base }: Reported): Impact {
  if (verdicts.some(({ impact }) => impact === 'major')) {
    // Clients are told that a code can be one they do not know, so a new one adds and does not break.
    const isNewCode =
      verdicts.every(({ ruleId }) => ruleId === 'enum-values-added') &&
      /properties\/(ErrorCode|ResultCode)(\/|$)/.test(path);
    return isNewCode ? 'addition' : 'breaking';
  }
  if (prose.has(property) || proseTypes.has(typeName)) return 'text';
  if (typeName === 'Example' && kind === 'modified') return 'correction';
  if (kind === 'removed') return 'breaking';
  if (kind === 'added') return typeName === 'Response' ? 'breaking' : 'addition';
  // The rules about parameters look at those of operations; a webhook's are received, not sent.
  const isReceived = /^#\/webhooks\/[^/]+\/post\/parameters\//.test(path);
  return isReceived || (unjudged.has(property) && base?.value !== undefined) ? 'breaking' : 'addition';
}
