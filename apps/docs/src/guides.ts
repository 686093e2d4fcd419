import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** The parts of a guide's file: a title, a first paragraph that says what the guide is for, and the rest. */
export interface Guide {
  name: string;
  title: string;
  lead: string;
  /** Markdown behind the lead. Links are paths of this site. */
  body: string;
}

/** The guides in reading order. */
const order = [
  'first-call',
  'sign-in',
  'one-way-or-two-way',
  'partial-failure',
  'errors-and-retries',
  'limits-and-rate',
  'clean-up',
  'webhook',
  'testing',
  'confirm-with-your-app',
  '_generated/use-with-other-tools',
  'other-sdks',
];

const folder = new URL('../guides/', import.meta.url);

/**
 * Reads the guides.
 * @throws when a file is missing from the order, or a name in the order has no file.
 */
export function readGuides(): Guide[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replace(/\.md$/, '').replaceAll('\\', '/'));
  const forgotten = files.filter((file) => !order.includes(file));
  if (forgotten.length > 0)
    throw new Error(`Add these guides to the order in src/guides.ts: ${forgotten.join(', ')}`);
  return order.map((file) => parseGuide(basename(file), readFileSync(new URL(`${file}.md`, folder), 'utf8')));
}

export function parseGuide(name: string, text: string): Guide {
  const [, title, lead, body] = /^# (.+)\n\n([\s\S]+?)\n\n([\s\S]+)$/.exec(text) ?? [];
  if (!title || !lead || !body || !/^[A-Z]/.test(lead))
    throw new Error(`guides/${name}.md must have a title, a lead of plain text and a body`);
  return { name, title, lead, body };
}
