import { operations } from '@chat-sns/spec';
import type { Received } from '../calls/send.ts';

/** A response body that is not trusted: every field may be missing or of another type. */
export interface Envelope {
  readonly ActionStatus?: unknown;
  readonly ErrorCode?: unknown;
  readonly ErrorInfo?: unknown;
  readonly CurrentSequence?: unknown;
}

export interface Item {
  readonly To_Account?: unknown;
  readonly ResultCode?: unknown;
  readonly ResultInfo?: unknown;
}

export function envelopeOf(received: Received): Envelope | undefined {
  if ('noResponse' in received) return undefined;
  return isObject(received.json) ? received.json : undefined;
}

const itemFields = Object.values(operations).flatMap(({ items }) => items ?? []);

export function itemsOf(envelope: Envelope): Item[] {
  const items = itemFields.map((field) => Reflect.get(envelope, field)).find(Array.isArray) ?? [];
  return items.filter(isObject);
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A response in one line, short enough for a table. */
export function summarise(received: Received): string {
  if ('noResponse' in received) return received.noResponse;
  const text = received.text.length > 160 ? `${received.text.slice(0, 160)}…` : received.text;
  return `HTTP ${received.status} ${text.replace(/\s+/g, ' ')}`.trim();
}
