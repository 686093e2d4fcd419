import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { startMock } from '../src/index.ts';
import { call, firstRequest } from './support/call.ts';
import { startNode } from './support/child.ts';
import { catalogue, examples } from './support/contract.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const readText = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = readText('README.md');

describe('the README', () => {
  it('shows recipes/library.ts as it is', () => {
    expect(readme).toContain(`\`\`\`ts\n${readText('recipes/library.ts')}\`\`\``);
  });

  it('shows the response that its curl command gets', async () => {
    await using mock = await startMock();
    const [, target = '', body = ''] =
      /curl 'http:\/\/127\.0\.0\.1:4010([^']+)' \\\n {2}-d '([^']+)'/.exec(readme) ?? [];
    const shown = /```json\n([^`]+)```/.exec(readme)?.[1] ?? '';
    const response = await fetch(mock.url + target, { method: 'POST', body });
    expect(await response.json()).toEqual(JSON.parse(shown));
  });

  it('shows how each instruction that cannot be followed is refused', async () => {
    await using mock = await startMock();
    const rows = [...readme.matchAll(/^\| `([^`]+)`(?: (?:as|in) `(\w+)`)? +\| `(mock: [^`]+)`/gm)];
    const first = firstRequest('deleteFriends');
    for (const [, given = '', field, text] of rows) {
      const account = field === 'To_Account' ? [given] : given;
      const changes = field
        ? { body: { ...first, [field]: account } }
        : { headers: { prefer: given.replace('Prefer: ', '') } };
      const { envelope } = await call(mock.url, 'deleteFriends', changes);
      expect(envelope.ErrorInfo.slice(0, text?.length)).toBe(text);
    }
    expect(rows).toHaveLength(8);
  });

  it('names only codes and examples that exist', () => {
    for (const [code] of readme.matchAll(/\b[3-7]\d{4}\b/g))
      expect(catalogue.map((entry) => String(entry.code))).toContain(code);
    const names = Object.values(examples).flatMap(({ responses }) => Object.keys(responses));
    for (const [, name] of readme.matchAll(/example=([a-z][\w-]+)/g)) expect(names).toContain(name);
  });
});

describe('the examples of the public functions', () => {
  it.each(['start-mock.ts', 'proxy/start-proxy.ts'])('in src/%s run', async (file) => {
    const [, comment = ''] = /@example\n(.+?) \*\//s.exec(readText(`src/${file}`)) ?? [];
    const example = comment.replace(/^ \* ?/gm, '');
    expect(example).toContain('await using');
    const program = `import { startMock, startProxy } from '@chat-sns/mock';\n${example}\nconsole.log('ran');`;
    await using child = startNode(['--input-type=module-typescript', '--eval', program]);
    expect(await child.end(), child.output()).toEqual({ code: 0, signal: null });
    expect(child.output()).toContain('ran');
  });
});

describe('the recipe', () => {
  it('library.ts runs', async () => {
    await using child = startNode([join(root, 'recipes/library.ts')]);
    expect(await child.end()).toEqual({ code: 0, signal: null });
    expect(child.output()).toContain('"To_Account":"mock-31704","ResultCode":31704');
    expect(child.output()).toContain("deleteFriends *** { From_Account: 'ann'");
  });
});
