import { fileURLToPath } from 'node:url';
import { buildSite } from './src/build-site.ts';
import { readSpec } from './src/spec-input.ts';
import { en } from './src/strings/en.ts';

const folder = fileURLToPath(new URL('dist', import.meta.url));
await buildSite(await readSpec(), { tag: 'en', folder: '', strings: en }, folder);
