import type { Contract } from '@chat-sns/release/contract';
import { type Oracle, oracles } from '../oracles/index.ts';
import { type Mutant, mutate } from './mutant.ts';

/** What became of a mutant: the oracle that named it first, or why it lives. */
export interface Outcome {
  mutant: Mutant;
  killedBy?: Oracle['name'];
  /** The message that names the change, or the messages that are about something else. */
  messages: string[];
}

export function judgeMutant(contract: Contract, mutant: Mutant, judges: Oracle[] = oracles): Outcome {
  const changed = mutate(contract, mutant);
  const beside: string[] = [];
  for (const { name, problems } of judges) {
    const messages = complaintsOf(() => problems(changed));
    const reason = messages.find((message) => mutant.words.some((word) => names(message, word)));
    if (reason) return { mutant, killedBy: name, messages: [reason] };
    beside.push(...messages);
  }
  return { mutant, messages: beside };
}

/** A contract on which a gate falls over is red as well, with the words of the error. */
function complaintsOf(problems: () => string[]): string[] {
  try {
    return problems();
  } catch (error) {
    return [`The gate broke off: ${error instanceof Error ? error.message : error}`];
  }
}

/** Whether a message holds a word as a whole: 3170 is not named by 31704, nor friend_delete by friend_delete_all. */
function names(message: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\w)${escaped}(?!\\w)`).test(message);
}

/** A sample that is the same for the same seed, spread over all mutants. */
export function sample<Item>(items: Item[], count: number, seed: number): Item[] {
  let state = seed;
  const next = () => {
    state = (state * 1664525 + 1013904223) % 2 ** 32;
    return state / 2 ** 32;
  };
  return items
    .map((item) => ({ item, key: next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item);
}
