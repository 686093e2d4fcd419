import { text } from 'node:stream/consumers';
import { errorCatalogue, explainError } from '@chat-sns/client/catalogue';
import { createUserSig, readUserSig, type UserSigClaims, verifyUserSig } from '@chat-sns/client/usersig';
import { regions } from '@chat-sns/spec';
import type { Command } from 'commander';
import { readSigner, takesKeyFromStdin, UsageError } from './options.ts';

/** Prints JSON with --json, else lines of names and values. What is undefined is left out. */
function print(command: Command, value: object, rows: object = value): void {
  const lines = Object.entries(rows)
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `${name.padEnd(12)} ${content}\n`);
  process.stdout.write(command.opts().json ? `${JSON.stringify(value, null, 2)}\n` : lines.join(''));
}

export async function createSignature(command: Command): Promise<number> {
  const { expiresIn, json } = command.opts();
  const userSig = await createUserSig({ ...(await readSigner(command)), expiresIn });
  process.stdout.write(json ? `${JSON.stringify({ userSig })}\n` : `${userSig}\n`);
  return 0;
}

export async function inspectSignature(command: Command): Promise<number> {
  const claims = await readUserSig(await readSignature(command));
  if (!claims) throw new UsageError('This is not a UserSig. It was perhaps cut off when it was copied.');
  printClaims(command, claims);
  return 0;
}

export async function verifySignature(command: Command): Promise<number> {
  const userSig = await readSignature(command);
  const check = await verifyUserSig(userSig, await readSigner(command));
  if (check.ok) {
    printClaims(command, check.value, { ok: true });
    return 0;
  }
  const { reason } = check;
  const entry = errorCatalogue.find(({ title }) => title === reason);
  print(command, { ok: false, reason, code: entry?.code, meaning: entry?.meaning, action: entry?.action });
  return 1;
}

async function readSignature(command: Command): Promise<string> {
  const [given = '-'] = command.args;
  if (given !== '-') return given;
  if (process.stdin.isTTY) throw new UsageError('There is no UserSig: pass it, or pipe it in.');
  if (takesKeyFromStdin(command))
    throw new UsageError('Standard input cannot have both the secret key and the UserSig: pass the UserSig.');
  return (await text(process.stdin)).trim();
}

function printClaims(command: Command, { userBuf, ...claims }: UserSigClaims, more: object = {}): void {
  const showTime = (seconds: number) => new Date(seconds * 1000).toISOString();
  const isExpired = claims.expiresAt < Date.now() / 1000;
  const value = {
    ...more,
    ...claims,
    userBuf: userBuf && Buffer.from(userBuf).toString('base64'),
    isExpired,
  };
  const times = { issuedAt: showTime(claims.issuedAt), expiresAt: showTime(claims.expiresAt) };
  print(command, value, { ...value, ...times });
}

export function showError(command: Command): number {
  const [given] = command.args;
  if (given === undefined) {
    const rows = errorCatalogue.map(({ code, title }) => [code, title]);
    print(command, errorCatalogue, Object.fromEntries(rows));
    return 0;
  }
  const entry = explainError(Number(given)) ?? errorCatalogue.find(({ title }) => title === given);
  if (!entry) {
    process.stderr.write(
      `chat-sns: No source lists the code ${given}. \`chat-sns errors\` shows those that are.\n`,
    );
    return 1;
  }
  const { code, title, status, meaning, action, retry, carriedOut, operations, info, changed } = entry;
  print(command, entry, {
    code,
    title,
    status,
    meaning,
    action,
    retry,
    'carried out': `${carriedOut.value} (${carriedOut.status})`,
    operations: operations.join(', ') || 'none',
    ErrorInfo: info && `${info.text} (${info.status})`,
    disagreement: changed,
  });
  return 0;
}

export function showHosts(command: Command): number {
  const hosts = Object.entries(regions).map(([region, { host, backupHost }]) => ({
    region,
    host,
    backupHost,
  }));
  const widths = { region: 16, host: 28 };
  if (command.opts().json) print(command, hosts);
  else
    for (const { region, host, backupHost } of hosts)
      process.stdout.write(`${region.padEnd(widths.region)}${host.padEnd(widths.host)}${backupHost}\n`);
  return 0;
}
