import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workflowFile } from './arazzo.ts';
import { AssetFolder, addSiteAssets } from './assets.ts';
import { listCalls } from './calls.ts';
import { findBrokenLinks } from './check-links.ts';
import { downloadPath, readSandboxFiles } from './control.ts';
import { compileValidators } from './explorer.ts';
import type { Language } from './languages.ts';
import { renderLayout } from './layout.ts';
import { renderLlms } from './llms.ts';
import type { PageContent } from './page.ts';
import { referencePath } from './paths.ts';
import { buildReference } from './reference/build-reference.ts';
import { growTree, listEnglishOnly, listPages, mapSite, readMapInputs } from './site-map.ts';
import { createView, findTerms, type Site } from './view.ts';

/**
 * Writes the whole site into a folder, which is emptied first: English at its root, other languages in folders.
 * All pages of a language are rendered before the first is laid out, because each shows the titles of the others.
 * @throws when a page has a broken link.
 */
export async function buildSite(languages: [Language, ...Language[]], folder: string): Promise<void> {
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
  const shared = { assets: assets.names, languages, englishOnly };
  await addSiteAssets(assets, [compileValidators(original.spec.document)]);
  let english: ReadonlyMap<string, PageContent> = new Map();
  for (const language of languages) {
    const { spec, folder: root } = language;
    const site: Site = { ...shared, spec, language, terms: findTerms(spec.document) };
    const sections = mapSite(spec, inputs);
    const own = listPages(sections).filter((page) => language === original || !page.englishOnly);
    const rendered = new Map(own.map((page) => [page.path, page.render(createView(site, page.path))]));
    if (language === original) english = rendered;
    const tree = growTree(sections, (path) => rendered.get(path) ?? english.get(path));
    for (const [path, content] of rendered) {
      const view = createView(site, path);
      const isReference = path === referencePath;
      const page = isReference
        ? await buildReference(view, tree, assets)
        : renderLayout(view, tree, path, content).text;
      await write(`${root}${path}index.html`, page);
    }
    if (language === original) await write('llms.txt', renderLlms(createView(site, '')));
  }
  for (const [name, text] of Object.entries(original.spec.downloads)) await write(name, text);
  for (const document of original.spec.workflows) await write(workflowFile(document), document.text);
  for (const [file, text] of await readSandboxFiles()) await write(downloadPath(file), text);
  await refuseBrokenLinks(languages, folder);
}

async function refuseBrokenLinks(languages: readonly Language[], folder: string): Promise<void> {
  const fragments = languages.map(({ folder: root, spec }) => {
    const operations = listCalls(spec.document).map(({ operation }) => `operation/${operation.operationId}`);
    return [`${root}${referencePath}index.html`, new Set(operations)] as const;
  });
  const faults = await findBrokenLinks(folder, { fragments: new Map(fragments) });
  if (faults.length > 0)
    throw new Error(`Broken links in the docs site:\n${[...new Set(faults)].join('\n')}`);
}
