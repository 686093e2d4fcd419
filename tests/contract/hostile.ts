// node hostile.ts --requests=20000 --seed=1: hostile requests to the built mock and the built sandbox
import { parseArgs } from 'node:util';
import { attack } from './hostile/attack.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '20261128' } },
});
for (const server of ['mock', 'sandbox'] as const) {
  const report = await attack(server, Number(values.requests), Number(values.seed));
  console.log(server, report);
}
