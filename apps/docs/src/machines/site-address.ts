import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Tree } from '../site-map.ts';
import type { Site, View } from '../view.ts';
import { twinName } from './twin.ts';

/**
 * The address at which the site will be, with a slash at its end.
 * @throws when it is not one.
 */
export function parseAddress(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    throw new Error(`SITE_URL is "${text}". It must be an address such as https://docs.example.com/chat/.`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** What a page says about itself in its head: its other forms, and how to show it in a search or a preview. */
export function renderHead(
  view: View,
  path: string,
  { title, description }: { title: string; description: string },
): Html {
  const { address, language } = view.site;
  const own = address && address + language.folder + path;
  return html`<meta name="description" content="${description}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="${view.strings.site.name}">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
${own && html`<meta property="og:url" content="${own}">\n<link rel="canonical" href="${own}">\n`}<link rel="alternate" type="text/markdown" href="${twinName}">
${alternates(view, path)}`;
}

/** The page in every language, for search engines, which ask for whole addresses. */
function alternates(view: View, path: string): Html | undefined {
  const { languages, englishOnly, address } = view.site;
  if (languages.length < 2 || englishOnly.has(path)) return undefined;
  const addressOf = (tag: string) =>
    address === undefined ? view.inLanguage(tag, path) : address + folderOf(view.site, tag) + path;
  const links = [...languages.map(({ tag }) => [tag, tag] as const), ['x-default', 'en'] as const];
  return html`${links.map(([name, tag]) => html`<link rel="alternate" hreflang="${name}" href="${addressOf(tag)}">\n`)}`;
}

const folderOf = ({ languages }: Pick<Site, 'languages'>, tag: string) =>
  languages.find((language) => language.tag === tag)?.folder ?? '';

/** `sitemap.xml`: every page in every language that has it. */
export function renderSitemap(
  address: string,
  site: Pick<Site, 'languages' | 'englishOnly'>,
  { places }: Tree,
): string {
  const urls = [...places.keys()].flatMap((path) => {
    const languages = site.languages.filter(({ tag }) => tag === 'en' || !site.englishOnly.has(path));
    const others = languages.map(
      ({ tag, folder }) =>
        html`\n    <xhtml:link rel="alternate" hreflang="${tag}" href="${address + folder + path}"/>`,
    );
    return languages.map(
      ({ folder }) =>
        html`  <url>\n    <loc>${address + folder + path}</loc>${languages.length > 1 && others}\n  </url>\n`,
    );
  });
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls}</urlset>
`.text;
}

/** `robots.txt`, which counts at the root of a host only. */
export function renderRobots(address: string | undefined): string {
  const sitemap = address === undefined ? '' : `\nSitemap: ${address}sitemap.xml\n`;
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
