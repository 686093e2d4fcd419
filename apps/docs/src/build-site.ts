import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workflowFile } from './arazzo.ts';
import { AssetFolder, addSiteAssets } from './assets.ts';
import { listCalls } from './calls.ts';
import { readChanges } from './changes.ts';
import { findBrokenLinks } from './check-links.ts';
import { downloadPath, readControl, readSandboxFiles } from './control.ts';
import { compileValidators } from './explorer.ts';
import { readGuides } from './guides.ts';
import type { Language } from './languages.ts';
import { renderLayout } from './layout.ts';
import { renderLlms } from './llms.ts';
import type { PageSource } from './page.ts';
import { callPage } from './pages/call.ts';
import { callingPage } from './pages/calling.ts';
import { cataloguePage } from './pages/catalogue.ts';
import { changelogPage } from './pages/changelog.ts';
import { claimsPage } from './pages/claims.ts';
import { disagreementsPage } from './pages/disagreements.ts';
import { explorerPage } from './pages/explorer.ts';
import { guidePages } from './pages/guides.ts';
import { homePage } from './pages/home.ts';
import { sandboxControlPage } from './pages/sandbox-control.ts';
import { sourcesPage } from './pages/sources.ts';
import { userSigPage } from './pages/usersig.ts';
import { workflowsPage } from './pages/workflows.ts';
import { referencePath } from './paths.ts';
import { buildReference } from './reference/build-reference.ts';
import type { SpecInput } from './spec-input.ts';
import { createView, findTerms, type Site } from './view.ts';

/**
 * Writes the whole site into a folder, which is emptied first: English at its root, other languages in folders.
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
  const english = await englishPages();
  const shared = { assets: assets.names, languages, englishOnly: new Set(english.map(({ path }) => path)) };
  const [original] = languages;
  await addSiteAssets(assets, [compileValidators(original.spec.document)]);
  for (const language of languages) {
    const { spec, folder: root } = language;
    const site: Site = { ...shared, spec, language, terms: findTerms(spec.document) };
    for (const page of [...listPages(spec), ...(language === original ? english : [])]) {
      const view = createView(site, page.path);
      await write(`${root}${page.path}index.html`, renderLayout(view, page.path, page.render(view)).text);
    }
    const reference = await buildReference(createView(site, referencePath), assets);
    await write(`${root}${referencePath}index.html`, reference);
    if (language === original) await write('llms.txt', renderLlms(createView(site, '')));
  }
  for (const [name, text] of Object.entries(original.spec.downloads)) await write(name, text);
  for (const document of original.spec.workflows) await write(workflowFile(document), document.text);
  for (const [file, text] of await readSandboxFiles()) await write(downloadPath(file), text);
  await refuseBrokenLinks(languages, folder);
}

/** The pages that every language has. */
function listPages({ document }: SpecInput): PageSource[] {
  const calls = listCalls(document);
  const evidence = [disagreementsPage, sourcesPage, claimsPage];
  return [homePage, callingPage, ...calls.map(callPage), cataloguePage, ...evidence];
}

/** The pages that exist in English only; other languages link to them and say so. */
export async function englishPages(): Promise<PageSource[]> {
  const changelog = changelogPage(await readChanges());
  const control = sandboxControlPage(await readControl());
  return [...guidePages(readGuides()), control, workflowsPage, explorerPage, userSigPage, changelog];
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
