import { expect } from 'vitest';
import { createSandbox, type SandboxOptions } from '../src/create-sandbox.ts';
import type { DecisionName } from '../src/decisions.ts';
import type { StateDocument } from '../src/state.ts';
import { codeOf } from './code.ts';
import { bodyOf, sendRaw, slowRequest } from './raw-request.ts';
import { call, codesOf, createClock, send, startTime, urlOf, userSigOf } from './service.ts';

const state: StateDocument = {
  accounts: {
    ann: {
      friends: { ben: { lists: ['x', 'y'] }, cat: { lists: ['x'] } },
      lists: ['x', 'y', 'z'],
      sequence: 5,
    },
    ben: { friends: { ann: {} } },
    cat: {},
    dan: { friends: { ann: {} } },
  },
};
const create = (options: SandboxOptions = {}) => createSandbox({ state, now: createClock().now, ...options });
const ok = codeOf('NotFriend') * 0;

async function deleteFriends(body: object, options: SandboxOptions = {}, query = {}) {
  const sandbox = create(options);
  const envelope = await call(sandbox, 'deleteFriends', { From_Account: 'ann', ...body }, query);
  return {
    envelope,
    code: envelope.ErrorCode,
    items: codesOf(envelope),
    accounts: sandbox.state.read().accounts,
  };
}
async function deleteLists(GroupName: string[], options: SandboxOptions = {}) {
  const sandbox = create(options);
  const envelope = await call(sandbox, 'deleteFriendLists', { From_Account: 'ann', GroupName });
  return { envelope, ann: sandbox.state.read().accounts.ann };
}
async function deleteAll(body: object) {
  const sandbox = create();
  const envelope = await call(sandbox, 'deleteAllFriends', body as { From_Account: string });
  return { envelope, accounts: sandbox.state.read().accounts };
}
const both = { DeleteType: 'Delete_Type_Both' };

/** One scenario per decision, so that neither can exist without the other. */
export const decisionScenarios: Record<DecisionName, () => Promise<void>> = {
  async checkOrder() {
    // Each step mends the first fault, and the next one shows.
    const sandbox = create({ rateLimit: 1 });
    const nobody = { identifier: 'ben', usersig: userSigOf({ identifier: 'ben' }) };
    const base = { sdkappid: undefined, contenttype: 'xml', usersig: 'none' };
    const path = urlOf('deleteFriends', base).replace('friend_delete', 'friend_x');
    const steps = [
      await send(sandbox, path, { body: '{' }),
      await send(sandbox, urlOf('deleteFriends', base), { body: '{' }),
      await call(sandbox, 'deleteFriends', {}, base),
      await call(sandbox, 'deleteFriends', {}, { contenttype: 'xml', usersig: 'none' }),
      await call(sandbox, 'deleteFriends', {}, { usersig: 'none' }),
      await call(sandbox, 'deleteFriends', {}, nobody),
      await call(sandbox, 'deleteFriends', {}, nobody),
      await call(create(), 'deleteFriends', { From_Account: 7 }),
      await call(create(), 'deleteFriends', { From_Account: 'nobody' }),
      await call(create(), 'deleteFriends', { From_Account: 'nobody', To_Account: ['nobody'] }),
    ];
    expect(steps.map((step) => step.ErrorCode)).toEqual(
      (
        [
          'InvalidResource',
          'JsonParseError',
          'AppIdMissing',
          'InvalidQueryParameter',
          'UserSigIllegal',
          'IdentifierNotAdmin',
          'RateLimited',
          'InvalidAccountType',
          'InvalidParameter',
          'AccountNotFound',
        ] as const
      ).map(codeOf),
    );
  },
  async wrongMethod() {
    const response = await create().fetch(urlOf('deleteFriends'));
    expect(await response.json()).toMatchObject({ ErrorCode: codeOf('InvalidResource') });
  },
  async largeBody() {
    const body = JSON.stringify({ From_Account: 'ann', To_Account: ['ben'], more: 'x'.repeat(1024 * 1024) });
    expect(await send(create(), urlOf('deleteFriends'), { body })).toMatchObject({
      ErrorCode: codeOf('HttpParseError'),
    });
    const fits = `${body.slice(0, 100)}"}`;
    expect(await send(create(), urlOf('deleteFriends'), { body: fits })).toMatchObject({ ErrorCode: 0 });
  },
  async slowRequest() {
    await using sandbox = create({ requestTimeout: 50 });
    const { port } = await sandbox.listen({ port: 0 });
    expect(bodyOf(await sendRaw(port, slowRequest))).toMatchObject({
      ErrorCode: codeOf('TimeoutOrBadRequest'),
    });
  },
  async urlParameters() {
    const sandbox = create();
    const friend = { From_Account: 'ann', To_Account: ['ben'] };
    for (const name of ['sdkappid', 'identifier', 'usersig', 'contenttype', 'random']) {
      const title = name === 'sdkappid' ? 'AppIdMissing' : 'InvalidQueryParameter';
      for (const value of [undefined, '']) {
        expect(await call(sandbox, 'deleteFriends', friend, { [name]: value })).toMatchObject({
          ErrorCode: codeOf(title),
        });
      }
      const twice = `${urlOf('deleteFriends')}&${name}=1`;
      expect(await send(sandbox, twice, { body: '{}' })).toMatchObject({
        ErrorCode: codeOf('InvalidQueryParameter'),
      });
    }
    expect(await call(sandbox, 'deleteFriends', friend, { sdkappid: 'x1' })).toMatchObject({
      ErrorCode: codeOf('InvalidQueryParameter'),
    });
    const extra = `${urlOf('deleteFriends')}&&unknown=1`;
    expect(await send(sandbox, extra, { body: JSON.stringify(friend) })).toMatchObject({ ErrorCode: 0 });
  },
  async random() {
    const friend = { To_Account: ['ben'] };
    for (const random of ['-1', '1.5', '4294967296', '1e3', 'abc']) {
      expect((await deleteFriends(friend, {}, { random })).code).toBe(codeOf('InvalidQueryParameter'));
      expect((await deleteFriends(friend, { randomParameter: 'ignored' }, { random })).code).toBe(0);
    }
    for (const random of ['0', '4294967295'])
      expect((await deleteFriends(friend, {}, { random })).code).toBe(0);
  },
  async userSig() {
    const seconds = startTime / 1000;
    const code = async (fields: Parameters<typeof userSigOf>[0], key?: string) =>
      (await deleteFriends({ To_Account: ['ben'] }, {}, { usersig: userSigOf(fields, key) })).code;
    const expired = { time: seconds - 61, expire: 60 };
    expect(await code({ sdkAppId: 9, identifier: 'x', ...expired }, 'k')).toBe(codeOf('UserSigAppMismatch'));
    expect(await code({ identifier: 'x', ...expired }, 'k')).toBe(codeOf('UserSigIdentifierMismatch'));
    expect(await code(expired, 'k')).toBe(codeOf('UserSigExpired'));
    expect(await code({}, 'k')).toBe(codeOf('UserSigWrongKey'));
    expect(await code({ time: seconds - 60, expire: 60 })).toBe(ok);
  },
  async badSignatures() {
    const clock = createClock();
    const sandbox = create({ badSignatureLimit: 2, now: clock.now });
    const attempt = async (usersig: string) =>
      (await call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['ben'] }, { usersig }))
        .ErrorCode;
    const bad = userSigOf({}, 'k');
    expect(await attempt(bad)).toBe(codeOf('UserSigWrongKey'));
    expect(await attempt('none')).toBe(codeOf('UserSigIllegal'));
    expect(await attempt(bad)).toBe(codeOf('UserSigAttemptsThrottled'));
    expect(await attempt(userSigOf())).toBe(0);
    clock.advance(60_000);
    expect(await attempt(bad)).toBe(codeOf('UserSigWrongKey'));
    const unlimited = create();
    for (let times = 0; times < 50; times += 1) {
      const { ErrorCode } = await call(unlimited, 'deleteFriends', {}, { usersig: bad });
      expect(ErrorCode).toBe(codeOf('UserSigWrongKey'));
    }
  },
  async frequency() {
    const clock = createClock();
    const sandbox = create({ rateLimit: 3, now: clock.now });
    const attempt = async () => (await call(sandbox, 'deleteAllFriends', { From_Account: 'ann' })).ErrorCode;
    expect([await attempt(), await attempt()]).toEqual([0, 0]);
    clock.advance(999);
    expect([await attempt(), await attempt()]).toEqual([0, codeOf('RateLimited')]);
    expect(
      (await call(sandbox, 'deleteFriends', { From_Account: 'ann', To_Account: ['ben'] })).ErrorCode,
    ).toBe(0);
    clock.advance(1);
    expect([await attempt(), await attempt(), await attempt()]).toEqual([0, 0, codeOf('RateLimited')]);
    sandbox.reset();
    expect(await attempt()).toBe(0);
  },
  async nonAdmin() {
    const ben = { identifier: 'ben', usersig: userSigOf({ identifier: 'ben' }) };
    const own = { From_Account: 'ben', To_Account: ['ann'] };
    const other = { From_Account: 'ann', To_Account: ['ben'] };
    expect((await deleteFriends(own, {}, ben)).code).toBe(codeOf('IdentifierNotAdmin'));
    expect((await deleteFriends(own, { nonAdmin: 'AdminRequired' }, ben)).code).toBe(0);
    expect((await deleteFriends(other, { nonAdmin: 'AdminRequired' }, ben)).code).toBe(
      codeOf('AdminRequired'),
    );
    expect((await deleteFriends(other, { admins: ['root', 'ben'] }, ben)).code).toBe(0);
  },
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
      expect((await deleteLists(names)).envelope.ErrorCode).toBe(codeOf('InvalidParameter'));
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
      const answers = accounts.map((From_Account) => call(sandbox, 'deleteAllFriends', { From_Account }));
      return (await Promise.all(answers)).map((answer) => answer.ErrorCode);
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
    const answers = await Promise.all([
      call(sandbox, 'deleteFriends', friend),
      call(sandbox, 'deleteFriends', friend),
    ]);
    expect(answers.map(codesOf)).toEqual([[0], [codeOf('NotFriend')]]);
    expect(waits).toEqual([40, 40]);
  },
};
