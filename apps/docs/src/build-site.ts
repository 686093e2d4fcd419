import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workflowFile } from './arazzo.ts';
import { AssetFolder, addSiteAssets } from './assets.ts';
import { listCalls } from './calls.ts';
import { findBrokenLinks } from './check-links.ts';
import { downloadPath, readSandboxFiles } from './control.ts';
import { compileValidators } from './explorer.ts';
import { html } from './html.ts';
import type { Language } from './languages.ts';
import { renderLayout } from './layout.ts';
import { fullName, leftOut, renderLlms } from './machines/llms.ts';
import { renderRobots, renderSitemap } from './machines/site-address.ts';
import { createTwin, twinName } from './machines/twin.ts';
import type { PageContent } from './page.ts';
import { contentsPath, notFoundPath, referencePath } from './paths.ts';
import { buildReference, renderWithoutScript } from './reference/build-reference.ts';
import { collectIndex } from './search/collect.ts';
import { writeIndex } from './search/entry.ts';
import { renderContents } from './search/render-contents.ts';
import { growTree, listEnglishOnly, listPages, mapSite, readMapInputs, type Tree } from './site-map.ts';
import { createView, findTerms, type Site } from './view.ts';

export interface BuildOptions {
  /** Where the site will be, ending in a slash: for sitemap, canonical addresses and `404.html`. */
  address?: string | undefined;
}

/**
 * Writes the whole site into a folder, which is emptied first: English at its root, other languages in folders.
 * All pages of a language are rendered before the first is laid out, because each shows the titles of the others.
 * @throws when a page has a broken link.
 */
export async function buildSite(
  languages: [Language, ...Language[]],
  folder: string,
  { address }: BuildOptions = {},
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const write = async (path: string, text: string) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const assets = new AssetFolder(folder);
  const [original] = languages;
  const inputs = await readMapInputs();
  const englishOnly = listEnglishOnly(mapSite(original.spec, inputs));
  const shared = { assets: assets.names, languages, englishOnly, address };
  await addSiteAssets(assets, [compileValidators(original.spec.document)]);
  let english: { tree: Tree; rendered: ReadonlyMap<string, PageContent> } | undefined;
  for (const language of languages) {
    const { spec, folder: root } = language;
    const site: Site = { ...shared, spec, language, terms: findTerms(spec.document) };
    const sections = mapSite(spec, inputs);
    const own = listPages(sections).filter((page) => language === original || !page.englishOnly);
    const rendered = new Map(own.map((page) => [page.path, page.render(createView(site, page.path))]));
    const contentOf = (path: string) => rendered.get(path) ?? english?.rendered.get(path);
    const tree = growTree(sections, contentOf);
    english ??= { tree, rendered };
    const index = collectIndex(site, tree, english.tree, contentOf);
    await assets.add(`search-index-${language.tag}.js`, writeIndex(index));
    const full: string[] = [];
    for (const [path, content] of rendered) {
      const view = createView(site, path);
      const isReference = path === referencePath;
      const whole = path === contentsPath ? renderContents(view, content, tree, index) : content;
      const page = isReference
        ? await buildReference(view, tree, assets)
        : renderLayout(view, tree, path, whole).text;
      await write(`${root}${path}index.html`, page);
      const { text } = isReference ? renderWithoutScript(view) : whole.body;
      const twin = createTwin(root + path, text);
      await write(`${root}${path}${twinName}`, twin({ address }));
      if (language === original && !leftOut.includes(path)) full.push(twin({ address, isAtRoot: true }));
    }
    if (language === original) {
      await write('llms.txt', renderLlms(createView(site, ''), tree));
      await write(fullName, full.join('\n'));
      await write(notFoundPath, renderNotFound(site, tree));
      if (address) await write('sitemap.xml', renderSitemap(address, site, tree));
    }
  }
  await write('robots.txt', renderRobots(address));
  for (const [name, text] of Object.entries(original.spec.downloads)) await write(name, text);
  for (const document of original.spec.workflows) await write(workflowFile(document), document.text);
  for (const [file, text] of await readSandboxFiles()) await write(downloadPath(file), text);
  await refuseBrokenLinks(languages, folder, address);
}

async function refuseBrokenLinks(
  languages: readonly Language[],
  folder: string,
  address: string | undefined,
): Promise<void> {
  const fragments = languages.map(({ folder: root, spec }) => {
    const operations = listCalls(spec.document).map(({ operation }) => `operation/${operation.operationId}`);
    return [`${root}${referencePath}index.html`, new Set(operations)] as const;
  });
  const faults = await findBrokenLinks(folder, { fragments: new Map(fragments), address });
  if (faults.length > 0)
    throw new Error(`Broken links in the docs site:\n${[...new Set(faults)].join('\n')}`);
}

/**
 * The page that a host shows at any address without a page. Only a site that knows its own address can have links there,
 * which is why the page is plain text without it.
 */
function renderNotFound(site: Site, tree: Tree): string {
  const { title, text } = site.language.strings.notFound;
  const body = html`<h1>${title}</h1>\n<p>${text}</p>`;
  if (site.address === undefined)
    return html`<!doctype html>\n<html lang="en"><title>${title}</title>\n${body}\n</html>\n`.text;
  const view = createView(
    { ...site, englishOnly: new Set([...site.englishOnly, notFoundPath]) },
    notFoundPath,
    new URL(site.address).pathname,
  );
  return renderLayout(view, tree, notFoundPath, { title, description: text, body }).text;
}
