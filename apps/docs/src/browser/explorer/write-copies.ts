import { createUserSig } from '@chat-sns/client/usersig';
import { find } from '../find.ts';
import type { ExplorerData } from './data.ts';
import type { Values } from './form-values.ts';
import { toCurl, toTypeScript } from './snippets.ts';

/** Updates the code to copy after every input. */
export function createCopies({ operations, hosts, words }: ExplorerData) {
  let writes = 0;
  return async (values: Values): Promise<void> => {
    const turn = ++writes;
    const path = operations[values.operation]?.path ?? '';
    const base = values.target === 'live' ? (hosts[values.region] ?? '') : values.address;
    const userSig = await signatureFor(values);
    // The input changed while this signature was being made.
    if (turn !== writes) return;
    find('.copy-status').textContent = values.reveal && userSig === undefined ? words.noSignature : '';
    find('[data-copy="curl"]').textContent = toCurl({ ...values, base, path, userSig });
    find('[data-copy="typescript"]').textContent = toTypeScript({ ...values, base, path, userSig });
  };
}

async function signatureFor(values: Values): Promise<string | undefined> {
  if (!values.reveal) return undefined;
  const { secretKey, sdkAppId, identifier } = values;
  if (secretKey === undefined) return values.userSig;
  return createUserSig({ sdkAppId, identifier, secretKey, expiresIn: 86_400 }).catch(() => undefined);
}
