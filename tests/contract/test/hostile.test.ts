import { describe, expect, test } from 'vitest';
import { attack } from '../hostile/attack.ts';

// `node hostile.ts` sends 20,000 to each. These 400 take about 10 s on two busy cores.
describe.each(['mock', 'sandbox'] as const)('%s', (server) => {
  test('survives a fixed list of hostile requests', async () => {
    expect(await attack(server, 400, 20261128)).toMatchObject({ uncaught: 0 });
  });
});
