import { type Io, main } from '../src/cli/main.ts';
import { app } from './wrong-server/gateway.ts';

/** Runs the command line in this process and collects what it prints. */
export async function runCommandLine(args: readonly string[], changes: Partial<Io> = {}) {
  let out = '';
  let err = '';
  const code = await main(args, {
    env: { CHAT_SNS_SECRET_KEY: app.secretKey },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: Date.now,
    random: Math.random,
    ...changes,
  });
  return { code, out, err };
}

/** Arguments that every run against a test server has. */
export const argsFor = (url: string, ...more: string[]) => [
  ...['--base-url', url, '--sdkappid', String(app.sdkAppId), '--identifier', app.admin],
  ...more,
];
