import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runRedocly } from '@chat-sns/build/redocly';
import type { ContractDocument } from '../documents/openapi.ts';
import { joinEvidence } from './evidence/join-evidence.ts';
import { placeExamples } from './examples.ts';
import { placeSamples } from './samples.ts';

const specFolder = fileURLToPath(new URL('..', import.meta.url));

/** Bundles the hand-written files into one document, joins the evidence, places the examples and the samples, as JSON. */
export function bundle(): string {
  return `${JSON.stringify(joinEvidence(placeSamples(placeExamples(bundleFiles()))), null, 2)}\n`;
}

function bundleFiles(): ContractDocument {
  const folder = mkdtempSync(join(tmpdir(), 'chat-sns-bundle-'));
  try {
    const output = join(folder, 'openapi.json');
    runRedocly(['bundle', 'openapi.yaml', '--output', output], specFolder);
    return JSON.parse(readFileSync(output, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
