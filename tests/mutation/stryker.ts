// node stryker.ts client [--force] [--mutate src/envelope.ts]: StrykerJS over hand-written logic, what has not
// changed since its last run left out; then the survivors
import { isLogicPackage, logicPackages } from './src/logic/packages.ts';
import { readLogicReport } from './src/logic/read-report.ts';
import { runStryker } from './src/logic/run-stryker.ts';
import { tally } from './src/mutants/report.ts';

const [name = '', ...rest] = process.argv.slice(2);
if (!isLogicPackage(name)) throw new Error(`Name a package: ${Object.keys(logicPackages).join(' or ')}`);
if (!runStryker(name, rest)) process.exitCode = 1;
else if (!rest.includes('--dryRunOnly')) console.log(tally(name, readLogicReport(name)).lines.join('\n'));
