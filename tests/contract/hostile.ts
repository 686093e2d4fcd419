// node hostile.ts --requests=20000 --seed=1: hostile requests to the built mock and the built sandbox, and their work
import { parseArgs } from 'node:util';
import { attack, growth } from './hostile/attack.ts';
import { kinds } from './hostile/requests.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '20000' }, seed: { type: 'string', default: '20261128' } },
});
for (const server of ['mock', 'sandbox'] as const) {
  console.log(server, await attack(server, Number(values.requests), Number(values.seed)));
  for (const kind of Object.keys(kinds)) {
    const { small, large } = await growth(server, kind, kind === 'a bomb' ? 20_000 : 60_000);
    console.log(`${server}, ${kind}: ${small} ms for 20 requests, ${large} ms for 20 of four times the size`);
    // Below 30 ms, only what a request costs whatever its size is measured.
    if (large > 6 * Math.max(small, 30))
      throw new Error(`the ${server} works more than the request has grown`);
  }
}
