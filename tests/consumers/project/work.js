// Measures whether the work for a response grows with its size, and not faster.
import { createChatClient } from '@chat-sns/client';
import { createFriendsDeletedRequest, parseFriendsDeleted } from '@chat-sns/client/webhook';

const userSig = `eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwokpuZl5*${'lIlxYkFBZkpSlaGJgYGB'.repeat(6)}`;
const app = { sdkAppId: 1400000000, identifier: 'administrator' };
const fill = (part, size) => part.repeat(Math.floor(size / part.length));
const fail = (info) => `{"ActionStatus":"FAIL","ErrorCode":30001,"ErrorInfo":"${info}"}`;

const bodies = {
  'the first 24 characters': (size) => fail(fill(userSig.slice(0, 24), size)),
  'the first 30 characters': (size) => fail(fill(userSig.slice(0, 30), size)),
  'all characters but the last': (size) => fail(fill(userSig.slice(0, -1), size)),
  'all characters but the first': (size) => fail(fill(userSig.slice(1), size)),
  'the UserSig': (size) => fail(fill(userSig, size)),
  'the UserSig percent-encoded': (size) =>
    fail(
      fill(
        userSig.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16)}`),
        size,
      ),
    ),
  escapes: (size) => fail(fill('\\u0065', size)),
  'percent signs': (size) => fail(fill('%', size)),
  // Half as deep as the size allows: deeper than that, parsing alone does not grow evenly in Node 22.
  nesting: (size) => `${fill('[', size / 4)}${fill(']', size / 4)}${fill(' ', size / 2)}`,
  // Long ones: more of them than a processor's cache holds make parsing alone grow by more.
  names: (size) =>
    `{"ErrorCode":0${Array.from({ length: size / 56 }, (_, index) => `,"${String(index).padStart(51, 'k')}":1`).join('')}}`,
  items: (size) => `{"ErrorCode":0,"ResultItem":[${fill('{"To_Account":"id1","ResultCode":0},', size)}1]}`,
  whitespace: (size) => fill(' ', size),
  backslashes: (size) => `{"a":"${fill('\\', size)}`,
};

async function readBody(text) {
  const fetch = async () => new Response(text);
  const chat = createChatClient({ ...app, userSig, region: 'seoul', rateLimit: false, retry: false, fetch });
  const request = { From_Account: 'id', To_Account: ['id1'], DeleteType: 'Delete_Type_Both' };
  JSON.stringify(await chat.safe.deleteFriends(request));
  const query = { random: 1, contenttype: 'json' };
  await chat.raw.POST('/v4/sns/friend_delete_all', {
    params: { query },
    body: { From_Account: 'id' },
    parseAs: 'text',
  });
}

async function readWebhook(size) {
  const pairs = Array.from({ length: size / 40 }, () => ({ From_Account: 'id', To_Account: 'id1' }));
  const hook = { sdkAppId: app.sdkAppId, token: 'token' };
  await parseFriendsDeleted(await createFriendsDeletedRequest('https://app.test/', { ...hook, pairs }), hook);
}

/** Milliseconds of the processor, or of the clock where a runtime does not tell: some clocks stand still without I/O. */
async function readTime(server) {
  const { user, system } = globalThis.process?.cpuUsage?.() ?? {};
  if (user > 0) return (user + system) / 1000;
  await (await fetch(`${server}/tick`)).text();
  return Date.now();
}

export async function run(server) {
  const works = {
    ...Object.fromEntries(
      Object.entries(bodies).map(([name, create]) => [name, (size) => readBody(create(size))]),
    ),
    webhook: readWebhook,
  };
  const times = {};
  for (const [name, work] of Object.entries(works)) {
    const measure = async (size) => {
      const start = await readTime(server);
      for (let times = 0; times < 2; times += 1) await work(size);
      return (await readTime(server)) - start;
    };
    let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    // The least of several, because other things run as well, and of more when that may be why it seems to grow.
    for (let round = 0; round < 3 || (round < 12 && large > 32 * small); round += 1) {
      small = Math.min(small, await measure(62_500));
      large = Math.min(large, await measure(1_000_000));
    }
    times[name] = [small, large];
  }
  return times;
}
