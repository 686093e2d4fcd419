import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64, fromVendorAlphabet, toVendorAlphabet } from '../src/base64.ts';
import { isEqual } from '../src/is-equal.ts';

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

test('base64 holds every byte, with padding, and the vendor spells three of its characters in another way', () => {
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
