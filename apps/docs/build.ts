import { fileURLToPath } from 'node:url';
import { buildSite } from './src/build-site.ts';
import { readLanguages } from './src/languages.ts';

await buildSite(await readLanguages(), fileURLToPath(new URL('dist', import.meta.url)));
