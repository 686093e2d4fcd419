import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { cloneContract, readContract } from '@chat-sns/release/contract';
import { expect, test } from 'vitest';
import { mutantsOf } from '../src/mutants/index.ts';
import type { Mutant } from '../src/mutants/mutant.ts';
import { idleEquivalents, tally } from '../src/mutants/report.ts';
import { judgeMutant, sample } from '../src/mutants/run.ts';
import { oracles } from '../src/oracles/index.ts';

const contract = readContract();
const all = mutantsOf(contract);

test.each(oracles)('the contract as it is has nothing to fear from $name', ({ problems }) => {
  expect(problems(contract)).toEqual([]);
});

test('mutants are computed: a field, a code and a limit that come have theirs', () => {
  const grown = cloneContract(contract);
  const [model] = grown.catalogue;
  if (model) grown.catalogue.push({ ...model, code: 60099 });
  Object.assign(grown.document.components.schemas.ResultItem?.properties ?? {}, { Remark: { maxLength: 7 } });
  const names = new Set(all.map(({ name }) => name));
  const fresh = mutantsOf(grown).filter(({ name }) => !names.has(name));
  expect(fresh.some(({ name }) => name === 'code 60099: dropped')).toBe(true);
  expect(fresh.map(({ name }) => name)).toContain('schemas/ResultItem.Remark: renamed');
  expect(fresh.map(({ name }) => name)).toContain('schemas/ResultItem/properties/Remark: maxLength 8');
});

test('no two mutants have the same name, and every one changes something', () => {
  const names = all.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  for (const { name, apply } of sample(all, 100, 3)) {
    const copy = cloneContract(contract);
    apply(copy);
    expect(copy, name).not.toEqual(contract);
  }
});

test('a gate that is red for another reason does not count', () => {
  const mutant: Mutant = {
    ...(all.find(({ name }) => name === 'code 31704: dropped') as Mutant),
    words: ['To_Account'],
  };
  const blind = [{ name: 'sources' as const, problems: () => ['31704 is missing'] }];
  expect(judgeMutant(contract, mutant, blind)).toMatchObject({ messages: ['31704 is missing'] });
  expect(judgeMutant(contract, mutant, blind).killedBy).toBeUndefined();
  expect(judgeMutant(contract, { ...mutant, words: ['31704'] }, blind).killedBy).toBe('sources');
});

test('a mutant that no gate notices is a survivor by name', () => {
  const lived = { family: 'code', name: 'code 1: dropped', message: 'no gate noticed' };
  const { killed, total, lines } = tally('spec', [lived, { ...lived, name: 'x', killedBy: 'sources' }]);
  expect([killed, total]).toEqual([1, 2]);
  expect(lines.join('\n')).toContain('SURVIVOR code: code 1: dropped');
});

test('the list of equivalents names mutants that exist', () => {
  const names = all.map(({ name, family }) => ({ name, family, message: '' }));
  expect(idleEquivalents('spec', names)).toEqual([]);
});

test('a seeded sample of the mutants of the contract leaves no survivor', async () => {
  const seed = 20261120;
  const command = ['mutate.ts', '--sample=60', `--seed=${seed}`];
  const run = await promisify(execFile)('node', command, { cwd: new URL('../', import.meta.url) }).catch(
    (error) => error,
  );
  expect(run.stdout, `node ${command.join(' ')}`).toMatch(/spec 60 \/ 60 killed, 0 survivors/);
});
