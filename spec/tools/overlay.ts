import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runRedocly } from '@chat-sns/build/redocly';
import type { ContractDocument } from '../documents/openapi.ts';

const folder = new URL('../overlays/', import.meta.url);
const extension = '.yaml';

/** What a language translates. */
export interface Contract {
  document: object;
  errors: readonly { code: number; meaning?: string }[];
  choices: readonly { topic: string }[];
}

/** Language tags with an overlay: one file of `spec/overlays` each. */
export function listOverlays(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => file.slice(0, -extension.length))
    .sort();
}

export function overlayFile(tag: string): string {
  return fileURLToPath(new URL(tag + extension, folder));
}

/**
 * Applies an OpenAPI Overlay document to the contract. While the overlay runs, the document also contains the catalogue
 * and the choices, keyed by code and topic, so that one standard overlay covers a whole language.
 */
export function applyOverlay({ document, errors, choices }: Contract, overlay: string): Contract {
  const extended = {
    ...document,
    'x-errors': Object.fromEntries(errors.map((entry) => [entry.code, entry])),
    'x-choices': Object.fromEntries(choices.map((choice) => [choice.topic, choice])),
  };
  const { 'x-errors': newErrors, 'x-choices': newChoices, ...newDocument } = runOverlay(extended, overlay);
  // In the order of the source: the overlay returns the keys in an order of its own.
  return {
    document: describeCodes(newDocument, newErrors),
    errors: errors.map(({ code }) => requireEntry(newErrors[code], code)),
    choices: choices.map(({ topic }) => requireEntry(newChoices[topic], topic)),
  };
}

/** The meanings of codes stand in the catalogue, so its translation is theirs. */
function describeCodes(document: object, errors: Record<string, { meaning?: string }>): object {
  const { components } = document as Partial<ContractDocument>;
  for (const schema of Object.values(components?.schemas ?? {})) {
    const { enum: codes = [], 'x-enum-descriptions': meanings, 'x-enumDescriptions': words = {} } = schema;
    if (!meanings) continue;
    schema['x-enum-descriptions'] = codes.map((code) => errors[code]?.meaning ?? words[code] ?? '');
  }
  return document;
}

function runOverlay<T extends object>(input: T, overlay: string): T {
  const work = mkdtempSync(join(tmpdir(), 'chat-sns-overlay-'));
  try {
    writeFileSync(join(work, 'in.json'), JSON.stringify(input));
    runRedocly(['bundle', 'in.json', '--overlay', overlay, '--output', 'out.json'], work);
    return JSON.parse(readFileSync(join(work, 'out.json'), 'utf8')) as T;
  } finally {
    rmSync(work, { recursive: true });
  }
}

function requireEntry<T>(value: T | undefined, key: number | string): T {
  if (value === undefined) throw new Error(`The overlay removes ${key}. It may only translate.`);
  return value;
}
