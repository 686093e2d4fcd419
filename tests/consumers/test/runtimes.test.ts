import { describe, expect, test } from 'vitest';
import { runtimes } from './support/runtimes.ts';
import { expected, findDesertedUrl, startServer } from './support/server.ts';

/** These do not tell why a connection failed, so every failure counts as one that may have been carried out. */
const silentRuntimes = ['workerd', 'Chromium'];

describe.each(Object.entries(runtimes))('on %s', (name, runOn) => {
  test('every call comes to what it must come to', async () => {
    const unsent = silentRuntimes.includes(name) ? 'ChatNetworkError ConnectionLost' : expected.nobodyThere;
    expect(await runOn('exercise', startServer, [await findDesertedUrl()])).toEqual({
      ...expected,
      nobodyThere: unsent,
      forbiddenPort: unsent,
    });
  });

  test('neither the secret key nor a UserSig is in what comes of a call', async () => {
    const result = (await runOn('secrecy', startServer, ['500'])) as { leaks: object[]; failures: number };
    expect(result.leaks).toEqual([]);
    expect(result.failures).toBeGreaterThan(250);
  });
});
