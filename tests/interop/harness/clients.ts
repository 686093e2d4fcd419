import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Checks, shorten } from './checks.ts';
import { calls } from './document.ts';
import { home, type Project } from './project.ts';
import { query } from './requests.ts';
import { startUpstream } from './servers.ts';
import type { Run } from './tool.ts';

const typeChecks = ['compiles', 'unique names', 'query', 'body', 'narrows', 'known codes', 'open codes'];

/**
 * A generator of clients: it must take the document, its output must compile and say what the document says, and the
 * snippet must make the three calls.
 *
 * @param named whether the tool can give the codes names.
 */
export function checkClient(named: boolean) {
  return async (run: Run): Promise<void> => {
    const { project, checks, commands } = run;
    cpSync(join(home, 'harness/shared'), project.folder, { recursive: true });
    await checks.attempt('loads', () => project.run(commands.join('\n')));
    if (checks.results.loads !== null) return;
    await checkTypes(project, checks, named ? [...typeChecks, 'names'] : typeChecks);
    await checkCalls(run);
  };
}

async function checkTypes(project: Project, { results }: Checks, names: string[]) {
  for (const name of names) results[`types: ${name}`] = null;
  // The compiler fails when it reports errors, which are what is wanted here.
  const output = await project.run('tsc --pretty false || true');
  for (const line of output.split('\n').filter((text) => text.includes('error TS'))) {
    const { check, found } = explain(project, line);
    results[`types: ${check}`] ??= found;
  }
  const twice = listNamesMadeTwice(project);
  if (twice.length > 0) results['types: unique names'] = `has ${twice.join(', ')}`;
}

/** The check that an error belongs to, which the comment at the end of its line names in our own files. */
function explain(project: Project, error: string): { check: string; found: string } {
  const [, file = '', row = '0', message = ''] = error.match(/(\S+)\((\d+),\d+\): error TS\d+: (.*)/) ?? [];
  const found = shorten(`${file}: ${message}`, 240);
  if (file === 'summarize.ts') return { check: 'narrows', found };
  if (!['check-types.ts', 'types.ts'].includes(file)) return { check: 'compiles', found };
  const line = readFileSync(join(project.folder, file), 'utf8').split('\n')[Number(row) - 1];
  const [, code = '', check = 'compiles'] = line?.match(/^\s*(.*?),? \/\/ ([\w ]+)$/) ?? [];
  return { check, found: code.startsWith('Assert<') ? `not ${code}` : found };
}

/** Types that the tool had to number, because it gives the name that a component has to something of its own. */
function listNamesMadeTwice({ folder }: Project): string[] {
  const output = globSync('{client,chat}*{,/*}.ts', { cwd: folder })
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n');
  const exported = output.matchAll(/^export (?:type|interface|const) (\w+)/gm);
  const names = new Set([...exported].map(([, name = '']) => name));
  return [...names].filter((name) => /\D2$/.test(name) && names.has(name.slice(0, -1)));
}

async function checkCalls({ project, mock, checks }: Run) {
  type Summarize = (baseUrl: string, usersig: string, account: string) => Promise<unknown[]>;
  const module = await checks.attempt('calls: runs', () =>
    project.load<{ summarize: Summarize }>('summarize.ts'),
  );
  if (!module) return;
  const expectCalls = async (baseUrl: string, account: string, wanted: string) => {
    const results = String(await module.summarize(baseUrl, 'any', account));
    if (results.replace(/\d+$/, 'N') !== wanted.replace(/\d+$/, 'N')) throw new Error(`got ${results}`);
  };
  const before = mock.calls().length;
  await checks.attempt('calls: success', () =>
    expectCalls(mock.url, 'ann', '2 results,all deleted,sequence 1'),
  );
  await checks.attempt('calls: refusal', () => expectCalls(mock.url, 'mock-30003', '30003,30003,30003'));
  await checks.attempt('calls: sent', () => {
    const sent = mock
      .calls()
      .slice(before)
      .map(({ path, query: { random, usersig, ...rest } }) => {
        const given = /^\d+$/.test(String(random)) && usersig !== undefined;
        return `${path} ${JSON.stringify(Object.entries(rest).toSorted())} ${given}`;
      });
    const { random, usersig, ...rest } = query;
    const wanted = [...calls, ...calls].map(
      ({ path }) => `${path} ${JSON.stringify(Object.entries(rest).toSorted())} true`,
    );
    if (String(sent) !== String(wanted))
      throw new Error(`the mock received ${sent.join(' and ') || 'nothing'}`);
  });
  await checks.attempt('calls: unknown code', async () => {
    await using upstream = await startUpstream(mock.url);
    upstream.response = { ActionStatus: 'FAIL', ErrorCode: 79999, ErrorInfo: '', ErrorDisplay: '' };
    await expectCalls(upstream.url, 'ann', '79999,79999,79999');
  });
}
