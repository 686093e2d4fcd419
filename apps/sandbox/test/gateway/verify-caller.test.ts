import { expect, test } from 'vitest';
import { memoize } from '../../src/gateway/verify-caller.ts';

function createMemoized() {
  const computed: string[] = [];
  const get = memoize(2, (key) => {
    computed.push(key);
    return key === 'none' ? undefined : key.length;
  });
  return { computed, get };
}

test('computes a value once for each key', () => {
  const { computed, get } = createMemoized();
  expect(['a', 'bb', 'a', 'bb'].map(get)).toEqual([1, 2, 1, 2]);
  expect(computed).toEqual(['a', 'bb']);
});

test('forgets all keys when there are too many', () => {
  const { computed, get } = createMemoized();
  for (const key of ['a', 'bb', 'ccc', 'ccc', 'bb', 'a']) get(key);
  expect(computed).toEqual(['a', 'bb', 'ccc', 'bb', 'a']);
});

test('tries a key without a value again, and forgets no other key for it', () => {
  const { computed, get } = createMemoized();
  expect(['a', 'bb', 'none', 'none', 'a'].map(get)).toEqual([1, 2, undefined, undefined, 1]);
  expect(computed).toEqual(['a', 'bb', 'none', 'none']);
});
