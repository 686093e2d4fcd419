import type { Schema, Webhook } from '@chat-sns/spec';
import { listCalls, resolveRef } from '../calls.ts';
import { firstSentence } from '../markdown.ts';
import type { PageContent } from '../page.ts';
import { onlyValue } from '../parts/schema.ts';
import { callPath, codePath, hostsPath } from '../paths.ts';
import type { Tree } from '../site-map.ts';
import type { SpecInput } from '../spec-input.ts';
import type { Site } from '../view.ts';
import { type Entry, type Kind, kinds, type SearchIndex } from './entry.ts';
import { readerWords, vendorTerms } from './other-names.ts';
import { readPage } from './read-page.ts';

/** Pages of which only their names are found: what they list is found where it is explained, or by their own filter. */
const lists = /^(claims|sources|changelog|contents|errors|explorer)\//;

/** Something that can be found, before it is packed. */
interface Found {
  kind: Kind;
  /** Path of the page below its language, with the anchor. */
  address: string;
  title: string;
  /** Shown beside the title, and searched too. */
  note?: string;
  /** Further names. */
  keys?: readonly string[];
}

/**
 * Everything of a language that has an address: calls, codes and hosts from the contract with all their names, then
 * pages, headings and fields as the pages show them.
 * @throws when an entry leads to an anchor that its page does not have.
 */
export function collectIndex(
  site: Site,
  tree: Tree,
  english: Tree,
  contentOf: (path: string) => PageContent | undefined,
): SearchIndex {
  const pages = [...tree.places.values()].map(({ page }) => page);
  const names = new Map(pages.map(({ path }) => [path, readPage(contentOf(path)?.body.text ?? '')]));
  const contract = listContract(site);
  const own = new Set(contract.map(({ address }) => address));
  const all = [
    ...contract,
    ...pages.flatMap(({ path, label, title, description }): Found[] => {
      const { headings = [], fields = [] } = names.get(path) ?? {};
      const at = (anchor: string) => (anchor === '' ? path : `${path}#${anchor}`);
      return [
        ...(own.has(path)
          ? []
          : [{ kind: 'page', address: path, title: label, note: description, keys: [title] } as const]),
        ...(lists.test(path)
          ? []
          : [
              ...fields.map(
                ({ text, anchor }) => ({ kind: 'field', address: at(anchor), title: text }) as const,
              ),
              ...headings
                .filter(({ anchor }) => anchor !== '')
                .map(({ text, anchor }) => ({ kind: 'heading', address: at(anchor), title: text }) as const),
            ]),
      ];
    }),
  ];
  const codes = new Set(site.spec.errors.map(({ code }) => codePath(code)));
  const numbers = new Map(pages.map(({ path }, index) => [path, index]));
  const entries = new Map<string, Entry>();
  for (const { kind, address, title, note = '', keys = [] } of all) {
    const [path = '', anchor = ''] = address.split('#', 2);
    const page = numbers.get(path);
    if (page === undefined || (anchor !== '' && !names.get(path)?.anchors.has(anchor)))
      throw new Error(`The search has "${title}" at ${address}, which does not exist`);
    const foreign = english.places.get(address)?.page.label ?? title;
    // What stands at the top of a page shares its address, but not the words for the page.
    const ofPlace =
      kind === 'field' ? [] : [...(vendorTerms[address] ?? []), ...(readerWords[address] ?? [])];
    const others = new Set([...keys, foreign, ...ofPlace].filter((key) => key !== title));
    const id = `${address} ${title}`;
    if (!entries.has(id)) entries.set(id, [kinds.indexOf(kind), page, anchor, title, note, ...others]);
  }
  const { language, englishOnly } = site;
  return {
    words: site.language.strings.search,
    // The page of a code has no other entry, so its name would never be shown.
    pages: pages
      .map(({ path, label: name }) => [path, codes.has(path) ? '' : name] as const)
      .map(([path, label]) =>
        language.tag !== 'en' && englishOnly.has(path) ? [path, label, 1] : [language.folder + path, label],
      ),
    entries: [...entries.values()],
  };
}

function listContract({ spec, language }: Site): Found[] {
  const { retry: advice, status: statuses } = language.strings;
  const codes = spec.errors.map(({ code, title, meaning, retry, info, operations, status }): Found => {
    const isPast = operations.length === 0 && status === 'historical';
    return {
      kind: 'code',
      address: codePath(code),
      title: `${code} ${title}`,
      note: `${isPast ? `${statuses.historical.label}: ` : ''}${firstSentence(meaning)} ${advice[retry].label}.`,
      keys: info?.text ? [info.text] : [],
    };
  });
  const calls = listCalls(spec.document).map((call): Found => {
    const { kind, path, operation } = call;
    const command = kind === 'operation' ? path.split('/').at(-1) : commandOf(spec, operation);
    return {
      kind: 'call',
      address: callPath(call),
      title: operation.summary,
      note: kind === 'operation' ? `POST ${path}` : path,
      keys: [operation.operationId, path, command ?? path, ...(kind === 'operation' ? ['curl'] : [])],
    };
  });
  const hosts = spec.document.servers.map((server): Found => {
    const [host, backup] = [server.url, server['x-backup-url']].map((url) => new URL(url).host);
    return {
      kind: 'host',
      address: `${hostsPath}#${server['x-region']}`,
      title: server.description,
      note: `${host}, ${backup}`,
      keys: [server['x-region'].replaceAll('-', ' '), host ?? '', backup ?? ''],
    };
  });
  return [...codes, ...calls, ...hosts];
}

/** What the body of a webhook says that it is. */
function commandOf({ document }: SpecInput, { requestBody }: Webhook): string | undefined {
  const body = requestBody.content['application/json']?.schema;
  const event = body && resolveRef<Schema>(document, body);
  const command = event?.properties?.CallbackCommand;
  return command && String(onlyValue(resolveRef<Schema>(document, command)));
}
