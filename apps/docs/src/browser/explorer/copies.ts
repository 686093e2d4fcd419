import { createUserSig } from '@chat-sns/client/usersig';
import { find } from '../dom.ts';
import type { ExplorerData } from './data.ts';
import { isDemoCall, type Values } from './form.ts';

export type SnippetValues = Pick<
  Values,
  'target' | 'region' | 'sdkAppId' | 'identifier' | 'secretKey' | 'operation' | 'body' | 'json' | 'unchecked'
> & {
  /** Address of the server, of the region's host for the service itself. */
  base: string;
  path: string;
  /** The signature, when it is the demo app's or the reader wants it included. */
  userSig: string | undefined;
};

/**
 * The call as a command for any POSIX shell. What the form lacks is a variable, without which the shell says what to
 * set it to and sends nothing; a text that is not JSON stays as it is.
 */
export function toCurl(values: SnippetValues): string {
  const { base, path, sdkAppId, identifier, userSig, body, json = '' } = values;
  const query = [
    `sdkappid=${sdkAppId || ask('SDK_APP_ID', 'the number of the app')}`,
    `identifier=${encode(identifier) || ask('IDENTIFIER', 'an administrator of the app')}`,
    `usersig=${encode(userSig ?? '') || ask('USER_SIG', 'a UserSig of this administrator')}`,
    "random=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')",
    'contenttype=json',
  ].join('\\\n&');
  const data = (body === undefined ? json : JSON.stringify(body)).replaceAll("'", `'\\''`);
  const address = encode(base, /[^\w:/.~%-]/gu) || ask('CHAT_URL', 'the address of the server');
  return `curl "${address}${path}\\\n?${query}" \\\n  -H 'content-type: application/json' \\\n  --data-raw '${data}'`;
}

/** The call as a module, which compiles when the contract allows the body or the call skips the checks. */
export function toTypeScript(values: SnippetValues): string {
  const { target, region, base, sdkAppId, identifier, userSig, secretKey, body } = values;
  if (body === undefined) return '// The body is not a JSON object yet.\n';
  const where = target === 'live' ? `region: ${quote(region)}` : `baseUrl: ${quote(base)}`;
  return `import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  ${where},
  sdkAppId: ${sdkAppId},
  identifier: ${quote(identifier)},
  ${signIn(userSig, secretKey)},
});

${printCall(values, body)}`;
}

function printCall({ operation, path, unchecked }: SnippetValues, body: object): string {
  if (!unchecked)
    return `const outcome = await chat.${operation}(${printLiteral(body)});\nconsole.log(outcome);\n`;
  return `// Skips the checks and the types of the client.
const { data } = await chat.raw.POST(${quote(path)}, {
  body: ${printLiteral(body, '  ')} as never,
});
console.log(data);
`;
}

function signIn(userSig: string | undefined, secretKey: string | undefined): string {
  if (userSig !== undefined) return `userSig: ${quote(userSig)}`;
  return secretKey === undefined
    ? "userSig: process.env.USER_SIG ?? ''"
    : "secretKey: process.env.SECRET_KEY ?? ''";
}

const ask = (variable: string, meaning: string) => `\${${variable}:?set it to ${meaning}}`;

/** Safe in a URL and between double quotes of a shell, where `!` cannot be escaped otherwise. */
function encode(text: string, unsafe = /[^\w.~-]/gu): string {
  const hex = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  return text.replace(unsafe, (character) => Array.from(new TextEncoder().encode(character), hex).join(''));
}

/** A value of JSON as a TypeScript literal that means the same, whatever its names and strings contain. */
export function printLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return quote(value);
  // As JSON prints a number, because that is what is sent: 1e999 becomes null.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = `${indent}  `;
  const lines = (open: string, parts: string[], close: string) =>
    parts.length === 0
      ? `${open}${close}`
      : `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
  if (!Array.isArray(value)) {
    const entries = Object.entries(value).map(
      ([name, part]) => `${printName(name)}: ${printLiteral(part, inner)}`,
    );
    return lines('{', entries, '}');
  }
  const parts = value.map((part) => printLiteral(part, inner));
  return value.some((part) => typeof part === 'object' && part !== null)
    ? lines('[', parts, ']')
    : `[${parts.join(', ')}]`;
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** A literal with a plain `__proto__` would set the prototype instead of a field. */
function printName(name: string): string {
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** Updates the code to copy after every input. */
export function createCopies({ operations, hosts, demo, words }: ExplorerData) {
  let writes = 0;
  return async (values: Values): Promise<void> => {
    const turn = ++writes;
    const path = operations[values.operation]?.path ?? '';
    const base = values.target === 'live' ? (hosts[values.region] ?? '') : values.address;
    const isDemo = isDemoCall(values, demo);
    const userSig = isDemo || values.reveal ? await signatureFor(values, isDemo) : undefined;
    // The input changed while this signature was being made.
    if (turn !== writes) return;
    find('.copy-status').textContent = (isDemo || values.reveal) && !userSig ? words.noSignature : '';
    find('[data-copy="curl"]').textContent = toCurl({ ...values, base, path, userSig });
    find('[data-copy="typescript"]').textContent = toTypeScript({ ...values, base, path, userSig });
  };
}

/** Signed by the demo app it stays valid, wherever it was pasted; by another for a day. */
async function signatureFor(values: Values, isDemo: boolean): Promise<string | undefined> {
  const { secretKey, sdkAppId, identifier } = values;
  if (secretKey === undefined) return values.userSig;
  const expiresIn = (isDemo ? 36_500 : 1) * 86_400;
  return createUserSig({ sdkAppId, identifier, secretKey, expiresIn }).catch(() => undefined);
}
