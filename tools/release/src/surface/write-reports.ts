import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { packageFolder, repository } from '../contract.ts';
import { readPackage, surfaceOf } from './report.ts';

const folder = new URL('released/surface/', packageFolder);

/** Every package that can be published and has types. */
export function publishable(): { name: string; folder: URL; report: URL }[] {
  const rooms = ['packages/', 'apps/'].flatMap((parent) =>
    readdirSync(new URL(parent, repository)).map((name) => `${parent}${name}/`),
  );
  return ['spec/', ...rooms]
    .map((room) => new URL(room, repository))
    .filter((room) => existsSync(new URL('package.json', room)))
    .map((room) => ({ room, manifest: readPackage(room) }))
    .filter(({ manifest }) => !manifest.private && manifest.exports)
    .map(({ room, manifest }) => ({
      name: manifest.name,
      folder: room,
      report: new URL(`${manifest.name.replace(/^@.*\//, '')}.txt`, folder),
    }));
}

/** Writes the surface of every package as it is built now. */
export function writeReports(): string[] {
  mkdirSync(folder, { recursive: true });
  return publishable().map(({ name, folder: room, report }) => {
    if (!existsSync(new URL('dist/', room))) throw new Error(`${name} is not built. Run: npm run build`);
    writeFileSync(report, surfaceOf(room));
    return `tools/release/released/surface/${report.pathname.split('/').at(-1)}`;
  });
}
