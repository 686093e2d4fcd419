import { type Contract, isObject, type JsonObject } from '@chat-sns/release/contract';
import { type Mutant, nodeAt } from './mutant.ts';
import { schemaPlaces } from './walk.ts';

/** Every field of every hand-written schema: dropped, renamed, required or no longer so. */
export function fieldMutants(contract: Contract): Mutant[] {
  return schemaPlaces(contract).flatMap(({ path, schema }) =>
    Object.keys(isObject(schema.properties) ? schema.properties : {}).flatMap((field) => {
      const mutant = (
        family: string,
        what: string,
        change: (schema: JsonObject, fields: JsonObject) => void,
      ): Mutant => ({
        family,
        name: `${path.join('/').replace(/^components\//, '')}.${field}: ${what}`,
        words: [field],
        apply: (copy) => {
          const node = nodeAt(copy, path);
          change(node, node.properties as JsonObject);
        },
      });
      return [
        mutant('field', 'dropped', (node, fields) => {
          delete fields[field];
          node.required = requiredOf(node).filter((name) => name !== field);
        }),
        mutant('field', 'renamed', (node, fields) => {
          fields[`${field}s`] = fields[field];
          delete fields[field];
          node.required = requiredOf(node).map((name) => (name === field ? `${field}s` : name));
        }),
        mutant('required', 'required toggled', (node) => {
          const list = requiredOf(node);
          node.required = list.includes(field) ? list.filter((name) => name !== field) : [...list, field];
        }),
      ];
    }),
  );
}

const requiredOf = ({ required }: JsonObject): string[] =>
  Array.isArray(required) ? required.map(String) : [];
