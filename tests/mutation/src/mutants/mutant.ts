import { type Contract, cloneContract, isObject, type JsonObject } from '@chat-sns/release/contract';
import type { OperationId } from '@chat-sns/spec';
import { codesOf, operationIds } from '../../spec-tools.ts';

/** One change of meaning, made to a copy of the contract. */
export interface Mutant {
  family: string;
  name: string;
  /** A gate has noticed this mutant, and not something else, when a message of it holds one of these words. */
  words: string[];
  apply(contract: Contract): void;
}

/** The contract with the change, and with everything that is made from the changed part made again. */
export function mutate(contract: Contract, { apply }: Mutant): Contract {
  const copy = cloneContract(contract);
  apply(copy);
  followCatalogue(copy);
  return copy;
}

/** What `npm run generate` does: the schemas that list codes are written from the catalogue. */
function followCatalogue({ document, catalogue }: Contract): void {
  const fill = (schema: string, id: OperationId, level: 'request' | 'item') => {
    const node = document.components.schemas[schema];
    if (!node) return;
    const codes = codesOf(catalogue, id, level).map(({ code }) => code);
    node.enum = level === 'item' ? [0, ...codes] : codes;
  };
  for (const id of operationIds) fill(`${id[0]?.toUpperCase()}${id.slice(1)}ErrorCodeKnown`, id, 'request');
  fill('DeleteFriendsResultCodeKnown', 'deleteFriends', 'item');
}

/** The object at a place of the document. Mutants are made from the document, so the place exists. */
export function nodeAt(contract: Contract, path: string[]): JsonObject {
  let at: unknown = contract.document;
  for (const key of path) at = (at as Record<string, unknown>)[key];
  if (!isObject(at) && !Array.isArray(at)) throw new Error(`Nothing at ${path.join('/')}`);
  return at as JsonObject;
}
