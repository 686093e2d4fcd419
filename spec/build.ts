import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { bundle } from './tools/bundle.ts';
import { readCatalogue } from './tools/catalogue.ts';
import { allExamples } from './tools/examples.ts';
import { applyOverlay, listOverlays, overlayFile } from './tools/overlay.ts';

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
const choices = yaml('sources/choices.yaml');
write('sources.json', json({ records, choices, discoveries: yaml('discoveries.yaml') }));

mkdirSync(new URL('overlays/', dist));
for (const tag of listOverlays()) {
  const overlay = overlayFile(tag);
  const translated = applyOverlay({ document: JSON.parse(text), errors: catalogue, choices }, overlay);
  write(`openapi.${tag}.json`, json(translated.document));
  write(`errors.${tag}.json`, json({ errors: translated.errors }));
  write(`choices.${tag}.json`, json({ choices: translated.choices }));
  copyFileSync(overlay, new URL(`overlays/${tag}.yaml`, dist));
}
