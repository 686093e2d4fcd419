import { copyFileSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { bundle } from './tools/bundle.ts';
import { readCatalogue } from './tools/catalogue.ts';
import { ledger } from './tools/evidence/ledger.ts';
import { readChoices, readDiscoveries, readRecords } from './tools/evidence/sources.ts';
import { allExamples } from './tools/examples.ts';
import { applyOverlay, listOverlays, overlayFile } from './tools/overlay.ts';

const dist = new URL('dist/', import.meta.url);
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

const write = (file: string, text: string) => writeFileSync(new URL(file, dist), text);
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

const text = bundle();
const catalogue = readCatalogue();
const choices = readChoices();
const evidence = { records: readRecords(), choices, discoveries: readDiscoveries() };

write('openapi.json', text);
// Without references between its parts, which YAML would write as anchors.
write('openapi.yaml', stringify(JSON.parse(text), { lineWidth: 0 }));
write('errors.json', json({ errors: catalogue }));
write('examples.json', json(allExamples(JSON.parse(text), catalogue)));
write('sources.json', json(evidence));
write('claims.json', json({ claims: ledger(JSON.parse(text), catalogue, evidence) }));

// Keep the same depth: the workflows refer to ../openapi.yaml.
mkdirSync(new URL('workflows/', dist));
for (const file of globSync('workflows/*.arazzo.yaml', { cwd: import.meta.dirname })) {
  copyFileSync(new URL(file, import.meta.url), new URL(file, dist));
}

mkdirSync(new URL('overlays/', dist));
for (const tag of listOverlays()) {
  const overlay = overlayFile(tag);
  const translated = applyOverlay({ document: JSON.parse(text), errors: catalogue, choices }, overlay);
  write(`openapi.${tag}.json`, json(translated.document));
  write(`errors.${tag}.json`, json({ errors: translated.errors }));
  write(`choices.${tag}.json`, json({ choices: translated.choices }));
  copyFileSync(overlay, new URL(`overlays/${tag}.yaml`, dist));
}
