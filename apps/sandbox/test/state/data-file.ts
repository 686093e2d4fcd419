import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createSandbox, type SandboxOptions } from '../../src/create-sandbox.ts';
import type { StateDocument } from '../../src/state/state.ts';

export function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-sandbox-'));
  return {
    folder,
    data: join(folder, 'sandbox.db'),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}

export const state: StateDocument = {
  accounts: {
    ann: {
      friends: { ben: { lists: ['x'], remark: 'r\u0000s', time: 7 }, cat: { lists: ['x', 'a\u0000b'] } },
      lists: ['x', 'a\u0000b'],
      sequence: 4,
    },
    ben: { friends: { ann: {} } },
    cat: {},
  },
};
export const reopen = async (data: string, options: SandboxOptions = {}) => {
  await using sandbox = createSandbox({ data, ...options });
  return sandbox.state.read().accounts;
};

export function change(file: string, sql: string): void {
  const database = new DatabaseSync(file);
  try {
    database.exec(sql);
  } finally {
    database.close();
  }
}
