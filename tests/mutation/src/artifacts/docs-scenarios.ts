import { readFileSync } from 'node:fs';
import { repository } from '@chat-sns/release/contract';
import { codeFacts } from '../../scenarios/codes.ts';
import { operations, regions } from '../../scenarios/service.ts';

export type ReadPage = (page: string) => string;
export const builtPage: ReadPage = (page) =>
  readFileSync(new URL(`apps/docs/dist/${page}index.html`, repository), 'utf8');

/** The hand-written facts that a reader of the site would look for in vain. */
export function docsProblems(read: ReadPage): string[] {
  const missing = (page: string, html: string, facts: string[]) =>
    facts
      .filter((fact) => !html.includes(fact))
      .map((fact) => `apps/docs/dist/${page} does not hold ${fact}`);
  const errors = read('errors/');
  const pages = Object.entries(operations).map(([id, { path }]) => ({ page: `operations/${id}/`, path }));
  const hosts = Object.values(regions).flat();
  const all = pages.map(({ page }) => read(page)).join('') + read('operations/');
  return [
    ...codeFacts.flatMap(({ code, title }) => missing('errors/', errors, [`id="${code}"`, title])),
    ...pages.flatMap(({ page, path }) => missing(page, read(page), [path])),
    ...missing('operations/', all, hosts),
    ...missing('operations/deleteFriends/', read('operations/deleteFriends/'), [
      '1000',
      'Delete_Type_Both',
      'To_Account',
    ]),
    ...missing('operations/deleteFriendLists/', read('operations/deleteFriendLists/'), [
      '32',
      'GroupName',
      'CurrentSequence',
    ]),
  ];
}

/** The site as it would be had somebody lost one thing from one page. */
export const docsMutants: { name: string; change: (page: string, html: string) => string; words: RegExp }[] =
  [
    ...codeFacts.map(({ code }) => ({
      name: `loses code ${code}`,
      change: (page: string, html: string) =>
        page === 'errors/' ? html.replaceAll(`id="${code}"`, '') : html,
      words: new RegExp(`id="${code}"`),
    })),
    ...Object.values(regions).map(([host]) => ({
      name: `loses host ${host}`,
      change: (_: string, html: string) => html.replaceAll(host, ''),
      words: new RegExp(host),
    })),
    ...Object.values(operations).map(({ path }) => ({
      name: `misspells ${path}`,
      change: (_: string, html: string) => html.replaceAll(path, path.replace('sns', 'sms')),
      words: new RegExp(path),
    })),
  ];
