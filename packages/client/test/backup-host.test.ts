import { createFetchStub, type StubResponse } from '@chat-sns/client/testing';
import { describe, expect, test } from 'vitest';
import { copyRequest, createStubbedChat } from './support/chat.ts';
import { connectionRefused, connectionReset, createGatewayResponse, runCall } from './support/run-call.ts';

describe('the backup host', () => {
  /** Makes a call and returns the hosts that received a request. */
  async function collectHosts(region: 'singapore' | 'china', ...responses: StubResponse[]) {
    const hosts: string[] = [];
    const stub = createFetchStub().respondTo('deleteAllFriends', ...responses);
    const fetch = (url: string, init: RequestInit) => {
      hosts.push(new URL(url).host);
      return stub.fetch(url, init);
    };
    const { chat, fake } = createStubbedChat({ baseUrl: undefined, region, retry: false, fetch } as never);
    const result = await fake.settle(chat.deleteAllFriends(copyRequest('deleteAllFriends')));
    return { hosts, result };
  }

  test('is tried when no connection to the first host can be made, even with retries off', async () => {
    const { hosts, result } = await collectHosts('singapore', connectionRefused);
    expect(hosts).toEqual(['adminapisgp.im.qcloud.com', 'adminapisgp.my-imcloud.com']);
    expect(result.status).toBe('fulfilled');
  });

  test('is tried once', async () => {
    const { hosts, result } = await collectHosts(
      'china',
      connectionRefused,
      connectionRefused,
      connectionRefused,
    );
    expect(hosts).toEqual(['console.tim.qq.com', 'adminapi.my-imcloud.com']);
    expect(result).toMatchObject({ reason: { title: 'NoConnection' } });
  });

  test.each([
    ['a broken connection', connectionReset],
    ['a 502', createGatewayResponse(502)],
    ['a FAIL', 30003],
  ])('is not tried after %s', async (_, response) => {
    expect((await collectHosts('china', response)).hosts).toHaveLength(1);
  });

  test('is never tried for a baseUrl', async () => {
    expect((await runCall([connectionRefused], { retry: false })).calls).toBe(1);
  });
});
