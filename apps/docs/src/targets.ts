import { createUserSig } from '@chat-sns/client/usersig';
import type { ContractDocument } from '@chat-sns/spec';
import { addresses } from './browser/explorer/data.ts';
import type { Target, TargetName } from './browser/samples/target.ts';
import { demoApp } from './explorer.ts';

/**
 * Made with the vendor's public demo key, which every sandbox without a key of its own accepts, and valid for a century,
 * so that it still is when a reader pastes it. The same in every build.
 */
const demoUserSig = await createUserSig({ ...demoApp, now: 1_700_000_000, expiresIn: 100 * 365 * 86_400 });

/** Where a sample can be sent, and as whom. The sandbox comes first, because its samples run as pasted. */
export function listTargets({ servers: [server] }: ContractDocument): Record<TargetName, Target> {
  const app = { sdkAppId: String(demoApp.sdkAppId), identifier: demoApp.identifier };
  return {
    sandbox: {
      url: addresses.sandbox,
      ...app,
      userSig: demoUserSig,
      secretKey: demoApp.secretKey,
    },
    mock: { url: addresses.mock, ...app, userSig: 'any', secretKey: 'any' },
    service: {
      url: server?.url ?? '',
      sdkAppId: 'YOUR_SDKAPPID',
      identifier: 'YOUR_ADMIN',
      userSig: 'YOUR_USERSIG',
      secretKey: 'YOUR_SECRET_KEY',
    },
  };
}

/** Accounts and lists of the sandbox's initial graph for those of the vendor's samples. */
const demoNames: Record<string, string> = {
  ...{ id: 'alice', id1: 'bob', id2: 'carol', id3: 'dave' },
  ...{ group1: 'family', group2: 'work', group3: 'empty' },
};

/** A text, or a value of JSON, with the names of the demo. */
export function useDemoNames(text: string): string {
  return text.replace(/(["'])(\w+)\1/g, (whole, quote: string, name: string) =>
    Object.hasOwn(demoNames, name) ? `${quote}${demoNames[name]}${quote}` : whole,
  );
}

/** How the samples of the document name their variables, in each of their languages. */
const variables: [pattern: RegExp, quote: string][] = [
  [/\$\{(\w+):\?\}|\$([A-Z_]+)/g, ''],
  [/Number\(process\.env\.(\w+)\)/g, ''],
  [/process\.env\.(\w+) \?\? ''/g, "'"],
  [/os\.environ\["(\w+)"\]/g, '"'],
];

/** A sample of the document as it is for a target: with values in place of variables, and the names of the demo. */
export function fillSample(source: string, target: Target): string {
  const values: Record<string, string> = {
    CHAT_URL: target.url,
    SDK_APP_ID: target.sdkAppId,
    IDENTIFIER: target.identifier,
    USER_SIG: target.userSig,
    SECRET_KEY: target.secretKey,
  };
  const filled = variables.reduce(
    (text, [pattern, quote]) =>
      text.replace(pattern, (whole, first: string, second?: string) => {
        const value = values[first ?? second];
        return value === undefined ? whole : `${quote}${value}${quote}`;
      }),
    useDemoNames(source),
  );
  return filled.replace(/^import os\n/m, '');
}
