import { listCalls } from './calls.ts';
import { type Changes, readChanges } from './changes.ts';
import { type ControlDocument, readControl } from './control.ts';
import { type Guide, readGuides } from './guides.ts';
import { html } from './html.ts';
import type { PageContent, PageSource } from './page.ts';
import { callPage } from './pages/call.ts';
import { callingPage } from './pages/calling.ts';
import { cataloguePage } from './pages/catalogue.ts';
import { changelogPage } from './pages/changelog.ts';
import { claimsPage } from './pages/claims.ts';
import { codePage } from './pages/code.ts';
import { disagreementsPage } from './pages/disagreements.ts';
import { explorerPage } from './pages/explorer.ts';
import { guideIndexPage, guidePage } from './pages/guides.ts';
import { homePage } from './pages/home.ts';
import { hostsPage } from './pages/hosts.ts';
import { sandboxControlPage } from './pages/sandbox-control.ts';
import { sourcesPage } from './pages/sources.ts';
import { userSigPage } from './pages/usersig.ts';
import { workflowsPage } from './pages/workflows.ts';
import { contentsPath, referencePath } from './paths.ts';
import type { SpecInput } from './spec-input.ts';
import type { Strings } from './strings/en.ts';

export type SectionName = keyof Strings['sections'];

/** A section of the site with its pages in reading order. */
export interface Section {
  name: SectionName;
  /** The first page is about the section as a whole. */
  hasIndex?: true;
  pages: readonly PageSource[];
}

/** What some pages are made from besides the contract. */
export interface MapInputs {
  guides: readonly Guide[];
  control: ControlDocument;
  changes: Changes;
}

export async function readMapInputs(): Promise<MapInputs> {
  const [control, changes] = await Promise.all([readControl(), readChanges()]);
  return { guides: readGuides(), control, changes };
}

/** Guides that a reader needs before anything else. */
const startingGuides = ['first-call', 'sign-in'];

/** The page that Redoc draws, which reference/build-reference.ts writes. */
const referencePage: PageSource = {
  path: referencePath,
  render: ({ strings: { redoc } }) => ({
    title: redoc.title,
    label: redoc.label,
    description: redoc.description,
    body: html``,
  }),
};

/** What the search finds, as a list, which pages/contents.ts renders when all other pages are known. */
const contentsPage: PageSource = {
  path: contentsPath,
  render: ({ strings: { contents } }) => ({
    title: contents.title,
    description: contents.lead,
    body: html``,
  }),
};

/**
 * Every page of the site, once, in its section and in reading order. What is built, the navigation and the lists for
 * machines all come from here.
 */
export function mapSite({ document, errors }: SpecInput, { guides, control, changes }: MapInputs): Section[] {
  const isStarting = ({ name }: Guide) => startingGuides.includes(name);
  const [first] = guides.filter(isStarting);
  if (first === undefined) throw new Error(`No guide is named ${startingGuides.join(' or ')}`);
  const calls = listCalls(document).map((call) => callPage(call, guides));
  return [
    {
      name: 'start',
      hasIndex: true,
      pages: [{ ...homePage(first), below: [contentsPage] }, ...guides.filter(isStarting).map(guidePage)],
    },
    { name: 'api', hasIndex: true, pages: [callingPage, referencePage, ...calls, hostsPage] },
    {
      name: 'guides',
      hasIndex: true,
      pages: [guideIndexPage(guides), ...guides.filter((guide) => !isStarting(guide)).map(guidePage)],
    },
    { name: 'errors', hasIndex: true, pages: [cataloguePage(errors.map(codePage))] },
    { name: 'tools', pages: [explorerPage, userSigPage, sandboxControlPage(control), workflowsPage] },
    { name: 'evidence', pages: [disagreementsPage, sourcesPage, claimsPage, changelogPage(changes)] },
  ];
}

/** All pages of a map, those without a line of their own included. @throws when two have the same path. */
export function listPages(sections: readonly Section[]): PageSource[] {
  const pages = sections.flatMap((section) => section.pages).flatMap((page) => [page, ...(page.below ?? [])]);
  const paths = pages.map(({ path }) => path);
  const twice = paths.filter((path, index) => paths.indexOf(path) !== index);
  if (twice.length > 0) throw new Error(`src/site-map.ts has two pages with the path ${twice.join(', ')}`);
  return pages;
}

/** Paths of the pages that other languages lack. */
export function listEnglishOnly(sections: readonly Section[]): Set<string> {
  return new Set(listPages(sections).flatMap(({ path, englishOnly }) => (englishOnly ? [path] : [])));
}

/** A page as the others see it. */
export interface TreePage {
  path: string;
  title: string;
  label: string;
  description: string;
}

export interface TreeSection {
  name: SectionName;
  /** The page about the section as a whole, which is the first. */
  index?: TreePage | undefined;
  pages: readonly TreePage[];
}

/** Where a page is in the tree. A page below another has the place of that one in the navigation. */
export interface Place {
  section: TreeSection;
  page: TreePage;
  parent?: TreePage | undefined;
  previous?: TreePage | undefined;
  next?: TreePage | undefined;
}

/** The pages of one language with their titles: what the navigation and the lists for machines are made from. */
export interface Tree {
  sections: readonly TreeSection[];
  /** By path, for every page of the site. */
  places: ReadonlyMap<string, Place>;
}

/** The tree of a map, with what each page says about itself. @throws when a page has not been rendered. */
export function growTree(
  sections: readonly Section[],
  contentOf: (path: string) => Pick<PageContent, 'title' | 'label' | 'description'> | undefined,
): Tree {
  const toPage = ({ path }: PageSource): TreePage => {
    const content = contentOf(path);
    if (content === undefined) throw new Error(`The page "${path}" is in the map but was not rendered`);
    const { title, label = title, description } = content;
    return { path, title, label, description };
  };
  const grown = sections.map(({ name, hasIndex, pages }) => {
    const listed = pages.map(toPage);
    const below = pages.map(({ below = [] }) => below.map(toPage));
    return { name, index: hasIndex && listed[0], pages: listed, below };
  });
  // Redoc has no end of a page, from which one would go on.
  const read = grown.flatMap(({ pages }) => pages).filter(({ path }) => path !== referencePath);
  const places = grown.flatMap((section) =>
    section.pages.flatMap((page, index) => [
      placeIn(read, section, page),
      ...(section.below[index] ?? []).map((inner, _, siblings) => placeIn(siblings, section, inner, page)),
    ]),
  );
  return { sections: grown, places: new Map(places.map((place) => [place.page.path, place])) };
}

function placeIn(
  order: readonly TreePage[],
  section: TreeSection,
  page: TreePage,
  parent?: TreePage | undefined,
): Place {
  const index = order.indexOf(page);
  if (index === -1) return { section, page, parent };
  return { section, page, parent, previous: order[index - 1], next: order[index + 1] };
}
