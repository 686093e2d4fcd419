import { expect } from 'vitest';
import type { DecisionName } from '../../readme/decisions.ts';
import type { SandboxOptions } from '../../src/create-sandbox.ts';
import { both, create, deleteAll, deleteFriends, deleteLists } from '../support/ann.ts';
import { call, codeOf, codesOf, createClock } from '../support/service.ts';

export const requestScenarios = {
  async accountTypes() {
    for (const wrong of [1, null, true, {}, ['ben']]) {
      expect((await deleteFriends({ From_Account: wrong, To_Account: ['ben'] })).code).toBe(
        codeOf('InvalidAccountType'),
      );
      expect((await deleteFriends({ To_Account: ['ben', wrong] })).code).toBe(codeOf('InvalidAccountType'));
    }
    for (const wrong of [1, 'ben', {}, null]) {
      const { envelope } = await deleteFriends({ To_Account: wrong });
      expect(envelope).toMatchObject({ ErrorCode: codeOf('InvalidParameter'), ErrorInfo: 'SNS_DECODE_ERR' });
    }
  },
  async limits() {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `u${index}`);
    const wrong = [
      { To_Account: [] },
      { To_Account: many(1001) },
      { To_Account: ['ben'], DeleteType: 'delete_type_single' },
      { To_Account: ['a b'] },
      { To_Account: ['x'.repeat(33)] },
    ];
    for (const body of wrong) {
      const { code, envelope } = await deleteFriends(body);
      expect(code).toBe(codeOf('InvalidParameter'));
      expect(envelope.ErrorInfo).toMatch(/^sandbox: /);
      expect(envelope).not.toHaveProperty('ResultItem');
    }
    expect((await deleteFriends({ To_Account: many(1000) })).items).toHaveLength(1000);
    for (const names of [[], many(33), [''], ['x'.repeat(31)], ['\u4e2d'.repeat(11)]]) {
      // Lenient, so that only the limits can refuse them.
      const { envelope } = await deleteLists(names, { missingLists: 'lenient' });
      expect(envelope.ErrorCode).toBe(codeOf('InvalidParameter'));
    }
    expect((await deleteLists(many(32), { missingLists: 'lenient' })).envelope.ErrorCode).toBe(0);
  },
  async unknownFrom() {
    const { envelope } = await deleteFriends({ From_Account: 'nobody', To_Account: ['ben'] });
    const expected = {
      ActionStatus: 'FAIL',
      ErrorCode: codeOf('AccountNotFound'),
      ErrorInfo: 'Err_Sns_Invalid_Account',
      ErrorDisplay: '',
    };
    expect(envelope).toEqual(expected);
    expect((await deleteAll({ From_Account: 'nobody' })).envelope).toEqual(expected);
  },
  async successInfo() {
    const infos = async (successInfo: NonNullable<SandboxOptions['successInfo']>) => [
      (await deleteFriends({ To_Account: ['ben'] }, { successInfo })).envelope.ErrorInfo,
      (await call(create({ successInfo }), 'deleteAllFriends', { From_Account: 'ann' })).ErrorInfo,
      (await deleteLists(['x'], { successInfo })).envelope.ErrorInfo,
    ];
    expect(await infos('documented')).toEqual(['0', '', '0']);
    expect(await infos('zero')).toEqual(['0', '0', '0']);
    expect(await infos('empty')).toEqual(['', '', '']);
  },
  async deletionFilter() {
    const clock = createClock();
    const sandbox = create({ deletionLimit: 1, now: clock.now });
    const attempt = async (From_Account: string) =>
      (await call(sandbox, 'deleteFriends', { From_Account, To_Account: ['cat'] })).ErrorCode;
    expect([await attempt('ann'), await attempt('ann'), await attempt('ben')]).toEqual([
      0,
      codeOf('DeletionFiltered'),
      0,
    ]);
    clock.advance(60_000);
    expect(await attempt('ann')).toBe(0);
  },
  async concurrentWrites() {
    const race = async (sandbox: ReturnType<typeof create>, accounts: string[]) => {
      const responses = accounts.map((From_Account) => call(sandbox, 'deleteAllFriends', { From_Account }));
      return (await Promise.all(responses)).map(({ ErrorCode }) => ErrorCode);
    };
    expect(await race(create(), ['ann', 'ann'])).toEqual([0, 0]);
    const sandbox = create({ concurrentWrites: 'conflict' });
    expect(await race(sandbox, ['ann', 'ben', 'ann'])).toEqual([0, 0, codeOf('WriteConflict')]);
    expect(await race(sandbox, ['ann'])).toEqual([0]);
  },
  async writeTime() {
    const waits: number[] = [];
    const sleep = async (milliseconds: number) => void waits.push(milliseconds);
    const sandbox = create({ writeTime: 40, sleep });
    const friend = { From_Account: 'ann', To_Account: ['ben'] };
    const responses = await Promise.all([
      call(sandbox, 'deleteFriends', friend),
      call(sandbox, 'deleteFriends', friend),
    ]);
    expect(responses.map(codesOf)).toEqual([[0], [codeOf('NotFriend')]]);
    expect(waits).toEqual([40, 40]);
  },
  async webhookPairs() {
    const sandbox = create();
    await call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['dan', 'nobody'], ...both });
    expect(sandbox.webhooks.list()).toEqual([]);
    await call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['cat', 'dan', 'ben'], ...both });
    const PairList = [
      { From_Account: 'ann', To_Account: 'cat' },
      { From_Account: 'ann', To_Account: 'ben' },
      { From_Account: 'ben', To_Account: 'ann' },
    ];
    expect(sandbox.webhooks.list()).toMatchObject([
      { body: { CallbackCommand: 'Sns.CallbackFriendDelete', PairList } },
    ]);
  },
  async webhookOthers() {
    const sandbox = create();
    await call(sandbox, 'deleteFriendLists', { From_Account: 'ann', GroupName: ['x'] });
    await call(sandbox, 'deleteAllFriends', { From_Account: 'ann', ...both });
    expect(sandbox.webhooks.list()).toEqual([]);
  },
} satisfies Partial<Record<DecisionName, () => Promise<void>>>;
