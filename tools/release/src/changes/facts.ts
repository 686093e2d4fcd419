import type { Contract, Json } from '../contract.ts';
import { codeFacts } from './code-facts.ts';
import { operationFacts } from './operation-facts.ts';
import { serverFacts } from './server-facts.ts';
import { webhookFacts } from './webhook-facts.ts';

/** Who writes the value: `in` is sent by the consumer of the contract, `out` is received. */
export type Direction = 'in' | 'out';

/** One thing that a consumer can rely on. Its kind decides what a change of it means. */
export interface Fact {
  kind: string;
  value: Json;
  direction: Direction;
}
export type Facts = Map<string, Fact>;
export type Emit = (key: string, kind: string, value: Json | undefined, direction?: Direction) => void;

/** Takes the contract apart. Keys read like English, because the changelog and the failures are made of them. */
export function factsOf(contract: Contract): Facts {
  const facts: Facts = new Map();
  const emit: Emit = (key, kind, value, direction = 'out') => {
    if (value !== undefined) facts.set(key, { kind, value, direction });
  };
  serverFacts(contract.document, emit);
  operationFacts(contract.document, emit);
  webhookFacts(contract.document, emit);
  codeFacts(contract.catalogue, emit);
  return facts;
}
