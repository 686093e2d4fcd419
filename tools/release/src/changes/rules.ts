import type { Json } from '../contract.ts';
import type { Direction } from './facts.ts';

/**
 * What a change means for a program that was written against the old contract: it can stop working (`breaking`), it can
 * do more (`addition`), a value or a claim was corrected (`correction`), or only words for people moved (`text`).
 */
export type Impact = 'breaking' | 'addition' | 'correction' | 'text';
export type Move = { how: 'added' | 'removed' } | { how: 'changed'; from: Json; to: Json };

const narrowing = new Set(['maxItems', 'maxLength', 'maximum', 'x-max-bytes', 'maxProperties']);
const widening = new Set(['minItems', 'minLength', 'minimum', 'minProperties']);

/** How much a value may still be: a tighter limit breaks who sends, a looser one breaks who receives. */
function judgeLimit(kind: string, move: Move, direction: Direction): Impact {
  const tighter =
    move.how === 'changed'
      ? narrowing.has(kind) === Number(move.to) < Number(move.from)
      : move.how === 'added';
  return tighter === (direction === 'in') ? 'breaking' : 'addition';
}

/** For presence-like kinds: what appearing and disappearing mean. */
const presence: Record<
  string,
  { in: [added: Impact, removed: Impact]; out: [added: Impact, removed: Impact] }
> = {
  'optional-field': { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  'required-field': { in: ['breaking', 'breaking'], out: ['addition', 'breaking'] },
  enum: { in: ['addition', 'breaking'], out: ['breaking', 'addition'] },
  operation: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  server: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  webhook: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  response: { in: ['addition', 'breaking'], out: ['breaking', 'addition'] },
  'media-type': { in: ['addition', 'breaking'], out: ['breaking', 'breaking'] },
  example: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  // A client is told to expect unknown codes, so a new one adds; one that goes away has handlers and a constant.
  code: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  'code-value': { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  'code-level': { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  'code-operation': { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  default: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  'x-default-when-absent': { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
  host: { in: ['addition', 'breaking'], out: ['addition', 'breaking'] },
};

const corrections = new Set(['x-status', 'code-text', 'example-value', 'host-not-offered', 'server-order']);

export function judge(kind: string, move: Move, direction: Direction): Impact {
  if (kind === 'text') return 'text';
  if (corrections.has(kind)) return 'correction';
  if (narrowing.has(kind) || widening.has(kind)) return judgeLimit(kind, move, direction);
  if (kind === 'required') return judgeRequired(move, direction);
  if (kind === 'frequency-calls' && move.how === 'changed') return grows(move) ? 'addition' : 'breaking';
  if (kind === 'frequency-perSeconds' && move.how === 'changed') return grows(move) ? 'breaking' : 'addition';
  if (kind === 'timeout' && move.how === 'changed') return grows(move) ? 'addition' : 'breaking';
  const rule = move.how === 'changed' ? undefined : presence[kind]?.[direction];
  // A keyword without a rule is taken for a breach until somebody writes the rule.
  return rule?.[move.how === 'added' ? 0 : 1] ?? 'breaking';
}

function judgeRequired(move: Move, direction: Direction): Impact {
  const becomes = move.how === 'changed' ? move.to === true : move.how === 'added';
  return becomes === (direction === 'in') ? 'breaking' : 'addition';
}

const grows = (move: { from: Json; to: Json }) => Number(move.to) > Number(move.from);
