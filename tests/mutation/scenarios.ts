// node scenarios.ts                       the hand-written scenarios against client, mock, sandbox and docs as built
// node scenarios.ts --plant="answers 422"  the same with one fault planted, as artifact mutants are
import { parseArgs } from 'node:util';
import { builtPage, docsMutants, docsProblems } from './src/artifacts/docs-scenarios.ts';
import { artifactMutants } from './src/artifacts/patches.ts';
import { artifactProblems, unfit } from './src/artifacts/run.ts';

const { plant } = parseArgs({ options: { plant: { type: 'string' } } }).values;
const patch = artifactMutants.find(({ name }) => name === plant);
const loss = docsMutants.find(({ name }) => name === plant);
if (plant && !patch && !loss) throw new Error(`There is no fault named ${plant}`);

const rooms = ['packages/client', 'apps/mock', 'apps/sandbox'] as const;
const complaints: string[] = [];
for (const room of rooms.filter((one) => !plant || one === patch?.room)) {
  const problems = await artifactProblems(room, 'planted', patch);
  if (problems.length > 0) complaints.push(unfit(room, problems));
}
if (!plant || loss) {
  const problems = docsProblems((page) => loss?.change(page, builtPage(page)) ?? builtPage(page));
  if (problems.length > 0) complaints.push(unfit('apps/docs', problems));
}
console.log(complaints.join('\n\n') || 'Client, mock, sandbox and docs do what the scenarios say.');
process.exitCode = complaints.length > 0 ? 1 : 0;
