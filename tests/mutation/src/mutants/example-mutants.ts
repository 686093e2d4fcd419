import { type Contract, isObject, type JsonObject } from '@chat-sns/release/contract';
import { type Mutant, nodeAt } from './mutant.ts';

/** Every hand-written example: each field dropped or of another type, and the case itself taken away. */
export function exampleMutants({ document }: Contract): Mutant[] {
  const homes: [string, string[]][] = [
    ...Object.keys(document.paths).map((path): [string, string[]] => [path, ['paths', path, 'post']]),
    ['friendDeleted', ['webhooks', 'friendDeleted', 'post']],
  ];
  return homes.flatMap(([where, post]) =>
    [
      ['requestBody', 'content', 'application/json', 'examples'],
      ['responses', '200', 'content', 'application/json', 'examples'],
    ].flatMap((rest) => {
      const home = [...post, ...rest];
      const cases = nodeAt({ document, catalogue: [] }, home);
      return Object.entries(cases).flatMap(([name, node]) =>
        ofExample(document, where, home, name, node as JsonObject),
      );
    }),
  );
}

function ofExample(
  document: Contract['document'],
  where: string,
  home: string[],
  name: string,
  node: JsonObject,
): Mutant[] {
  const at = typeof node.$ref === 'string' ? node.$ref.slice(2).split('/') : [...home, name];
  const { value } = nodeAt({ document, catalogue: [] }, at);
  const mutant = (what: string, words: string[], apply: (contract: Contract) => void): Mutant => ({
    family: 'example',
    name: `example ${name} of ${where} ${home.includes('responses') ? 'answer' : 'request'}: ${what}`,
    words,
    apply,
  });
  const inValue = (change: (value: JsonObject) => void) => (contract: Contract) =>
    change(nodeAt(contract, at).value as JsonObject);
  return [
    mutant('taken away', [name], (contract) => {
      delete nodeAt(contract, home)[name];
    }),
    ...Object.entries(isObject(value) ? value : {}).flatMap(([field, old]) => [
      mutant(
        `without ${field}`,
        [name, field],
        inValue((copy) => {
          delete copy[field];
        }),
      ),
      mutant(
        `${field} of another type`,
        [name, field],
        inValue((copy) => {
          copy[field] = typeof old === 'string' ? 1 : 'x';
        }),
      ),
    ]),
  ];
}
