import { expect } from 'vitest';
import type { DecisionName } from '../../readme/decisions.ts';
import type { SandboxOptions } from '../../src/create-sandbox.ts';
import { both, deleteAll, deleteFriends, deleteLists } from '../support/ann.ts';
import { codeOf } from '../support/service.ts';

export const deletionScenarios = {
  async partialFailure() {
    const some = await deleteFriends({ To_Account: ['ben', 'dan'] });
    const all = await deleteFriends({ To_Account: ['dan', 'nobody'] });
    for (const { envelope } of [some, all])
      expect(envelope).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '0' });
    expect(some.items).toEqual([0, codeOf('NotFriend')]);
  },
  async itemOrder() {
    const To_Account = ['dan', 'cat', '10', 'ben', '9'];
    const { envelope } = await deleteFriends({ To_Account });
    expect(envelope.ResultItem?.map((item) => item.To_Account)).toEqual(To_Account);
  },
  async nonFriend() {
    const { envelope } = await deleteFriends({ To_Account: ['dan'] });
    expect(envelope.ResultItem).toEqual([
      { To_Account: 'dan', ResultCode: codeOf('NotFriend'), ResultInfo: 'Err_SNS_FriendDelete_Not_Friend' },
    ]);
    expect((await deleteFriends({ To_Account: ['dan'] }, { nonFriend: 'InvalidParameter' })).items).toEqual([
      codeOf('InvalidParameter'),
    ]);
  },
  async unknownAccount() {
    expect((await deleteFriends({ To_Account: ['nobody'] })).items).toEqual([codeOf('AccountNotFound')]);
    for (const unknownAccount of ['AccountMismatch', 'NotFriend'] as const) {
      expect((await deleteFriends({ To_Account: ['nobody'] }, { unknownAccount })).items).toEqual([
        codeOf(unknownAccount),
      ]);
    }
  },
  async duplicates() {
    expect((await deleteFriends({ To_Account: ['ben', 'cat', 'ben'] })).items).toEqual([
      0,
      0,
      codeOf('NotFriend'),
    ]);
  },
  async ownAccount() {
    expect((await deleteFriends({ To_Account: ['ann'], ...both })).items).toEqual([codeOf('NotFriend')]);
  },
  async deleteTypeDefault() {
    const { accounts } = await deleteFriends({ To_Account: ['ben'] });
    expect(accounts.ben?.friends).toHaveProperty('ann');
    expect(accounts.ann?.friends).not.toHaveProperty('ben');
  },
  async reverseOnly() {
    const { items, accounts } = await deleteFriends({ To_Account: ['dan'], ...both });
    expect(items).toEqual([codeOf('NotFriend')]);
    expect(accounts.dan?.friends).toHaveProperty('ann');
  },
  async failAccount() {
    const To_Account = ['ben', 'dan', 'nobody'];
    expect((await deleteFriends({ To_Account })).envelope).not.toHaveProperty('Fail_Account');
    expect((await deleteFriends({ To_Account }, { failAccount: 'on' })).envelope.Fail_Account).toEqual([
      'dan',
      'nobody',
    ]);
    expect((await deleteFriends({ To_Account: ['ben'] }, { failAccount: 'on' })).envelope).not.toHaveProperty(
      'Fail_Account',
    );
  },
  async resultInfo() {
    const info = async (options: SandboxOptions) =>
      (await deleteFriends({ To_Account: ['ben'] }, options)).envelope.ResultItem?.[0]?.ResultInfo;
    expect([await info({}), await info({ resultInfo: 'ok' })]).toEqual(['', 'OK']);
  },
  async noFriends() {
    expect((await deleteAll({ From_Account: 'cat' })).envelope).toEqual({
      ActionStatus: 'OK',
      ErrorCode: 0,
      ErrorInfo: '',
      ErrorDisplay: '',
    });
  },
  async deleteAllBothSides() {
    const oneWay = (await deleteAll({ From_Account: 'ann' })).accounts;
    expect([oneWay.ann?.friends, oneWay.ben?.friends]).toEqual([{}, { ann: expect.anything() }]);
    const twoWay = (await deleteAll({ From_Account: 'ann', ...both })).accounts;
    expect([twoWay.ann?.friends, twoWay.ben?.friends]).toEqual([{}, {}]);
    expect(twoWay.dan?.friends).toHaveProperty('ann');
  },
  async listNamesSurvive() {
    const { accounts } = await deleteAll({ From_Account: 'ann' });
    expect(accounts.ann).toEqual({ friends: {}, lists: ['x', 'y', 'z'], sequence: 5 });
  },
  async listMembersStay() {
    const { ann } = await deleteLists(['x']);
    expect(ann?.lists).toEqual(['y', 'z']);
    expect(ann?.friends).toMatchObject({ ben: { lists: ['y'] }, cat: { lists: [] } });
  },
  async missingLists() {
    const strict = await deleteLists(['x', 'nope']);
    expect(strict.envelope).toMatchObject({ ActionStatus: 'FAIL', ErrorCode: codeOf('InvalidParameter') });
    expect(strict.envelope).not.toHaveProperty('CurrentSequence');
    expect(strict.ann).toMatchObject({ lists: ['x', 'y', 'z'], sequence: 5 });
    const lenient = await deleteLists(['x', 'nope'], { missingLists: 'lenient' });
    expect(lenient.envelope).toMatchObject({ ErrorCode: 0, CurrentSequence: 6 });
    expect((await deleteLists(['nope'], { missingLists: 'lenient' })).envelope.CurrentSequence).toBe(5);
  },
  async sequence() {
    const { envelope, ann } = await deleteLists(['x', 'y', 'x']);
    expect([envelope.CurrentSequence, ann?.sequence]).toEqual([6, 6]);
  },
} satisfies Partial<Record<DecisionName, () => Promise<void>>>;
