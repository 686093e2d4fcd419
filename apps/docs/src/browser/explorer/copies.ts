import { createUserSig } from '@chat-sns/client/usersig';
import { find } from '../dom.ts';
import type { ExplorerData } from './data.ts';
import type { Values } from './form.ts';

export type SnippetValues = Pick<
  Values,
  'target' | 'region' | 'sdkAppId' | 'identifier' | 'secretKey' | 'operation' | 'body' | 'json' | 'unchecked'
> & {
  /** Address of the server, of the region's host for the service itself. */
  base: string;
  path: string;
  /** The signature, when the reader wants it included. */
  userSig: string | undefined;
};

/** The call as a command. Without a signature the shell's own variable stands for it; a text that is not JSON stays as it is. */
export function toCurl(values: SnippetValues): string {
  const { base, path, sdkAppId, identifier, userSig, body, json = '' } = values;
  const query = [
    `sdkappid=${sdkAppId}`,
    `identifier=${encode(identifier)}`,
    `usersig=${userSig === undefined ? '$USER_SIG' : encode(userSig)}`,
    'random=$(shuf -i 0-4294967295 -n 1)',
    'contenttype=json',
  ].join('\\\n&');
  const data = (body === undefined ? json : JSON.stringify(body)).replaceAll("'", `'\\''`);
  return `curl "${base}${path}\\\n?${query}" \\\n  -H 'content-type: application/json' \\\n  --data-raw '${data}'`;
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

/** Safe between double quotes of a shell, and in a URL. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
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
