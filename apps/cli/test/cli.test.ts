import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { folder, secretKey, startSandbox, startShell, writeInput } from './support.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox('1400000009');
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.seed({ ann: { friends: ['ben', 'cem'], lists: ['family', 'work'] } }));

/** Runs a line with a whole configuration in the environment. */
const run = (line: string, input = '', env = {}) =>
  startShell(line, { input, env: { ...sandbox.env, ...env } }).ended;

describe('configuration', () => {
  const claims = async (line: string, env = {}, input = '') => {
    const { out, err } = await startShell(
      `set -o pipefail; chat-sns usersig create ${line} | chat-sns usersig inspect --json`,
      { env, input },
    ).ended;
    return err || JSON.parse(out);
  };

  test('flags take precedence over the file, and the file over the environment', async () => {
    writeInput('key', `${secretKey}\n`);
    writeInput(
      'config.json',
      JSON.stringify({ sdkappid: 2, identifier: 'file', 'secret-key-file': 'key', region: 'seoul' }),
    );
    const env = { CHAT_SNS_SDKAPPID: '1', CHAT_SNS_IDENTIFIER: 'env', CHAT_SNS_SECRET_KEY: 'other' };
    expect(await claims('', env)).toMatchObject({ sdkAppId: 1, identifier: 'env' });
    expect(await claims('--config config.json', env)).toMatchObject({ sdkAppId: 2, identifier: 'file' });
    const verify = `chat-sns usersig verify --sdkappid 2 --identifier file --insecure-secret-key ${secretKey}`;
    const signed = await startShell(`chat-sns usersig create --config config.json | ${verify}`, { env })
      .ended;
    expect(signed.code, 'the key of the file signs').toBe(0);
    expect(await claims('--config config.json --sdkappid 3', env)).toMatchObject({
      sdkAppId: 3,
      identifier: 'file',
    });
  });

  test('the base URL of a flag takes precedence over the region of the environment', async () => {
    const line = `chat-sns friends delete-all --from ann -y -q --base-url ${sandbox.url}`;
    expect((await run(line, '', { CHAT_SNS_BASE_URL: undefined, CHAT_SNS_REGION: 'seoul' })).code).toBe(0);
    expect((await run(line, '', { CHAT_SNS_BASE_URL: undefined, CHAT_SNS_REGION: 'sol' })).err).toContain(
      "value 'sol' from env 'CHAT_SNS_REGION' is invalid",
    );
  });

  test.each([
    ['{"sdkapid":1}', "config.json: 'sdkapid' is not an option that a file can set"],
    ['{"sdkappid":"x"}', 'config.json: sdkappid: It must be a whole number'],
    ['[1]', 'config.json must be a JSON object'],
  ])('refuses the file %s', async (text, message) => {
    writeInput('config.json', text);
    const { code, err } = await run('chat-sns usersig create --config config.json');
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  test('says all that is missing', async () => {
    const { code, err } = await startShell('chat-sns friends delete-all --from ann -y').ended;
    expect(err).toContain(
      'Missing: --sdkappid, --identifier, CHAT_SNS_SECRET_KEY or --secret-key-file, --region or --base-url.',
    );
    expect(code).toBe(2);
  });

  test('the key can come from standard input, which then cannot have the input', async () => {
    const flags = '--sdkappid 1 --identifier a --secret-key-file -';
    const where = `--base-url ${sandbox.url}`;
    expect(await claims(flags, {}, secretKey)).toMatchObject({ sdkAppId: 1 });
    const { code, err } = await startShell(`chat-sns friends delete-all --format plain ${flags} ${where}`, {
      input: 'x',
    }).ended;
    expect(err).toContain('cannot have both the secret key and the input');
    expect(code).toBe(2);
  });
});

describe('usersig', () => {
  test('what create prints is verified by its key alone, and by the sandbox', async () => {
    const { out } = await run('chat-sns usersig create --expires-in 3600');
    const good = await run('chat-sns usersig verify', out);
    expect(good.out).toContain('ok           true\nsdkAppId     1400000009\nidentifier   administrator\n');
    expect(good.code).toBe(0);
    const bad = await run(`CHAT_SNS_SECRET_KEY=other chat-sns usersig verify --json ${out.trim()}`);
    expect(JSON.parse(bad.out)).toMatchObject({ ok: false, reason: 'UserSigWrongKey', code: 70009 });
    expect(bad.code).toBe(1);
  });

  test('inspect needs no key, and says what is not a UserSig', async () => {
    const { out } = await run('chat-sns usersig create --expires-in 1');
    const { sdkAppId, issuedAt, expiresAt } = JSON.parse(
      (await startShell('chat-sns usersig inspect --json', { input: out }).ended).out,
    );
    expect([sdkAppId, expiresAt - issuedAt]).toEqual([1400000009, 1]);
    expect(await run('chat-sns usersig inspect', out.slice(0, 40))).toMatchObject({
      code: 2,
      err: expect.stringContaining('This is not a UserSig'),
    });
  });
});

describe('errors and hosts', () => {
  test('errors explains a code by number or title', async () => {
    const { out, code } = await run('chat-sns errors 31707');
    expect(out).toContain('title        DeletionFiltered\nstatus       documented\n');
    expect(out).toContain('carried out  no (inferred)');
    expect([code, (await run('chat-sns errors DeletionFiltered')).out]).toEqual([0, out]);
    expect((await run('chat-sns errors 30003')).out).toContain('\ndisagreement The request level ');
    expect(JSON.parse((await run('chat-sns errors 31707 --json')).out)).toMatchObject({
      code: 31707,
      retry: 'never',
    });
    expect(await run('chat-sns errors 1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('No source lists the code 1'),
    });
  });

  test('hosts lists every region', async () => {
    const hosts = JSON.parse((await run('chat-sns hosts --json')).out);
    expect(hosts).toContainEqual({
      region: 'singapore',
      host: 'adminapisgp.im.qcloud.com',
      backupHost: 'adminapisgp.my-imcloud.com',
    });
    expect((await run('chat-sns hosts')).out.split('\n')).toHaveLength(hosts.length + 1);
  });
});

describe('the command line', () => {
  test.each([
    [
      'friends delete --form ann',
      "unknown option '--form'\n(Did you mean --from?)\nRun `chat-sns friends delete --help`.",
    ],
    ['frends', "unknown command 'frends'\n(Did you mean friends?)"],
    [
      'friends delete-all --from a --format xml',
      "argument 'xml' is invalid. Allowed choices are csv, ndjson, plain.",
    ],
    ['friends delete --to ben -y', '--to requires --from.'],
    ['friends delete-all x.txt --from a -y', 'Pass either x.txt or the values of flags, not both.'],
    ['friends delete-all missing.txt -y', 'Cannot read missing.txt: ENOENT'],
    ['friends delete-all --from a -y --resume', '--resume requires --journal.'],
    ['friends delete-all --from a -y --journal new --resume', '--journal new does not exist'],
    ['friends delete-all --from a -y --journal /dev/null', '--journal /dev/null is not a file'],
    ['friends delete-all --from a -y --results no/x', 'Cannot write --results no/x: ENOENT.'],
    ['friends delete-all --from a -y --journal no/x', 'Cannot open --journal no/x: ENOENT'],
    ['friends delete-all --from a -y --journal x --results ./x', 'must be different files'],
    [
      'friends delete-all --from a -y --region seoul --base-url http://127.0.0.1:1',
      '--base-url and --region exclude each other',
    ],
    [
      'friends delete-all --from a -y --base-url http://192.0.2.1',
      '--base-url with host 192.0.2.1 must use https, unless it is a loopback host or --allow-http is set',
    ],
  ])('refuses %s', async (line, message) => {
    const { code, err } = await run(`chat-sns ${line}`);
    expect(err).toContain(message);
    expect([code, await sandbox.calls()]).toEqual([2, []]);
  });

  test('results that exist are not overwritten', async () => {
    writeInput('old.ndjson', '{"status":"deleted"}\n');
    const { code, err } = await run('chat-sns friends delete-all --from ann -y --results old.ndjson');
    expect(err).toContain('--results old.ndjson exists. Move it away, or name another file.');
    expect([code, await sandbox.calls()]).toEqual([2, []]);
  });

  test('the secret key is in no output', async () => {
    const mistakes = [
      `friends delete --secret-key=${secretKey}`,
      `usersig create ${secretKey}`,
      `friends delete-all --from ann -y --insecure-secret-key ${secretKey} --results /dev/full`,
      `friends delete-all --from ann -y --insecure-secret-key=${secretKey} --results /dev/full --journal ${folder}/secret.journal`,
      'usersig create',
      'friends delete-all --from ann -y --base-url http://127.0.0.1:1/',
    ];
    for (const line of mistakes) {
      const { err, out } = await run(`chat-sns ${line}`);
      expect(err + out, line).not.toContain(secretKey);
      expect(err + out, line).not.toBe('');
    }
  });

  test('--help says what it is asked for', async () => {
    const { code, out } = await run('chat-sns friends delete --help');
    for (const part of [
      'CHAT_SNS_SECRET_KEY',
      'From_Account, To_Account, DeleteType',
      'Exit codes:',
      '--resume',
    ])
      expect(out).toContain(part);
    expect(code).toBe(0);
    expect(await run('chat-sns')).toMatchObject({ code: 2, err: expect.stringContaining('friends delete') });
  });
});
