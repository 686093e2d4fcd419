import { expect, test } from 'vitest';
import { violationsOf } from '../src/checks/contract.ts';

test.each(['constructor', '__proto__', 'ok', '', 5])('an ActionStatus of %o is reported', (ActionStatus) => {
  expect(violationsOf('deleteFriends', { ActionStatus })).toEqual({
    shape: ['ActionStatus is neither OK nor FAIL'],
    codes: [],
  });
});
