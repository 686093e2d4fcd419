import { createFetchStub, type StubResponse } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { createStubbedChat, requestOf } from './support/chat.ts';
import { gateway, refused, reset, run } from './support/run-call.ts';

describe('the backup host', () => {
  /** Makes a call and tells which hosts were asked. */
  async function hostsOf(region: 'singapore' | 'china', ...answers: StubResponse[]) {
    const hosts: string[] = [];
    const stub = createFetchStub().respondTo('deleteAllFriends', ...answers);
    const fetch = (url: string, init: RequestInit) => {
      hosts.push(new URL(url).host);
      return stub.fetch(url, init);
    };
    const { chat, fake } = createStubbedChat({ baseUrl: undefined, region, retry: false, fetch } as never);
    const result = await fake.settle(chat.deleteAllFriends(requestOf('deleteAllFriends')));
    return { hosts, result };
  }

  test('is tried when the first host cannot be connected to, even with retries off', async () => {
    const { hosts, result } = await hostsOf('singapore', refused);
    expect(hosts).toEqual(['adminapisgp.im.qcloud.com', 'adminapisgp.my-imcloud.com']);
    expect(result.status).toBe('fulfilled');
  });

  test('is tried once', async () => {
    const { hosts, result } = await hostsOf('china', refused, refused, refused);
    expect(hosts).toEqual(['console.tim.qq.com', 'adminapi.my-imcloud.com']);
    expect(result).toMatchObject({ reason: { title: 'NoConnection' } });
  });

  test.each([
    ['a broken connection', reset],
    ['a 502', gateway(502)],
    ['a FAIL', 30003],
  ])('is not tried after %s', async (_, answer) => {
    expect((await hostsOf('china', answer)).hosts).toHaveLength(1);
  });

  test('is never tried for a baseUrl', async () => {
    expect((await run([refused], { retry: false })).calls).toBe(1);
  });
});
