import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startSandbox, startShell, writeInput } from './support.ts';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
beforeAll(async () => {
  sandbox = await startSandbox('1400000009');
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.seed({ ann: { friends: ['ben', 'cem'], lists: ['family', 'work'] } }));

/** Runs a line with a whole configuration in the environment. */
const run = (line: string, input = '', env = {}) =>
  startShell(line, { input, env: { ...sandbox.env, ...env } }).ended;

describe('deletions', () => {
  test('friends delete deletes the friends of flags and tells what became of each', async () => {
    const { code, lines, err } = await run(
      'chat-sns friends delete --from ann --to ben dan --delete-type single -y',
    );
    expect(lines).toMatchObject([
      { From_Account: 'ann', To_Account: 'ben', status: 'deleted', attempts: 1 },
      { To_Account: 'dan', status: 'failed', reason: { code: 30003, title: 'AccountNotFound' } },
    ]);
    expect(err).toContain('2 inputs, 1 request');
    expect(err).toContain('1 deleted');
    expect(err).toContain('failures: 30003 AccountNotFound 1');
    expect(code).toBe(1);
    expect(await sandbox.friendsOf('ann')).toEqual(['cem']);
  });

  test('friends delete-all deletes all friends of the accounts of a pipe', async () => {
    const { code, lines } = await run(
      'printf "ann\\n\\nben\\n" | chat-sns friends delete-all --format plain -y',
    );
    expect(lines).toMatchObject([
      { line: 1, From_Account: 'ann', DeleteType: 'Delete_Type_Single', status: 'deleted' },
      { line: 3, From_Account: 'ben', status: 'deleted' },
    ]);
    expect(code).toBe(0);
    expect(await sandbox.friendsOf('ann')).toEqual([]);
  });

  test('lists delete deletes lists', async () => {
    const { code, lines } = await run('chat-sns lists delete --from ann --list family work -y -q');
    expect([code, lines.map(({ status }) => status)]).toEqual([0, ['deleted', 'deleted']]);
    expect(await sandbox.calls()).toMatchObject([{ From_Account: 'ann', GroupName: ['family', 'work'] }]);
  });

  test('--quiet prints nothing but results', async () => {
    expect((await run('chat-sns friends delete-all --from ann -y -q')).err).toBe('');
  });

  test('a failed run can be tried again with its results as the input', async () => {
    await sandbox.fail({ kind: 'code', code: 30001, operation: 'deleteFriends' });
    const first = await run('chat-sns friends delete --from ann --to ben cem --delete-type both -y');
    expect(first.code).toBe(1);
    const second = await run('chat-sns friends delete --format ndjson -y', first.out);
    expect(second.lines).toMatchObject([{ status: 'deleted' }, { status: 'deleted' }]);
    expect(second.err).toContain('ignored   status, attempts, reason');
  });
});

describe('input', () => {
  const columns = 'From Account,toAccount,TYPE,note';

  test.each([
    [
      'csv',
      `\ufeff${columns}\r\nann, ben ,both,x\r\n\r\n"ann",cem,Delete_Type_Both,"two\nlines"\r\n`,
      [2, 4],
    ],
    ['ndjson', '{"from":"ann","To_Account":"ben","DeleteType":"both"}\n\n{"to":"cem"}\n', [1, 3]],
    ['plain', 'ben\ncem', [1, 2]],
  ])('reads %s', async (format, text, numbers) => {
    const flags = `--format ${format} --from ann --delete-type both -y`;
    const { code, lines } = await run(`chat-sns friends delete ${flags}`, text);
    expect(lines.map(({ line, To_Account, status }) => [line, To_Account, status])).toEqual([
      [numbers[0], 'ben', 'deleted'],
      [numbers[1], 'cem', 'deleted'],
    ]);
    expect(code).toBe(0);
    expect(await sandbox.calls()).toMatchObject([
      { To_Account: ['ben', 'cem'], DeleteType: 'Delete_Type_Both' },
    ]);
  });

  test('a broken line is named with its file, and nothing is sent', async () => {
    writeInput(
      'broken.csv',
      `${columns}\nann,ben,both,x\nann,cem\nann,,both,x\nann,cem,bth,x\nann,${'x'.repeat(40)},both,\nann,b\ufffdn,both,\nann,ben,both,x,y\n`,
    );
    const { code, err, lines } = await run('chat-sns friends delete broken.csv -y');
    expect(err).toBe(`broken.csv:3: has 2 columns, but the header has 4
broken.csv:4: has no To_Account
broken.csv:5: DeleteType must be Delete_Type_Single or Delete_Type_Both
broken.csv:6: To_Account must be a string of 1 to 32 bytes of UTF-8
broken.csv:7: is not UTF-8
broken.csv:8: has 5 columns, but the header has 4
chat-sns: Nothing was sent: broken.csv has 6 invalid lines. Correct them, or add --skip-invalid.
`);
    expect([code, lines, await sandbox.calls()]).toEqual([2, [], []]);
  });

  test('--skip-invalid reports broken lines and sends the others', async () => {
    const text = '{"To_Account":"ben"}\n{"To_Account":7}\nben\n{"To_Account":"cem"}\n';
    const flags = '--from ann --delete-type single --format ndjson --skip-invalid -y';
    const { code, err, lines } = await run(`chat-sns friends delete ${flags}`, text);
    expect(err).toContain('standard input:2: To_Account must be a string');
    expect(err).toContain('standard input:3: is not JSON');
    expect(lines.map(({ line, status }) => [line, status]).sort()).toEqual([
      [1, 'deleted'],
      [2, 'failed'],
      [3, 'failed'],
      [4, 'deleted'],
    ]);
    expect(code).toBe(1);
  });

  test.each([
    [
      'a quote that is not closed',
      'a.csv',
      'from,to,type\nann,ben,both\nann,"cem,both\n',
      'a.csv:3: Quote Not Closed',
    ],
    [
      'a header without a field',
      'b.csv',
      'from,friend\nann,ben\n',
      'b.csv:1: no column is DeleteType and --delete-type is not set. The columns of its header are: from, friend.',
    ],
    [
      'a header that names a field twice',
      'c.csv',
      'from,from_account,to,type\n',
      'c.csv:1: two columns are From_Account',
    ],
    [
      'plain lines without an account',
      'd.txt',
      'ben\n',
      'The lines of d.txt have no From_Account: pass it with --from.',
    ],
    [
      'an extension that says nothing',
      'e.dat',
      'ben\n',
      'The format of e.dat is not known: add --format csv|ndjson|plain.',
    ],
  ])('refuses %s', async (_, name, text, message) => {
    writeInput(name, text);
    const { code, err } = await run(`chat-sns friends delete ${name} --skip-invalid -y`);
    expect(err).toContain(message);
    expect([code, await sandbox.calls()]).toEqual([2, []]);
  });

  test('an empty input is done at once', async () => {
    expect(await run('chat-sns friends delete-all --format plain -y -q')).toMatchObject({
      code: 0,
      out: '',
      err: '',
    });
  });
});

test('--dry-run prints the plan of a large input, and needs neither app nor key', async () => {
  const rows = Array.from({ length: 2500 }, (_, index) => `a${index % 2},f${index},x`);
  writeInput('large.csv', `From,To,Note\n${rows.join('\n')}\n`);
  const { code, out, err } = await startShell(
    'chat-sns friends delete large.csv --dry-run --delete-type both --rate-limit 2',
  ).ended;
  expect(out).toBe(`input     large.csv
deletes   2,500 friends (Delete_Type_Both 2,500)
accounts  2
requests  4
time      at least 2 s, at 2 requests per second
ignored   Note
`);
  expect([code, err]).toEqual([0, '']);
});

test('asks before it deletes, and refuses where there is no terminal to ask on', async () => {
  const { code, err } = await run('chat-sns friends delete-all --from ann');
  expect(err).toContain('deletes   1 account with all its friends');
  expect(err).toContain('There is no terminal to ask on. Add --yes');
  expect([code, await sandbox.calls()]).toEqual([2, []]);
});
