import { describe, expect, test } from 'vitest';
import {
  decodeBase64,
  encodeBase64,
  fromVendorAlphabet,
  isEqual,
  readBody,
  readBytes,
  toVendorAlphabet,
} from '../src/bytes.ts';

describe('bytes are equal', () => {
  test.each([
    [[], [], true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[3, 2], [1, 2], false],
    [[1], [1, 0], false],
    [[1, 0], [1], false],
    [[1, 2], [2, 1], false],
  ])('%j and %j: %s', (left, right, equal) => {
    expect(isEqual(new Uint8Array(left), new Uint8Array(right))).toBe(equal);
  });
});

test('base64 encodes every byte, with padding, and the vendor’s variant replaces three characters', () => {
  const bytes = new Uint8Array(256).map((_, index) => 255 - index);
  const text = encodeBase64(bytes);
  expect(text).toBe(Buffer.from(bytes).toString('base64'));
  expect(decodeBase64(text)).toEqual(bytes);
  expect(text).toMatch(/[+].*[/].*=$/);
  const own = toVendorAlphabet(text);
  expect(own).toBe(
    text.replace(/[+/=]/g, (character) => ({ '+': '*', '/': '-', '=': '_' })[character] ?? ''),
  );
  expect(fromVendorAlphabet(own)).toBe(text);
});

/** A stream that delivers the chunks one by one, and records whether it was cancelled. */
function createStream(...sizes: number[]) {
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
    const { stream } = createStream(...sizes);
    expect(await readBytes(stream, 3)).toEqual(new Uint8Array(bytes));
  });

  test('that is larger than the limit is cancelled, and a failing cancel is ignored', async () => {
    const { stream, state } = createStream(2, 2, 2);
    expect(await readBytes(stream, 3)).toBe('too-large');
    expect(state.cancelled).toBe(true);
  });

  test('that goes on after its signal has aborted is cancelled, and the reason is thrown', async () => {
    const controller = new AbortController();
    const { stream, state } = createStream(1, 1, 1);
    const reading = readBytes(stream, 3, controller.signal);
    controller.abort('stop');
    await expect(reading).rejects.toBe('stop');
    expect(state.cancelled).toBe(true);
  });
});

describe('a body', () => {
  const tooLargeError = (info: string) => new RangeError(info);

  test.each([null, undefined])('that is %s is an empty string', async (body) => {
    expect(await readBody(body, tooLargeError)).toBe('');
  });

  test('of a megabyte is read, and a larger one throws the given error', async () => {
    const mebibyte = 1024 * 1024;
    const createBody = (text: string) => new Blob([text]).stream();
    expect(await readBody(createBody('é'.repeat(mebibyte / 2)), tooLargeError)).toHaveLength(mebibyte / 2);
    await expect(readBody(createBody('x'.repeat(mebibyte + 1)), tooLargeError)).rejects.toEqual(
      new RangeError('the body is larger than 1048576 bytes'),
    );
  });
});
