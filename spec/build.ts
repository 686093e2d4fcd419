import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bundle } from './tools/bundle.ts';
import { readCatalogue } from './tools/catalogue.ts';
import { allExamples } from './tools/examples.ts';

const dist = new URL('dist/', import.meta.url);
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const write = (file: string, text: string) => writeFileSync(new URL(file, dist), text);
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const yaml = (path: string) => parse(readFileSync(new URL(path, import.meta.url), 'utf8'));

const text = bundle('json');
const catalogue = readCatalogue();
const records = readdirSync(new URL('sources/', import.meta.url))
  .filter((file) => file.endsWith('.yaml') && file !== 'choices.yaml')
  .map((file) => yaml(`sources/${file}`));

write('openapi.json', text);
write('openapi.yaml', bundle('yaml'));
write('errors.json', json({ errors: catalogue }));
write('examples.json', json(allExamples(JSON.parse(text), catalogue)));
write(
  'sources.json',
  json({ records, choices: yaml('sources/choices.yaml'), discoveries: yaml('discoveries.yaml') }),
);
