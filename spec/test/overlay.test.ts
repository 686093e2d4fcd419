import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import { applyOverlay, listOverlays, overlayFile } from '../tools/overlay.ts';

// Each overlay runs the Redocly CLI.
vi.setConfig({ testTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), 'chat-sns-overlay-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const choices = [{ topic: 'region-tokyo', difference: 'Some pages lack it.' }];
const english = { document: JSON.parse(bundle()), errors: readCatalogue(), choices };

test('an overlay in a new language changes only what it names, and the meaning of a code wherever it stands', () => {
  const file = join(folder, 'xx.yaml');
  const actions = [
    { target: '$.info', update: { title: 'Titel' } },
    { target: "$.servers[?(@['x-region']=='seoul')]", update: { description: 'Seoel' } },
    { target: "$['x-errors']['31704']", update: { meaning: 'Geen vriend.' } },
    { target: "$['x-choices']['region-tokyo']", update: { difference: 'Soms ontbreekt het.' } },
  ];
  const info = { title: 'Test', version: '1.0.0' };
  writeFileSync(file, JSON.stringify({ overlay: '1.1.0', info, actions }));

  const { document, errors, choices: translated } = applyOverlay(english, file);

  const expected = structuredClone(english.document);
  expected.info.title = 'Titel';
  expected.servers.find((server: { 'x-region': string }) => server['x-region'] === 'seoul').description =
    'Seoel';
  const { DeleteFriendsResultCodeKnown: known } = expected.components.schemas;
  known['x-enum-descriptions'][known.enum.indexOf(31704)] = 'Geen vriend.';
  expect(document).toEqual(expected);
  expect(errors).toEqual(
    english.errors.map((entry) => (entry.code === 31704 ? { ...entry, meaning: 'Geen vriend.' } : entry)),
  );
  expect(translated).toEqual([{ topic: 'region-tokyo', difference: 'Soms ontbreekt het.' }]);
});

/** The document without what a reader reads: what is left is what programs rely on. */
function facts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(facts);
  if (typeof value !== 'object' || value === null) return value;
  const prose = /^(summary|description|title|meaning|action|changed|region|x-displayName)$/;
  const words = /^x-enum-?[dD]escriptions$/;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => !(prose.test(key) && typeof inner === 'string'))
      .map(([key, inner]) => [key, words.test(key) ? Object.keys(inner) : facts(inner)]),
  );
}

test.each(listOverlays())('the overlay %s changes no name, value or wire string', (tag) => {
  const translated = applyOverlay(english, overlayFile(tag));
  expect(facts(translated.document)).toEqual(facts(english.document));
  expect(facts(translated.errors)).toEqual(facts(english.errors));
});
