import { beforeAll, describe, expect, test } from 'vitest';
import { runtimes } from './support/runtimes.ts';
import { expected, findDesertedUrl, startServer } from './support/server.ts';

/** These do not tell why a connection failed, so every failure counts as one that may have been carried out. */
const silentRuntimes = ['workerd', 'Chromium'];

describe.each(Object.entries(runtimes))('on %s', (name, runOn) => {
  /** What came of both programs, in one process, browser or worker. */
  let results: { exercise: object; secrecy: { leaks: object[]; failures: number } };
  beforeAll(async () => {
    results = (await runOn('promises', startServer, [await findDesertedUrl(), '500'])) as typeof results;
  });

  test('every call comes to what it must come to', () => {
    const unsent = silentRuntimes.includes(name) ? 'ChatNetworkError ConnectionLost' : expected.nobodyThere;
    expect(results.exercise).toEqual({ ...expected, nobodyThere: unsent, forbiddenPort: unsent });
  });

  test('neither the secret key nor a UserSig is in what comes of a call', () => {
    expect(results.secrecy.leaks).toEqual([]);
    expect(results.secrecy.failures).toBeGreaterThan(250);
  });
});
