import { fileURLToPath } from 'node:url';
import { buildSite } from './src/build-site.ts';
import { readLanguages } from './src/languages.ts';
import { parseAddress } from './src/machines/site-address.ts';

const address = parseAddress(process.env.SITE_URL);
await buildSite(await readLanguages(), fileURLToPath(new URL('dist', import.meta.url)), { address });
