import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AssetFolder, addSiteAssets } from './assets.ts';
import { listCalls } from './calls.ts';
import { findBrokenLinks } from './check-links.ts';
import { renderLayout } from './layout.ts';
import { renderLlms } from './llms.ts';
import type { PageSource } from './page.ts';
import { callPage } from './pages/call.ts';
import { callingPage } from './pages/calling.ts';
import { cataloguePage } from './pages/catalogue.ts';
import { disagreementsPage } from './pages/disagreements.ts';
import { homePage } from './pages/home.ts';
import { sourcesPage } from './pages/sources.ts';
import { buildReference, referencePath } from './reference/build-reference.ts';
import type { SpecInput } from './spec-input.ts';
import { findTerms } from './terms.ts';
import { createView, type Language, type Site } from './view.ts';

/**
 * Writes the whole site into a folder, which is emptied first.
 * @throws when a link of a page leads nowhere.
 */
export async function buildSite(spec: SpecInput, language: Language, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const write = async (path: string, text: string) => {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  const assets = new AssetFolder(folder);
  await addSiteAssets(assets);
  const site: Site = { spec, language, assets: assets.names, terms: findTerms(spec.document) };
  for (const page of listPages(spec)) {
    const view = createView(site, page.path);
    await write(
      `${language.folder}${page.path}index.html`,
      renderLayout(view, page.path, page.render(view)).text,
    );
  }
  const reference = await buildReference(createView(site, referencePath), assets);
  await write(`${language.folder}${referencePath}index.html`, reference);
  for (const [name, text] of Object.entries(spec.downloads)) await write(name, text);
  await write('llms.txt', renderLlms(createView(site, '')));
  await refuseBrokenLinks(site, folder);
}

function listPages({ document }: SpecInput): PageSource[] {
  const calls = listCalls(document);
  return [homePage, callingPage, ...calls.map(callPage), cataloguePage, disagreementsPage, sourcesPage];
}

async function refuseBrokenLinks({ spec, language }: Site, folder: string): Promise<void> {
  const calls = listCalls(spec.document);
  const operations = new Set(calls.map(({ operation }) => `operation/${operation.operationId}`));
  const fragments = new Map([[`${language.folder}${referencePath}index.html`, operations]]);
  const faults = await findBrokenLinks(folder, { fragments });
  if (faults.length > 0)
    throw new Error(`Broken links in the docs site:\n${[...new Set(faults)].join('\n')}`);
}
