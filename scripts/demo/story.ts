import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type ChatClient, createChatClient } from '@chat-sns/client';
import { demoKey, type Sandbox } from '@chat-sns/sandbox';
import type { FriendDeletedEvent } from '@chat-sns/spec';

const DeleteType = 'Delete_Type_Both';

/** A server that receives the webhook of a sandbox and keeps what came. */
export async function startReceiver() {
  const received: string[] = [];
  const server = createServer(async (request: IncomingMessage, response) => {
    received.push(await text(request));
    response.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, received, [Symbol.asyncDispose]: close };
}

/**
 * Plays what a mock cannot show: a friendship that goes, a second deletion that finds nothing, a list that goes.
 * @returns rows of what was done and what came of it. The sandbox is reset afterwards.
 */
export async function tellStory(sandbox: Sandbox, url: string, received: string[]): Promise<string[][]> {
  const chat = createChatClient({
    baseUrl: url,
    sdkAppId: 1400000000,
    identifier: 'administrator',
    secretKey: demoKey,
  });
  sandbox.state.replace({
    accounts: {
      ann: { friends: { ben: { lists: ['work'] } }, lists: ['work'], sequence: 1 },
      ben: { friends: { ann: {} } },
    },
  });
  const rows = [['ann and ben become friends', friendships(sandbox)]];
  rows.push(['ann deletes ben, two-way', await deleteBen(chat)]);
  rows.push(['', friendships(sandbox)]);
  rows.push(['ann deletes ben again', await deleteBen(chat)]);
  const { sequence } = await chat.deleteFriendLists({ From_Account: 'ann', GroupName: ['work'] });
  rows.push(['ann deletes the list work', `the sequence of her lists grows from 1 to ${sequence}`]);
  // Sent after the response, so it may still be on its way.
  while (received.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  rows.push(['the webhook arrives', describePairs(received[0])]);
  sandbox.reset();
  return rows;
}

function describePairs(body = ''): string {
  const { PairList } = JSON.parse(body) as FriendDeletedEvent;
  return PairList.map(({ From_Account, To_Account }) => `${From_Account} lost ${To_Account}`).join(', ');
}

async function deleteBen(chat: ChatClient): Promise<string> {
  const { deleted, notFriends } = await chat.deleteFriends({
    From_Account: 'ann',
    To_Account: ['ben'],
    DeleteType,
  });
  return deleted.length > 0 ? `deleted ${deleted.join()}` : `31704, no longer a friend: ${notFriends.join()}`;
}

function friendships(sandbox: Sandbox): string {
  const { accounts } = sandbox.state.read();
  const edges = Object.entries(accounts).flatMap(([from, { friends = {} }]) =>
    Object.keys(friends).map((to) => `${from} has ${to}`),
  );
  return edges.length > 0 ? edges.join(', ') : 'neither has the other';
}
