import type { Answer } from '../calls/send.ts';

/** An answer read without trust: every field may be missing or of another type. */
export interface Envelope {
  readonly ActionStatus?: unknown;
  readonly ErrorCode?: unknown;
  readonly ErrorInfo?: unknown;
  readonly CurrentSequence?: unknown;
  readonly ResultItem?: unknown;
}

export interface Item {
  readonly To_Account?: unknown;
  readonly ResultCode?: unknown;
  readonly ResultInfo?: unknown;
}

export function envelopeOf(answer: Answer): Envelope | undefined {
  if ('silent' in answer) return undefined;
  return isObject(answer.json) ? answer.json : undefined;
}

export function itemsOf(envelope: Envelope): Item[] {
  return Array.isArray(envelope.ResultItem) ? envelope.ResultItem.filter(isObject) : [];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer in one line, short enough for a table. */
export function summarise(answer: Answer): string {
  if ('silent' in answer) return answer.silent;
  const text = answer.text.length > 160 ? `${answer.text.slice(0, 160)}…` : answer.text;
  return `HTTP ${answer.status} ${text.replace(/\s+/g, ' ')}`.trim();
}
