// node generated.ts --runs=20000 --seed=1: generated requests against mock, sandbox and client
import { parseArgs } from 'node:util';
import { readContract } from '@chat-sns/release/contract';
import { checkProperties } from './src/generated/properties.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string', default: '20261120' } },
});
const started = Date.now();
console.log(`Generated requests, seed ${values.seed}`);
const cases = await checkProperties(readContract(), Number(values.runs), Number(values.seed));
console.log(`${cases} cases hold, ${((Date.now() - started) / 1000).toFixed(0)} s`);
