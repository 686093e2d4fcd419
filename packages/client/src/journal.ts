import { type FileHandle, open } from 'node:fs/promises';
import type { BulkJournal } from './bulk/types.ts';
import { ChatConfigError } from './errors.ts';

export type { BulkJournal } from './bulk/types.ts';

/** A journal in a file. */
export interface FileJournal extends BulkJournal {
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Options of {@link openJournal}. */
export interface JournalOptions {
  /**
   * Waits after each write until the disk has it, so that the journal survives a power cut and not only the end of the
   * process. Off by default.
   */
  fsync?: boolean | undefined;
}

/**
 * Opens a journal for a bulk job, or starts it. Node, Deno and Bun. One job at a time may use it.
 *
 * @throws an error of the file system when the file cannot be opened, and rejects appends when the disk is full.
 *
 * @example
 * import { createChatClient } from '@chat-sns/client';
 * import { bulkDeleteAllFriends } from '@chat-sns/client/bulk';
 * import { openJournal } from '@chat-sns/client/journal';
 *
 * const chat = createChatClient({
 *   region: 'singapore',
 *   sdkAppId: 1400000000,
 *   identifier: 'administrator',
 *   secretKey: process.env.SECRET_KEY ?? '',
 * });
 * const journal = await openJournal('accounts.journal');
 * const accounts = ['id1', 'id2'].map((From_Account) => ({ From_Account }));
 * for await (const { input, status } of bulkDeleteAllFriends(chat, accounts, { journal })) {
 *   console.log(input.From_Account, status);
 * }
 * await journal.close();
 */
export async function openJournal(
  path: string,
  { fsync = false }: JournalOptions = {},
): Promise<FileJournal> {
  const file = await open(path, 'a+');
  await cutOff(file).catch(async (error: unknown) => {
    await file.close();
    throw error;
  });
  let waiting: { record: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  let writing: Promise<void> | undefined;
  let failure: { error: unknown } | undefined;

  /** Writes all that waits at once, so that many short records cost one write. */
  async function write(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        // A part of a record may stand at the end after a failure, and must stay there.
        if (failure) throw failure.error;
        await file.appendFile(batch.map(({ record }) => `${record}\n`).join(''));
        if (fsync) await file.datasync();
        for (const { resolve } of batch) resolve();
      } catch (error) {
        failure = { error };
        for (const { reject } of batch) reject(error);
      }
    }
    writing = undefined;
  }

  async function close(): Promise<void> {
    await writing;
    await file.close();
  }

  return {
    read: () => readRecords(file),
    append: (record) =>
      new Promise((resolve, reject) => {
        waiting.push({ record, resolve, reject });
        // Later, because after a failure it would end before it is remembered here, and nobody would write any more.
        writing ??= Promise.resolve().then(write);
      }),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** How every journal starts. */
const start = '{"journal":';

/** The bytes of a file and where they stand, piece by piece: a journal can be longer than a string. */
async function* readPieces(file: FileHandle): AsyncGenerator<{ bytes: Buffer; position: number }> {
  for (let position = 0; ; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(65_536), 0, 65_536, position);
    if (bytesRead === 0) return;
    yield { bytes: buffer.subarray(0, bytesRead), position };
    position += bytesRead;
  }
}

/** The records of a file, those that were appended since it was opened included. */
async function* readRecords(file: FileHandle): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const { bytes } of readPieces(file)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

/** Makes sure that the file is a journal. A last line without its end is what a killed process could not finish: it is cut off. */
async function cutOff(file: FileHandle): Promise<void> {
  const stat = await file.stat();
  if (!stat.isFile()) throw new ChatConfigError('InvalidJournal', 'the journal must be a regular file');
  let end = 0;
  for await (const { bytes, position } of readPieces(file)) {
    const head = bytes.subarray(0, start.length).toString();
    if (position === 0 && !head.startsWith(start) && !start.startsWith(head))
      throw new ChatConfigError(
        'InvalidJournal',
        'the file is not a journal of a bulk job; nothing was changed in it',
      );
    const lineEnd = bytes.lastIndexOf(10) + 1;
    if (lineEnd > 0) end = position + lineEnd;
  }
  if (end < stat.size) await file.truncate(end);
}
