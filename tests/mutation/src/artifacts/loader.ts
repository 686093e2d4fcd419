import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { repository } from '@chat-sns/release/contract';

/** A replacement in the text of a built package. Exactly one place of the package has to match. */
export interface Patch {
  room: 'packages/client' | 'apps/mock' | 'apps/sandbox';
  find: RegExp;
  replace: string;
}

const patches = new Map<string, Patch>();
const mark = '?mutant=';
const markOf = (url: string | undefined) => url?.match(/\?mutant=(.+)$/)?.[1];

// A marked module marks what it imports from its own folder, so every mutant is a package of its own; the files on the
// disk stay as they are, and whatever the package depends on is found as always.
registerHooks({
  resolve(specifier, context, next) {
    const result = next(specifier, context);
    const id = markOf(context.parentURL);
    return id && specifier.startsWith('.')
      ? { ...result, url: `${result.url.split('?')[0]}${mark}${id}` }
      : result;
  },
  load(url, context, next) {
    const patch = patches.get(markOf(url) ?? '');
    if (!patch) return next(url, context);
    const text = readFileSync(fileURLToPath(url.split('?')[0] ?? ''), 'utf8');
    return { format: 'module', source: text.replace(patch.find, patch.replace), shortCircuit: true };
  },
});

/** How many places of a built package a patch would change. Anything but 1 says that the patch is out of date. */
export function countPlaces({ room, find }: Patch): number {
  const dist = new URL(`${room}/dist/`, repository);
  const every = new RegExp(find, `${find.flags.replace('g', '')}g`);
  return readdirSync(dist)
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => [...readFileSync(new URL(file, dist), 'utf8').matchAll(every)]).length;
}

/** The entry of a built package with the patch, or as it is. */
export async function importPatched<Module>(room: Patch['room'], id: string, patch?: Patch): Promise<Module> {
  if (patch) patches.set(id, patch);
  return import(`${new URL(`${room}/dist/index.js`, repository).href}${mark}${id}`);
}
