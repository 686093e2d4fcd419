import { createUserSig, readUserSig, type UserSigClaims, verifyUserSig } from '@chat-sns/client/usersig';
import { element, find, forgetOnLeave, readData } from '../dom.ts';
import type { CodeTable } from '../explorer/data.ts';
import { explainCode } from '../explorer/show-result.ts';

interface UserSigData {
  codes: CodeTable;
  words: typeof import('../../strings/en-tools.ts').userSigTool.script;
}

const { codes, words } = readData<UserSigData>('usersig-data');
const make = find<HTMLFormElement>('#make');
const inspect = find<HTMLFormElement>('#inspect');

function valuesOf(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  return {
    sdkAppId: Number(text('sdkAppId')),
    identifier: text('identifier'),
    secretKey: text('secretKey'),
    expiresIn: Number(text('expiresIn')),
    userSig: text('userSig'),
  };
}

async function makeOne(): Promise<void> {
  const status = find('.status', make);
  const made = find('.made', make);
  made.textContent = await createUserSig(valuesOf(make)).catch(() => '');
  const isMade = made.textContent !== '';
  status.textContent = isMade ? '' : isSecureContext ? words.missing : words.insecure;
  find('figure', make).hidden = !isMade;
}

async function inspectOne(): Promise<void> {
  const { userSig, ...expected } = valuesOf(inspect);
  const claims = await readUserSig(userSig);
  find('.verdict', inspect).replaceChildren(
    ...(claims
      ? await judge(claims, userSig, expected)
      : [headline('bad', words.unreadable), explain('UserSigIllegal')]),
  );
}

type Expected = Omit<ReturnType<typeof valuesOf>, 'userSig'>;

async function judge(claims: UserSigClaims, userSig: string, expected: Expected): Promise<Node[]> {
  const { sdkAppId, identifier, secretKey } = expected;
  // Empty fields take the values of the signature, so that the others can be checked. A key must not be empty.
  const check = await verifyUserSig(userSig, {
    sdkAppId: sdkAppId || claims.sdkAppId,
    identifier: identifier || claims.identifier,
    secretKey: secretKey || 'none',
    ...(claims.userBuf && { userBuf: claims.userBuf }),
  });
  const table = describeClaims(claims);
  if (check.ok) return [headline('good', words.valid), table];
  const isUnknowable = check.reason === 'UserSigWrongKey' && secretKey === '';
  if (isUnknowable) return [headline('', words.unverified), table];
  if (check.reason === 'UserBufMismatch') return [headline('bad', words.bufMismatch), table];
  return [headline('bad', check.reason), table, explain(check.reason)];
}

function describeClaims({ sdkAppId, identifier, issuedAt, expiresAt }: UserSigClaims): HTMLElement {
  const time = (seconds: number) =>
    new Date(seconds * 1000).toISOString().replace('.000Z', ' UTC').replace('T', ' ');
  const facts = { sdkAppId, identifier, issuedAt: time(issuedAt), expiresAt: time(expiresAt) };
  const rows = Object.entries(facts).map(([name, value]) =>
    element(
      'div',
      {},
      element('dt', {}, words.claims[name as keyof typeof facts]),
      element('dd', {}, String(value)),
    ),
  );
  return element('dl', { class: 'facts-list' }, ...rows);
}

function headline(className: string, text: string): HTMLElement {
  return element('p', { class: `headline ${className}` }, text);
}

/** The catalogue's words for a title. */
function explain(title: string): HTMLElement {
  const [code] = Object.entries(codes).find(([, entry]) => entry.title === title) ?? [];
  return explainCode(Number(code), codes, words);
}

make.addEventListener('submit', (event) => {
  event.preventDefault();
  void makeOne();
});
inspect.addEventListener('submit', (event) => {
  event.preventDefault();
  inspectOne().catch(() => find('.verdict', inspect).replaceChildren(headline('bad', words.insecure)));
});
for (const form of [make, inspect]) forgetOnLeave(form);
find('#usersig').hidden = false;
