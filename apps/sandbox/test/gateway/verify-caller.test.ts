import { expect, test } from 'vitest';
import { memoize } from '../../src/gateway/verify-caller.ts';

function createCounted() {
  const made: string[] = [];
  const get = memoize(2, (key) => {
    made.push(key);
    return key === 'none' ? undefined : key.length;
  });
  return { made, get };
}

test('a value is made once for each key', () => {
  const { made, get } = createCounted();
  expect(['a', 'bb', 'a', 'bb'].map(get)).toEqual([1, 2, 1, 2]);
  expect(made).toEqual(['a', 'bb']);
});

test('as soon as there are too many, all are forgotten', () => {
  const { made, get } = createCounted();
  for (const key of ['a', 'bb', 'ccc', 'ccc', 'bb', 'a']) get(key);
  expect(made).toEqual(['a', 'bb', 'ccc', 'bb', 'a']);
});

test('what could not be made is tried again and pushes nothing out', () => {
  const { made, get } = createCounted();
  expect(['a', 'bb', 'none', 'none', 'a'].map(get)).toEqual([1, 2, undefined, undefined, 1]);
  expect(made).toEqual(['a', 'bb', 'none', 'none']);
});
