import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { notFoundPath } from './paths.ts';

interface Link {
  address: string;
  /** Followed by a reader; otherwise loaded by the page. */
  follow: boolean;
}

interface LinkedPage {
  path: string;
  anchors: Set<string>;
  links: Link[];
}

export interface CheckOptions {
  /** Fragments by path of pages that scripts draw in the browser, which are not in their markup. */
  fragments: ReadonlyMap<string, ReadonlySet<string>>;
  /** Where the site will be, so that links with the whole address, or its path, are links to the site itself. */
  address?: string | undefined;
}

/**
 * Finds broken links in pages and in their Markdown twins: to files and anchors that do not exist, addresses that break
 * below a sub-path, and anything that a page would load from another host.
 * @returns one line for each fault.
 */
export async function findBrokenLinks(site: string, { fragments, address }: CheckOptions): Promise<string[]> {
  const files = (await readdir(site, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(entry.parentPath.slice(site.length), entry.name).replace(/^\//, ''));
  const pages = await Promise.all(
    files
      .filter((file) => /\.(html|md)$|^llms/.test(file))
      .map(async (file) => {
        const text = await readFile(join(site, file), 'utf8');
        return file.endsWith('.html') ? readPage(file, text) : readMarkdown(file, text);
      }),
  );
  const drawn = new Map(
    pages.map((page) => [page.path, new Set([...page.anchors, ...(fragments.get(page.path) ?? [])])]),
  );
  // The anchors of a twin are those of its page.
  const anchors = new Map(
    [...drawn.keys()].map((path) => [path, drawn.get(path.replace(/\.md$/, '.html'))] as const),
  );
  const exists = new Set(files);
  return pages.flatMap((page) =>
    page.links.flatMap((link) => {
      const fault = faultOf(
        page,
        { ...link, address: withinSite(page.path, link.address, address) },
        exists,
        anchors,
      );
      return fault === undefined ? [] : [`${page.path}: ${link.address} ${fault}`];
    }),
  );
}

function faultOf(
  page: LinkedPage,
  { address, follow }: Link,
  exists: ReadonlySet<string>,
  anchors: ReadonlyMap<string, ReadonlySet<string> | undefined>,
): string | undefined {
  if (address.startsWith('https://')) return follow ? undefined : 'is loaded from another host';
  if (/^(\/|[a-z]+:)/i.test(address)) return 'works only at the root of one host';
  const [file = '', fragment] = address.split('#', 2);
  const [path = ''] = file.split('?', 1);
  const target = path === '' ? page.path : posix.join(posix.dirname(page.path), path);
  const found = path === '' || exists.has(target) ? target : posix.join(target, 'index.html');
  if (!exists.has(found)) return 'leads to a file that does not exist';
  // An address of the page's own router, such as Redoc's #/friends.
  if (fragment === undefined || fragment.startsWith('/')) return undefined;
  return anchors.get(found)?.has(decodeURIComponent(fragment))
    ? undefined
    : 'leads to an anchor that does not exist';
}

/** A link that begins with the address of the site, or on the page for missing ones with its path, as a relative one. */
function withinSite(path: string, link: string, address: string | undefined): string {
  if (address === undefined) return link;
  const roots = [address, ...(path === notFoundPath ? [new URL(address).pathname] : [])];
  const root = roots.find((start) => link.startsWith(start));
  return root === undefined
    ? link
    : `${'../'.repeat(path.split('/').length - 1)}${link.slice(root.length)}` || './';
}

function readMarkdown(path: string, text: string): LinkedPage {
  const prose = text.replace(/^( *)```.*?^\1```$/gms, '').replace(/`[^`\n]+`/g, '');
  const links = [...prose.matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, address = '']) => ({
    address,
    follow: true,
  }));
  return { path, links, anchors: new Set() };
}

function readPage(path: string, text: string): LinkedPage {
  const markup = text.replace(/<(script|style)\b([^>]*)>[\s\S]*?<\/\1>/g, '<$1$2>');
  const tags = [...markup.matchAll(/<([a-z][a-z0-9]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)];
  const attributes = tags.map(([, tag = '', list = '']) => ({
    tag: tag.toLowerCase(),
    ...readAttributes(list),
  }));
  const links = attributes.flatMap(({ tag, href, src }) =>
    [href, src].flatMap((address) => (address === undefined ? [] : { address, follow: tag === 'a' })),
  );
  return { path, links, anchors: new Set(attributes.flatMap(({ id }) => id ?? [])) };
}

function readAttributes(list: string): { href?: string; src?: string; id?: string } {
  const pairs = [...list.matchAll(/\s(href|src|id)="([^"]*)"/g)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]));
}
