// npm run mutate                       everything
// npm run mutate -- --only=spec        one side: spec, artifacts
// npm run mutate -- --logic            and then StrykerJS over client and sandbox, which takes its hour
// npm run mutate -- --sample=150 --seed=7
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { docsMutants } from './src/artifacts/docs-scenarios.ts';
import { artifactMutants } from './src/artifacts/patches.ts';
import { judgeDocs, judgeRoom } from './src/artifacts/run.ts';
import { packageFolder, readContract } from './src/contract.ts';
import { mutantsOf } from './src/mutants/index.ts';
import { type Counted, idleEquivalents, type Tally, tally } from './src/mutants/report.ts';
import { judgeMutant, sample } from './src/mutants/run.ts';
import { oracles } from './src/oracles/index.ts';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    logic: { type: 'boolean', default: false },
  },
});
const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
const progress = (text: string) =>
  process.stderr.write(process.stderr.isTTY ? `\r${text.padEnd(78)}` : `${text}\n`);
const results: Tally[] = [];
const problems: string[] = [];

if (values.only === undefined || values.only === 'spec') {
  const contract = readContract();
  for (const { name, problems: complaints } of oracles) {
    for (const complaint of complaints(contract))
      problems.push(`The unchanged contract is red (${name}): ${complaint}`);
  }
  const all = mutantsOf(contract);
  const chosen = values.sample ? sample(all, Number(values.sample), Number(values.seed)) : all;
  const counted: Counted[] = [];
  for (const mutant of chosen) {
    const { killedBy, messages } = judgeMutant(contract, mutant);
    const { family, name } = mutant;
    counted.push({ family, name, killedBy, message: messages[0] ?? 'no gate noticed' });
    if (counted.length % 100 === 0) progress(`spec: ${counted.length} of ${chosen.length}, ${seconds()}`);
  }
  results.push(tally('spec', counted));
  if (!values.sample) problems.push(...idleEquivalents(counted));
}

if (values.only === undefined || values.only === 'artifacts') {
  const few = <Item>(items: Item[]) => (values.sample ? sample(items, 8, Number(values.seed)) : items);
  const chosenPatches = few(artifactMutants);
  const counted: Counted[] = [];
  for (const room of ['packages/client', 'apps/mock', 'apps/sandbox'] as const) {
    for await (const { name, killed, message } of judgeRoom(room, chosenPatches)) {
      counted.push({ family: room, name, killedBy: killed ? 'scenarios' : undefined, message });
      progress(`artifacts: ${room} ${name}, ${seconds()}`);
    }
  }
  for (const { room, name, killed, message } of judgeDocs(few(docsMutants))) {
    counted.push({ family: room, name, killedBy: killed ? 'scenarios' : undefined, message });
  }
  results.push(tally('artifacts', counted));
}

progress('');
for (const { lines } of results) console.log(`${lines.join('\n')}\n`);
for (const problem of problems) console.log(problem);
const survivors = results.flatMap((result) => result.survivors).length;
console.log(
  `${results.map(({ killed, total }) => `${killed} / ${total}`).join(', ')} killed, ${survivors} survivors, ${seconds()}`,
);
process.exitCode = survivors + problems.length > 0 ? 1 : 0;

if (values.logic) {
  for (const room of ['client', 'sandbox']) {
    const { status } = spawnSync(process.execPath, ['stryker.ts', room], {
      cwd: packageFolder,
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
