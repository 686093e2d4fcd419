import { describe, expect, test } from 'vitest';
import { readBody } from '../src/body.ts';
import { readBytes } from '../src/read-bytes.ts';

/** A stream that gives the chunks one by one, and tells whether it was cancelled. */
function streamOf(...sizes: number[]) {
  const state = { cancelled: false };
  let next = 0;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const size = sizes[next];
        next += 1;
        if (size === undefined) controller.close();
        else controller.enqueue(new Uint8Array(size).fill(next));
      },
      cancel() {
        state.cancelled = true;
        throw new Error('cannot be cancelled');
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, state };
}

describe('a stream', () => {
  test.each([
    [[], []],
    [[3], [1, 1, 1]],
    [
      [1, 0, 2],
      [1, 3, 3],
    ],
  ])('of chunks of %j bytes is read in order', async (sizes, bytes) => {
    const { stream } = streamOf(...sizes);
    expect(await readBytes(stream, 3)).toEqual(new Uint8Array(bytes));
  });

  test('that holds more than allowed is cancelled, and a failure of that is nobody else’s', async () => {
    const { stream, state } = streamOf(2, 2, 2);
    expect(await readBytes(stream, 3)).toBe('too-large');
    expect(state.cancelled).toBe(true);
  });

  test('that goes on after its signal has aborted is cancelled', async () => {
    const controller = new AbortController();
    const { stream, state } = streamOf(1, 1, 1);
    const reading = readBytes(stream, 3, controller.signal);
    controller.abort();
    expect(await reading).toBe('too-large');
    expect(state.cancelled).toBe(true);
  });
});

describe('a body', () => {
  const origin = { operation: 'deleteFriends', attempt: 2 } as const;

  test.each([null, undefined])('that is %s is an empty text', async (body) => {
    expect(await readBody(body, origin)).toBe('');
  });

  test('of a megabyte is read, and one of more is refused', async () => {
    const mebibyte = 1024 * 1024;
    expect(await readBody(new Blob(['é'.repeat(mebibyte / 2)]).stream(), origin)).toHaveLength(mebibyte / 2);
    await expect(readBody(new Blob(['x'.repeat(mebibyte + 1)]).stream(), origin)).rejects.toMatchObject({
      message: 'deleteFriends: BodyTooLarge: the answer has more than 1048576 bytes (attempt 2)',
      retry: 'never',
    });
  });
});
