import { expect } from 'vitest';
import type { DecisionName } from '../../readme/decisions.ts';
import { create, deleteFriends } from '../support/ann.ts';
import { bodyOf, sendRaw, slowRequest } from '../support/raw-request.ts';
import { call, codeOf, createClock, send, startTime, urlOf, userSigOf } from '../support/service.ts';

export const gatewayScenarios = {
  async checkOrder() {
    // Each step fixes the first problem and reveals the next.
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
    expect(await code({ time: seconds - 60, expire: 60 })).toBe(0);
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
} satisfies Partial<Record<DecisionName, () => Promise<void>>>;
