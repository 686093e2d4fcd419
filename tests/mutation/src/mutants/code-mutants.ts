import type { Contract } from '@chat-sns/release/contract';
import type { CatalogueEntry, Level } from '@chat-sns/spec';
import { operationIds } from '../../spec-tools.ts';
import type { Mutant } from './mutant.ts';

const classes = ['never', 'transient', 'throttled', 'cooldown', 're-sign', 'done'] as const;

/** Every code: dropped, renumbered, renamed, treated otherwise, moved, and answered by more or fewer operations. */
export function codeMutants({ catalogue }: Contract): Mutant[] {
  const taken = new Set(catalogue.map(({ code }) => code));
  return [...catalogue.flatMap((entry) => ofCode(entry, taken)), ...added(catalogue)];
}

function ofCode(entry: CatalogueEntry, taken: Set<number>): Mutant[] {
  const { code } = entry;
  let free = code + 1;
  while (taken.has(free)) free += 1;
  const mutant = (family: string, what: string, change: (at: CatalogueEntry) => void): Mutant => ({
    family,
    name: `code ${code}: ${what}`,
    words: [String(code)],
    apply: (contract) => {
      const at = contract.catalogue.find((one) => one.code === code);
      if (at) change(at);
    },
  });
  return [
    {
      ...mutant('code', 'dropped', () => {}),
      apply: (contract) => {
        contract.catalogue = contract.catalogue.filter((one) => one.code !== code);
      },
    },
    {
      ...mutant('code', `renumbered everywhere to ${free}`, () => {}),
      apply: (contract) => renumber(contract, code, free),
    },
    mutant('code', 'renamed', (at) => {
      at.title = `${at.title}s`;
    }),
    ...classes
      .filter((retry) => retry !== entry.retry)
      .map((retry) =>
        mutant('retry', `retry ${retry}`, (at) => {
          at.retry = retry;
        }),
      ),
    mutant('carried out', 'the opposite effect', (at) => {
      at.carriedOut.value = at.carriedOut.value === 'no' ? 'unknown' : 'no';
    }),
    mutant('carried out', 'its effect called documented', (at) => {
      at.carriedOut.status = 'documented';
    }),
    ...(['request', 'item'] as Level[])
      .filter((level) => entry.levels.length > 1 || !entry.levels.includes(level))
      .map((level) =>
        mutant('level', `level ${level} toggled`, (at) => {
          at.levels = at.levels.includes(level)
            ? at.levels.filter((one) => one !== level)
            : [...at.levels, level];
        }),
      ),
    ...operationIds.map((id) =>
      mutant('operation', `${id} toggled`, (at) => {
        at.operations = at.operations.includes(id)
          ? at.operations.filter((one) => one !== id)
          : [...at.operations, id];
      }),
    ),
    ...(entry.info
      ? [
          mutant('text', 'another text on the wire', (at) => {
            at.info = { status: 'observed', text: `${at.info?.text}.` };
          }),
          mutant('text', 'no text on the wire', (at) => {
            delete at.info;
          }),
          mutant('text', 'its text called documented', (at) => {
            if (at.info) at.info.status = 'documented';
          }),
        ]
      : [
          mutant('text', 'an invented text', (at) => {
            at.info = { status: 'observed', text: `Err_${at.title}` };
          }),
        ]),
    mutant('status', 'another status', (at) => {
      at.status = at.status === 'documented' ? 'inferred' : 'documented';
    }),
    mutant('status', 'no source', (at) => {
      at.sources = [];
      delete at.discoveries;
    }),
  ];
}

/** As somebody does who searches and replaces: in the catalogue, in examples and in their names. */
function renumber(contract: Contract, from: number, to: number): void {
  contract.document = JSON.parse(JSON.stringify(contract.document).replaceAll(String(from), String(to)));
  for (const entry of contract.catalogue) if (entry.code === from) entry.code = to;
}

/** Invented codes, at both ends of the ranges. */
function added(catalogue: CatalogueEntry[]): Mutant[] {
  const like = catalogue.filter(({ operations }) => operations.length > 0);
  return [30000, 31708, 39999, 60001, 60099, 70000, 72013, 79999].flatMap((code) => {
    const model = like.find((entry) => entry.code > code) ?? like.at(-1);
    if (!model) return [];
    return {
      family: 'code',
      name: `code ${code}: invented, like ${model.code}`,
      words: [String(code)],
      apply: (contract: Contract) => {
        contract.catalogue.push({ ...structuredClone(model), code, title: `Invented${code}` });
      },
    };
  });
}
