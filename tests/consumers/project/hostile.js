// Meets hostile responses, and counts what came of them: every call has to end with a named error or a success.
import { createChatClient } from '@chat-sns/client';

const userSig =
  'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwokpuZl5*lIlxYkFBZkpSlaGJgYGBsYGxmYQmdSKgsyiVKC4qamppYGBAURJkpUyUJGRsQmQBQC-rRzM';
const app = { sdkAppId: 1400000000, identifier: 'administrator', userSig, rateLimit: false, retry: false };
const process = globalThis.process;

/** What ends or blocks a process, as far as the runtime tells. */
function watch() {
  const seen = { uncaught: [], longestBlockMs: 0, memoryMb: 0 };
  const note = (error) => seen.uncaught.push(String(error?.error ?? error));
  if (process?.on) {
    process.on('uncaughtException', note);
    process.on('unhandledRejection', note);
  }
  globalThis.addEventListener?.('error', note);
  const rejected = new Map();
  globalThis.addEventListener?.('unhandledrejection', ({ promise, reason }) =>
    rejected.set(promise, String(reason)),
  );
  // workerd reports a stream that fails as unhandled, and in the next moment as handled after all.
  globalThis.addEventListener?.('rejectionhandled', ({ promise }) => rejected.delete(promise));
  const readMemory = () => (process?.memoryUsage?.().rss ?? 0) / 2 ** 20;
  const atStart = readMemory();
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    seen.longestBlockMs = Math.max(seen.longestBlockMs, Math.round(now - last - 20));
    seen.memoryMb = Math.max(seen.memoryMb, Math.round(readMemory() - atStart));
    last = now;
  }, 20);
  return () => {
    clearInterval(timer);
    return { ...seen, uncaught: [...seen.uncaught, ...rejected.values()] };
  };
}

async function meet(chat, number) {
  const request = { From_Account: `n${number}`, To_Account: ['id1'], DeleteType: 'Delete_Type_Both' };
  const result = await chat.safe.deleteFriends(request);
  const shown = JSON.stringify(result);
  if (shown.includes(userSig)) throw new Error(`call ${number} shows the UserSig`);
  if (result.ok) return 'OK';
  if (!/^Chat\w+Error$/.test(result.error.name)) throw new Error(`call ${number}: ${result.error.name}`);
  return `${result.error.name} ${result.error.title}`;
}

export async function run(baseUrl, first, end) {
  const stop = watch();
  const chat = createChatClient({ ...app, baseUrl, timeoutMs: 1500 });
  const outcomes = {};
  const problems = [];
  let next = Number(first);
  async function work() {
    while (next < Number(end)) {
      const number = next++;
      try {
        const outcome = await meet(chat, number);
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
      } catch (error) {
        problems.push(String(error));
      }
    }
  }
  await Promise.all(Array.from({ length: 6 }, work));
  // What was left behind could still fail.
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { ...stop(), problems, outcomes };
}
