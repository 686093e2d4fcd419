import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { packageFolder, publishable, repository } from '../packages.ts';
import { surfaceOf } from './surface-of.ts';

const folder = new URL('released/surface/', packageFolder);

/** Where each published package is, and the record of its surface. */
export const surfaces = publishable.map(({ name, path }) => ({
  name,
  folder: new URL(`${path}/`, repository),
  report: new URL(`${basename(name)}.txt`, folder),
}));

/** Writes the surface of every package as it is built now. */
export function recordSurfaces(): string[] {
  mkdirSync(folder, { recursive: true });
  return surfaces.map(({ name, folder: directory, report }) => {
    if (!existsSync(new URL('dist/', directory))) throw new Error(`${name} is not built. Run: npm run build`);
    writeFileSync(report, surfaceOf(directory));
    return `tools/release/released/surface/${report.pathname.split('/').at(-1)}`;
  });
}

/** The lines that one surface has and the other has not, as a short list for a failure message. */
export function surfaceDifference(recorded: string, built: string): string[] {
  const [before, after] = [recorded, built].map((text) => text.split('\n').filter(Boolean));
  const missing = (lines: string[] = [], from: string[] = []) => lines.filter((line) => !from.includes(line));
  const lines = [
    ...missing(before, after).map((line) => `- ${line.trim()}`),
    ...missing(after, before).map((line) => `+ ${line.trim()}`),
  ];
  // The same lines in another order are a change as well: an export has moved to another entry point.
  if (lines.length === 0 && recorded !== built) return ['the order of lines'];
  return lines.length > 30 ? [...lines.slice(0, 30), `and ${lines.length - 30} more`] : lines;
}
