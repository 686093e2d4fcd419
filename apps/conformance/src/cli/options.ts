import { parseArgs } from 'node:util';
import { adapterNames } from '../adapters/adapter.ts';
import {
  isLoopback,
  oneOf,
  readKey,
  readPrefix,
  readUrl,
  readUserId,
  readWhole,
  required,
  split,
  UsageError,
} from './values.ts';

const formats = ['table', 'junit', 'json'] as const;

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        'base-url': text,
        sdkappid: text,
        identifier: text,
        'secret-key-file': text,
        adapter: text,
        format: { ...text, default: 'table' },
        output: text,
        only: text,
        skip: text,
        strict: flag,
        timeout: { ...text, default: '10000' },
        'allow-http': flag,
        live: flag,
        'yes-delete': flag,
        'account-prefix': text,
        'with-bad-signatures': flag,
        differences: text,
        pause: text,
        plan: flag,
        list: flag,
        help: { ...flag, short: 'h' },
        version: { ...flag, short: 'v' },
      },
    }).values;
  } catch (error) {
    const [what = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new UsageError(`${what.replace(/\.$/, '')}. Run \`chat-sns-conformance --help\`.`);
  }
}

/** @throws {UsageError} */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv) {
  const values = read(args);
  if (values.help) return { action: 'help' } as const;
  if (values.version) return { action: 'version' } as const;
  if (values.list) return { action: 'list' } as const;

  const baseUrl = readUrl(
    required(values['base-url'], '--base-url', 'http://127.0.0.1:4020'),
    values['allow-http'],
  );
  const adapter = oneOf(values.adapter ?? 'none', adapterNames, '--adapter');
  // A server that offers the service's operations for seeding stores accounts, wherever its address leads.
  const live = values.live || !isLoopback(baseUrl) || adapter === 'vendor';
  return {
    action: 'run',
    baseUrl: baseUrl.href,
    sdkAppId: readWhole(required(values.sdkappid, '--sdkappid', '1400000000'), '--sdkappid', 1, 2 ** 32 - 1),
    identifier: readUserId(required(values.identifier, '--identifier', 'administrator')),
    secretKey: readKey(values['secret-key-file'], env),
    adapter,
    format: oneOf(values.format, formats, '--format'),
    output: values.output,
    only: split(values.only),
    skip: split(values.skip),
    strict: values.strict,
    timeoutMs: readWhole(values.timeout, '--timeout', 1),
    live,
    yesDelete: values['yes-delete'],
    accountPrefix: readPrefix(values['account-prefix']),
    withoutLocks: live && !values['with-bad-signatures'],
    differences: values.differences,
    pauseMs: readWhole(values.pause ?? (live ? '100' : '0'), '--pause', 0),
    plan: values.plan,
  } as const;
}

export type RunRequest = Extract<ReturnType<typeof readOptions>, { action: 'run' }>;

export const help = `Usage: chat-sns-conformance --base-url URL --sdkappid N --identifier ACCOUNT [options]

Checks a server against the contract of the three deletion calls.

  chat-sns-conformance --base-url http://127.0.0.1:4020 --sdkappid 1400000000 --identifier administrator --adapter sandbox

Server
  --base-url URL              address of a gateway, wrapper, mock, sandbox or the service; its path is kept
  --sdkappid N                the app
  --identifier ACCOUNT        the caller, an admin of the app
  --secret-key-file FILE      file with the app's secret key (default: the variable CHAT_SNS_SECRET_KEY)
  --timeout MS                how long to wait for a response (default: 10000)
  --allow-http                allow http to another machine; the network can read the usersig

Scenarios
  --adapter ADAPTER           sandbox  seeds with PUT /sandbox/state and restores the former state at the end
                              vendor   seeds with account_import, friend_import and group_add, and reads the state back
                              none     seeds nothing and skips what requires accounts (default)
  --only NAMES                run only these ids, groups or operations, separated by commas; an id may end in *
  --skip NAMES                leave these out; --skip signatures for a server that does not verify signatures
  --list                      print the scenarios and exit

Report
  --format FORMAT             table, junit or json (default: table)
  --output FILE               write the report to a file instead of the standard output
  --strict                    fail on what differs from something observed or inferred, too

Live runs: with any address outside this machine, --adapter vendor, or --live
  --live                      treat the address as live, although it is on this machine
  --account-prefix PREFIX     2 to 8 characters that begin the name of every account of the run, and of no other account
  --yes-delete                agree that the run deletes friends and lists; without it, print the plan and exit
  --plan                      print the plan and exit
  --with-bad-signatures       send bad signatures too; a service may lock the caller out for a minute (70050)
  --differences FILE          write what differs as entries for spec/discoveries.yaml, with secrets masked
  --pause MS                  pause between requests (default: 100 when live, otherwise 0)

  -h, --help                  print this help and exit
  -v, --version               print the version and exit

Exit code: 0 when nothing failed, 1 when something failed, 2 when the run was impossible or is incomplete.
Unofficial; not affiliated with Tencent.
`;
