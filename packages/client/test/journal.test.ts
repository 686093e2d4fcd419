import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '@chat-sns/client/journal';
import { afterAll, expect, test } from 'vitest';
import { collect } from './support/bulk.ts';

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
afterAll(() => rmSync(folder, { recursive: true }));
const head = '{"journal":"chat-sns-bulk"}';

/** A file with this text, or a path without a file. */
function createPath(name: string, text?: string): string {
  const path = join(folder, name);
  if (text !== undefined) writeFileSync(path, text);
  return path;
}

test.each([{}, { fsync: true }])('records come back in their order, %j', async (options) => {
  const path = createPath(`order-${JSON.stringify(options).length}`);
  const first = await openJournal(path, options);
  await Promise.all([head, '{"intent":"0"}', '{"done":{}}'].map((record) => first.append(record)));
  await first.append('{"intent":"1"}');
  await first.close();
  await using second = await openJournal(path);
  expect(await collect(second.read())).toEqual([head, '{"intent":"0"}', '{"done":{}}', '{"intent":"1"}']);
});

test('read returns what was appended since the file was opened too, of any length', async () => {
  await using journal = await openJournal(createPath('long'));
  const records = [
    head,
    ...Array.from({ length: 50 }, (_, place) => `{"done":"${`${place}字`.repeat(997)}"}`),
  ];
  for (const record of records) await journal.append(record);
  expect(await collect(journal.read())).toEqual(records);
  await using again = await openJournal(createPath('long'));
  expect(await collect(again.read())).toEqual(records);
});

test.each([
  ['in a record', `${head}\n{"intent":"0`, [head]],
  ['in the first record', head.slice(0, 9), []],
])('a line that was cut off %s is dropped, and the next one starts anew', async (name, text, records) => {
  const path = createPath(name, text);
  await using journal = await openJournal(path);
  expect(await collect(journal.read())).toEqual(records);
  await journal.append('{"done":{}}');
  expect(readFileSync(path, 'utf8')).toBe([...records, '{"done":{}}', ''].join('\n'));
});

test.each(['From_Account,To_Account\nann,ben\n', 'one line without an end'])(
  'another file is refused and stays as it is: %j',
  async (text) => {
    const path = createPath('other', text);
    await expect(openJournal(path)).rejects.toThrow('not a journal');
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('a directory that does not exist is an error of the file system', async () => {
  await expect(openJournal(join(folder, 'no/such/journal'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test.skipIf(!existsSync('/dev/zero'))('what is not a regular file is refused', async () => {
  await expect(openJournal('/dev/zero')).rejects.toThrow('regular file');
});

test('what cannot be written rejects this record and all later ones', async () => {
  const journal = await openJournal(createPath('closed'));
  await journal.append(head);
  await journal.close();
  for (const record of ['{"intent":"0"}', '{"done":{}}', '{"intent":"1"}'])
    await expect(journal.append(record)).rejects.toThrow();
  const together = ['{"intent":"2"}', '{"done":{}}'].map((record) => journal.append(record));
  expect((await Promise.allSettled(together)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
