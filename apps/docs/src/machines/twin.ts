import { posix } from 'node:path';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';

type Root = ReturnType<typeof fromHtml>;
type Element = Extract<Root['children'][number], { type: 'element' }>;
type ElementContent = Element['children'][number];

/** Name of a page's Markdown twin, beside its `index.html`. */
export const twinName = 'index.md';

/** What does nothing in a text. */
const controls = new Set([
  'button',
  'form',
  'input',
  'output',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
]);

function convertPage(markup: string, resolve: (href: string) => string): string {
  const tree = fromHtml(markup, { fragment: true });
  prepare(tree, resolve);
  return toMarkdown(toMdast(tree), {
    bullet: '-',
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  });
}

/** Drops what only a browser can use, and gives elements that Markdown lacks a form that it has. */
function prepare(node: Root | Element, resolve: (href: string) => string): void {
  node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    const { tagName, properties } = child;
    if (controls.has(tagName) || properties.hidden !== undefined) return [];
    prepare(child, resolve);
    const { href } = properties;
    // The heading of an entry links to itself, so that a reader can copy its address.
    if (/^h\d$/.test('tagName' in node ? node.tagName : '') && String(href).startsWith('#'))
      return child.children;
    if (typeof href === 'string') properties.href = resolve(href);
    return tagName === 'summary' || tagName === 'figcaption' ? [asTitle(child)] : [child];
  });
}

function asTitle({ children }: Element): Element {
  const strong: Element = { type: 'element', tagName: 'strong', properties: {}, children };
  return { type: 'element', tagName: 'p', properties: {}, children: [strong] };
}

/**
 * The file below the site's root that a link on a page leads to: the twin of a page, or another file. What has a scheme
 * leads elsewhere.
 */
function targetOf(path: string, href: string): string | undefined {
  if (/^[a-z]+:/i.test(href)) return undefined;
  const { pathname, search, hash } = new URL(href, `http://site/${path}`);
  const file = pathname.slice(1);
  // Redoc and the explorer read the rest of the address, for which Markdown has no place.
  const isForBrowser = search !== '' || hash.includes('/');
  const isPage = file === '' || file.endsWith('/');
  return isPage && !isForBrowser ? `${file}${twinName}${hash}` : `${file}${search}${hash}`;
}

interface ResolverOptions {
  /** Where the site will be. Without it, links are relative. */
  address?: string | undefined;
  /** The Markdown goes into a file at the root of the site, and not beside its page. */
  isAtRoot?: boolean;
}

/** Stands before each link within the site while a page is converted, which takes long, once. */
const marker = 'x-twin-of:';

/** A page as Markdown for several files, in which its links look different. */
export function createTwin(path: string, markup: string): (options: ResolverOptions) => string {
  const text = convertPage(markup, (href) => {
    const isElsewhere = targetOf(path, href) === undefined;
    return isElsewhere ? href : marker + href;
  });
  return (options) =>
    text.replace(new RegExp(`${marker}([^)\\s>]*)`, 'g'), (_, href: string) =>
      resolveLink(path, href, options),
    );
}

function resolveLink(path: string, href: string, { address, isAtRoot = false }: ResolverOptions): string {
  const target = href.startsWith('#') && !isAtRoot ? undefined : targetOf(path, href);
  if (target === undefined) return href;
  if (address !== undefined) return address + target;
  const [, file = '', rest = ''] = /^([^?#]*)(.*)$/.exec(target) ?? [];
  const slash = file.endsWith('/') ? '/' : '';
  return posix.relative(`/${isAtRoot ? '' : path}`, `/${file}`) + slash + rest;
}
