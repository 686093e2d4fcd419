import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { argsFor, runCommandLine } from './command-line.ts';
import { app } from './wrong-server/gateway.ts';
import { startWrongServer } from './wrong-server/server.ts';

const directory = mkdtempSync(join(tmpdir(), 'differences-'));
afterAll(() => rmSync(directory, { recursive: true }));

const consent = ['--account-prefix', 'ct_', '--yes-delete', '--pause', '0'];

const discoveriesSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['id', 'claim', 'status', 'evidence', 'records'],
    properties: {
      id: { type: 'string', pattern: '^[a-z0-9-]+$' },
      claim: { type: 'string' },
      status: { const: 'observed' },
      evidence: { type: 'string' },
      records: { type: 'array', items: { type: 'string' } },
    },
  },
};

test('differences and notes are written as discoveries, without the key, a usersig or a UserID', async () => {
  await using server = await startWrongServer('sequence-does-not-grow', 'second-deletion-succeeds');
  const differences = join(directory, 'differences.yaml');
  const only = 'sequence-grows,second-deletion,self-deletion';
  const args = argsFor(
    server.url,
    '--adapter',
    'vendor',
    ...consent,
    '--only',
    only,
    '--differences',
    differences,
  );
  expect((await runCommandLine(args)).code).toBe(1);
  const text = readFileSync(differences, 'utf8');
  expect(text).toMatch(/^# Entries for spec\/discoveries.yaml/);
  for (const secret of [app.secretKey, 'eJy', 'usersig=', 'ct_']) expect(text).not.toContain(secret);

  const entries: { id: string; claim: string; records: string[] }[] = parse(text);
  const validate = new Ajv2020().compile(discoveriesSchema);
  validate(entries);
  expect(validate.errors).toBeNull();
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  const about = (id: string) => entries.filter((entry) => entry.id.startsWith(`live-${id}-`));
  expect(about('sequence-grows')[0]?.claim).toContain('step 2 responds 1, where more than 1 was expected.');
  expect(about('second-deletion')[0]?.records).toEqual(['friend-delete.intl-2023', 'friend-delete.trtc-ko']);
  expect(about('self-deletion')).toHaveLength(1);
});

test('a run without differences writes an empty list', async () => {
  await using server = await startWrongServer();
  const differences = join(directory, 'none.yaml');
  await runCommandLine(argsFor(server.url, '--only', 'friends-refused', '--differences', differences));
  expect(parse(readFileSync(differences, 'utf8'))).toEqual([]);
});
