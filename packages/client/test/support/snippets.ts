import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const packageDirectory = fileURLToPath(new URL('../..', import.meta.url));

/** A TypeScript example in the documentation. */
export interface Snippet {
  where: string;
  code: string;
}

/** Is put before an example that is about one method of a client. */
const preamble = `import { createChatClient } from '@chat-sns/client';
const chat = createChatClient({
  region: 'singapore',
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: process.env.SECRET_KEY ?? '',
});
`;

const readText = (path: string) => readFileSync(join(packageDirectory, path), 'utf8');

function readReadmeSnippets(): Snippet[] {
  const blocks = [...readText('README.md').matchAll(/^```ts\n(.*?)^```$/gms)];
  return blocks.map(([, code = ''], index) => ({ where: `README.md, snippet ${index + 1}`, code }));
}

function readExampleSnippets(): Snippet[] {
  return globSync('src/**/*.ts', { cwd: packageDirectory }).flatMap((path) => {
    const comments = [...readText(path).matchAll(/@example\n(.*?)\*\//gs)];
    return comments.map(([, text = ''], index) => {
      const code = text.replace(/^ *\* ?/gm, '');
      return {
        where: `${path}, example ${index + 1}`,
        code: code.includes('import ') ? code : preamble + code,
      };
    });
  });
}

export const readSnippets = (): Snippet[] => [...readReadmeSnippets(), ...readExampleSnippets()];
