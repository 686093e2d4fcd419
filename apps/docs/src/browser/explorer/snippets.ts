import type { Values } from './form-values.ts';

export type SnippetValues = Pick<
  Values,
  'target' | 'region' | 'sdkAppId' | 'identifier' | 'secretKey' | 'operation' | 'body'
> & {
  /** Address of the server, of the region's host for the service itself. */
  base: string;
  path: string;
  /** The signature, when the reader wants it in the text. */
  userSig: string | undefined;
};

/** The call as a command. Without a signature the shell's own variable stands for it. */
export function toCurl({ base, path, sdkAppId, identifier, userSig, body }: SnippetValues): string {
  const query = [
    `sdkappid=${sdkAppId}`,
    `identifier=${encode(identifier)}`,
    `usersig=${userSig === undefined ? '$USER_SIG' : encode(userSig)}`,
    'random=$(shuf -i 0-4294967295 -n 1)',
    'contenttype=json',
  ].join('&');
  const json = JSON.stringify(body).replaceAll("'", `'\\''`);
  return `curl "${base}${path}?${query}" \\\n  --data '${json}'`;
}

/** The call as a module that compiles as it is. */
export function toTypeScript(values: SnippetValues): string {
  const { target, region, base, sdkAppId, identifier, userSig, secretKey, operation, body } = values;
  const where = target === 'live' ? `region: ${quote(region)}` : `baseUrl: ${quote(base)}`;
  return `import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  ${where},
  sdkAppId: ${sdkAppId},
  identifier: ${quote(identifier)},
  ${signIn(userSig, secretKey)},
});

const outcome = await chat.${operation}(${printObject(body)});
console.log(outcome);
`;
}

function signIn(userSig: string | undefined, secretKey: string | undefined): string {
  if (userSig !== undefined) return `userSig: ${quote(userSig)}`;
  return secretKey === undefined
    ? "userSig: process.env.USER_SIG ?? ''"
    : "secretKey: process.env.SECRET_KEY ?? ''";
}

function printObject(body: Record<string, unknown>): string {
  const print = (value: unknown): string =>
    Array.isArray(value) ? `[${value.map(print).join(', ')}]` : quote(String(value));
  const lines = Object.entries(body).map(([name, value]) => `  ${name}: ${print(value)},`);
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`;
}

/** Safe between double quotes of a shell, and in a URL. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function quote(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
