import { expect, test } from 'vitest';
import { deleteAllFriends } from '../../src/service/operations/deleteAllFriends.ts';
import { deleteFriendLists } from '../../src/service/operations/deleteFriendLists.ts';
import { deleteFriends } from '../../src/service/operations/deleteFriends.ts';
import { createFriend, type Graph } from '../../src/state/graph.ts';
import { create } from '../support/ann.ts';
import { call } from '../support/service.ts';

const rules = {
  nonFriend: 'NotFriend',
  unknownAccount: 'AccountNotFound',
  missingLists: 'strict',
  failAccount: 'off',
  resultInfo: 'empty',
} as const;

test('a friend without an account, as in an edited data file, is deleted on one side', () => {
  const ann = { friends: new Map([['cat', createFriend('', 0)]]), lists: new Map(), sequence: 0 };
  const graph: Graph = new Map([['ann', ann]]);
  const pairs = [{ From_Account: 'ann', To_Account: 'cat' }];
  const request = { From_Account: 'ann', DeleteType: 'Delete_Type_Both' } as const;
  expect(deleteAllFriends(graph, ann, request).changes).toEqual({ pairs });
  expect(deleteFriends(graph, ann, { ...request, To_Account: ['cat'] }, rules).changes).toEqual({ pairs });
});

test('ignoring lists that do not exist changes nothing', () => {
  const ann = { friends: new Map(), lists: new Map(), sequence: 4 };
  const request = { From_Account: 'ann', GroupName: ['x'] };
  expect(deleteFriendLists(ann, request, { ...rules, missingLists: 'lenient' })).toEqual({
    fields: { CurrentSequence: 4 },
    changes: { pairs: [] },
  });
});

test('an item without a known ResultInfo has one that starts with sandbox:', async () => {
  const body = { From_Account: 'ann', To_Account: ['nobody', 'dan', 'nobody'] };
  const { ResultItem } = await call(create({ nonFriend: 'InvalidParameter' }), 'deleteFriends', body);
  expect(ResultItem?.map(({ ResultInfo }) => ResultInfo)).toEqual([
    'sandbox: AccountNotFound',
    'sandbox: InvalidParameter',
    'sandbox: AccountNotFound',
  ]);
});
