import { writeFileSync } from 'node:fs';
import { writeReference } from './readme/tables.ts';

writeFileSync(new URL('../docs/guides/_generated/sandbox-reference.md', import.meta.url), writeReference());
