import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startMock } from '@chat-sns/mock';
import { createSandbox, demoKey } from '@chat-sns/sandbox';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type operationIds, pathOf, readText, repository } from './support/contract.ts';

interface Step {
  stepId: string;
  operationId: (typeof operationIds)[number];
  requestBody: { payload: Record<string, unknown> };
  successCriteria: { condition: string }[];
  onFailure?: { retryAfter: number; retryLimit: number }[];
  outputs?: Record<string, string>;
  'x-status'?: string;
}
interface Arazzo {
  info: { title: string };
  workflows: { workflowId: string; inputs: { properties?: object }; steps: Step[] }[];
  components?: { inputs: Record<string, { properties: object }> };
}

const names = readdirSync(new URL('spec/workflows', repository)).filter((file) =>
  file.endsWith('.arazzo.yaml'),
);
const html = readText('apps/docs/dist/workflows/index.html');
const entities = { '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&gt;': '>', '&lt;': '<', '&amp;': '&' };
const textOf = (markup: string) =>
  markup
    .replace(/<[^>]+>/g, '')
    .replace(/&#?\w+;/g, (entity) => entities[entity as keyof typeof entities] ?? entity);
const blocks = [...html.matchAll(/<pre[^>]*>([\s\S]*?)<\/pre>/g)].map(([, block = '']) => textOf(block));
/** The part of the page that belongs to a step: from its item to the end of it. */
const itemOf = (anchor: string) => html.match(new RegExp(`<li id="${anchor}">[\\s\\S]*?\n</li>`))?.[0] ?? '';

const mock = await startMock({ port: 0 });
const sandbox = createSandbox();
const { url: sandboxUrl } = await sandbox.listen({ port: 0 });
beforeEach(() => sandbox.reset());
afterAll(async () => {
  await mock.close();
  await sandbox.close();
});

test('there are workflows', () => {
  expect(names.length).toBeGreaterThan(3);
});

describe.each(names)('%s', (file) => {
  const text = readText(`spec/workflows/${file}`);
  const { info, workflows, components }: Arazzo = parse(text);
  const steps = workflows.flatMap(({ workflowId, steps }) =>
    steps.map((step) => ({ ...step, anchor: `${workflowId}.${step.stepId}` })),
  );

  test('can be downloaded byte for byte', () => {
    expect(readText(`apps/docs/dist/workflows/${file}`)).toBe(text);
  });

  test('has every step on the page, in its order, and no other', () => {
    const section = html
      .split('<section class="workflow">')
      .find((part) => part.includes(`>${info.title}</h2>`));
    const anchors = [...(section ?? '').matchAll(/<li id="([^"]+)">/g)].map(([, anchor]) => anchor);
    expect(anchors).toEqual(steps.map(({ anchor }) => anchor));
  });

  test('describes for each step the call, the expected response, the outputs and the retries', () => {
    for (const {
      anchor,
      operationId,
      requestBody,
      successCriteria,
      onFailure = [],
      outputs = {},
      ...step
    } of steps) {
      const item = itemOf(anchor);
      expect(item, anchor).toContain(
        `<code>${pathOf(operationId)}</code> <a href="../operations/${operationId}/"`,
      );
      const [, sent = ''] = /<pre[^>]*>([\s\S]*?)<\/pre>/.exec(item) ?? [];
      expect(JSON.parse(textOf(sent)), anchor).toEqual(requestBody.payload);
      const criteria = [...item.matchAll(/<li title="([^"]*)">(.+?)<\/li>/g)];
      expect(
        criteria.map(([, title = '']) => textOf(title)),
        anchor,
      ).toEqual(successCriteria.map(({ condition }) => condition));
      // In words: nothing of the notation is left.
      expect(
        criteria.filter(([, , words = '']) => words.includes('$')),
        anchor,
      ).toEqual([]);
      for (const name of Object.keys(outputs)) expect(item).toContain(`<code>${name}</code> for later steps`);
      for (const { retryLimit } of onFailure) expect(item).toContain(`at most ${retryLimit} times`);
      expect(item.includes('class="badge inferred"'), anchor).toBe(step['x-status'] === 'inferred');
    }
  });

  test('has every input on the page', () => {
    const shared = Object.values(components?.inputs ?? {}).map(({ properties }) => properties);
    const own = workflows.map(({ inputs }) => inputs.properties ?? {});
    for (const name of [...shared, ...own].flatMap(Object.keys))
      expect(html).toContain(`<code>${name}</code>`);
  });

  test('is linked from the pages of the operations that it calls', () => {
    for (const { operationId } of steps) {
      expect(readText(`apps/docs/dist/operations/${operationId}/index.html`)).toContain(
        `href="../../workflows/#${file.replace('.arazzo.yaml', '')}"`,
      );
    }
  });

  test('runs to its end with the command that the page prints', async () => {
    const printed = blocks.find((block) => block.endsWith(` ${file.replace('.arazzo.yaml', '')}`)) ?? '';
    const { scripts } = JSON.parse(readText('apps/conformance/package.json'));
    const command = printed
      .replace(/^npx pnpm@[\d.]+ -C apps\/conformance run workflows/, scripts.workflows)
      .replace('http://127.0.0.1:4010', mock.url)
      .replace('http://127.0.0.1:4020', sandboxUrl);
    const { stdout } = await promisify(execFile)('bash', ['-ec', command], {
      cwd: fileURLToPath(new URL('apps/conformance', repository)),
      env: { ...process.env, CHAT_SNS_SECRET_KEY: demoKey },
    });
    expect(stdout).toContain(`Steps: ${steps.length} passed, ${steps.length} total`);
  });
});
