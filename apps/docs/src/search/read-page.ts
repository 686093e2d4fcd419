import { fromHtml } from 'hast-util-from-html';

type Root = ReturnType<typeof fromHtml>;
type Element = Extract<Root['children'][number], { type: 'element' }>;
type ElementContent = Element['children'][number];

/** A text of a page with the anchor that it stands at; empty at the top of the page. */
interface Place {
  text: string;
  anchor: string;
}

/** What a reader may look for on a page. */
export interface PageNames {
  anchors: ReadonlySet<string>;
  headings: readonly Place[];
  /** Names of fields, of the values that a field can have, and of files. */
  fields: readonly Place[];
}

/** Classes of marks and counts beside the words of a heading. */
const asides = ['name', 'count', 'badge'];

export function readPage(markup: string): PageNames {
  const anchors = new Set<string>();
  const headings: Place[] = [];
  const fields: Place[] = [];
  const visit = (node: Root | Element, around: string) => {
    const id = node.type === 'element' ? node.properties.id : undefined;
    const anchor = typeof id === 'string' ? id : around;
    if (anchor !== around) anchors.add(anchor);
    if (node.type === 'element') {
      // A heading without an anchor of its own is part of the section that the first names.
      const isFirst = headings.at(-1)?.anchor !== anchor;
      if (isHeading(node) && isFirst) headings.push({ text: textOf(node), anchor });
      const names = node.tagName === 'dt' ? [node] : hasClass(node, 'values') ? node.children : [];
      for (const text of names.map((name) => textOf(findCode(name)))) {
        if (/^[A-Za-z]/.test(text)) fields.push({ text, anchor });
      }
    }
    let place = anchor;
    for (const child of node.children) {
      if (child.type !== 'element') continue;
      visit(child, place);
      // What follows a heading belongs to it.
      if (isHeading(child) && typeof child.properties.id === 'string') place = child.properties.id;
    }
  };
  visit(fromHtml(markup, { fragment: true }), '');
  return { anchors, headings, fields };
}

const isHeading = ({ tagName }: Element) => /^h[234]$/.test(tagName);

const hasClass = ({ properties }: Element, name: string) =>
  Array.isArray(properties.className) && properties.className.includes(name);

/** The first code of an element. */
function findCode(node: ElementContent): Element | undefined {
  if (node.type !== 'element') return undefined;
  if (node.tagName === 'code') return node;
  for (const child of node.children) {
    const found = findCode(child);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: ElementContent | undefined): string {
  if (node?.type === 'text') return node.value;
  if (node?.type !== 'element' || asides.some((aside) => hasClass(node, aside))) return '';
  return node.children.map(textOf).join('').replace(/\s+/g, ' ').trim();
}
