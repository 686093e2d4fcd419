import type { Contract, JsonObject } from '../../src/contract.ts';

/** A change made by hand to a copy of the contract, and a word that the finding has to contain. */
export type Seed = [name: string, names: string, change: (contract: Contract) => void];

export const schema = ({ document }: Contract, name: string) =>
  (document.components.schemas as unknown as Record<string, JsonObject>)[name] as JsonObject;
export const property = (contract: Contract, name: string, field: string) =>
  (schema(contract, name).properties as Record<string, JsonObject>)[field] as JsonObject;
export const post = ({ document }: Contract, path: string) =>
  document.paths[path]?.post as unknown as JsonObject;
export const code = ({ catalogue }: Contract, number: number) => {
  const entry = catalogue.find((one) => one.code === number);
  if (!entry) throw new Error(`The catalogue has no ${number}`);
  return entry;
};
export const drop = (object: unknown, key: string) => delete (object as Record<string, unknown>)[key];
export const without = (contract: Contract, number: number) => {
  contract.catalogue = contract.catalogue.filter((entry) => entry.code !== number);
};
export const friends = '/v4/sns/friend_delete';
