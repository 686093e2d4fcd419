import { readFileSync, writeFileSync } from 'node:fs';
import { fillReadme } from './readme/tables.ts';

const readme = new URL('README.md', import.meta.url);
writeFileSync(readme, fillReadme(readFileSync(readme, 'utf8')));
