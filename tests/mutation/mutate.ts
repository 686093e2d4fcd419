// npm run mutate                       every side: the contract, and StrykerJS over the logic of client and sandbox
// npm run mutate -- --only=spec        one side, or several: --only=client,sandbox
// npm run mutate -- --sample=150 --seed=7   a sample of the contract's mutants
import { parseArgs } from 'node:util';
import { readContract } from '@chat-sns/release/contract';
import type { Side } from './equivalents.ts';
import { isLogicPackage, type LogicPackageName, logicPackages } from './src/logic/packages.ts';
import { readLogicReport } from './src/logic/read-report.ts';
import { runStryker } from './src/logic/run-stryker.ts';
import { mutantsOf } from './src/mutants/index.ts';
import { type Counted, idleEquivalents, type Tally, tally } from './src/mutants/report.ts';
import { judgeMutant, sample } from './src/mutants/run.ts';
import { oracles } from './src/oracles/index.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const seed = Number(values.seed);
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
const progress = (text: string) =>
  process.stderr.write(process.stderr.isTTY ? `\r${text.padEnd(78)}` : `${text}\n`);
const problems: string[] = [];

function judgeSpec(): Counted[] {
  const contract = readContract();
  for (const { name, problems: complaints } of oracles) {
    for (const complaint of complaints(contract))
      problems.push(`The unchanged contract is red (${name}): ${complaint}`);
  }
  const all = mutantsOf(contract);
  const chosen = values.sample ? sample(all, Number(values.sample), seed) : all;
  return chosen.map((mutant, index) => {
    const { killedBy, messages } = judgeMutant(contract, mutant);
    if (index % 100 === 99) progress(`spec: ${index + 1} of ${chosen.length}, ${seconds()}`);
    const { family, name } = mutant;
    return { family, name, killedBy, message: messages[0] ?? 'no gate noticed' };
  });
}

function judgeLogic(name: LogicPackageName): Counted[] {
  progress(`${name}: StrykerJS, ${seconds()}`);
  // Nothing is taken over from an earlier run, so that the figures are those of the tree as it is.
  if (!runStryker(name, ['--force'])) throw new Error(`StrykerJS could not mutate ${name}; see above`);
  return readLogicReport(name);
}

const logic = Object.keys(logicPackages).filter(isLogicPackage);
const every: Side[] = values.sample ? ['spec'] : ['spec', ...logic];
const sides = values.only ? every.filter((side) => values.only?.split(',').includes(side)) : every;
if (sides.length === 0) throw new Error(`--only takes one or several of ${every.join(', ')}`);
const results: Tally[] = [];
for (const side of sides) {
  const counted = isLogicPackage(side) ? judgeLogic(side) : judgeSpec();
  results.push(tally(side, counted));
  if (!values.sample) problems.push(...idleEquivalents(side, counted));
}

progress('');
for (const { lines } of results) console.log(`${lines.join('\n')}\n`);
for (const problem of problems) console.log(problem);

/** Of the contract nothing may survive; of the logic, nine mutants in ten must die. */
const least = ({ side, total }: Tally) => (side === 'spec' ? total : Math.ceil(0.9 * total));
const short = results.filter((result) => result.killed < least(result));
for (const result of short)
  console.log(`${result.side}: ${result.killed} of ${result.total} are fewer than ${least(result)}`);
const survivors = results.flatMap((result) => result.survivors).length;
const figures = results.map(({ side, killed, total }) => `${side} ${killed} / ${total}`);
console.log(`${figures.join(', ')} killed, ${survivors} survivors, ${seconds()}`);
process.exitCode = short.length + problems.length > 0 ? 1 : 0;
