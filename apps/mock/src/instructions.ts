import type { OperationId } from '@chat-sns/spec';
import { contract, responseExamples } from './contract.ts';
import { codesOf } from './instructions/codes.ts';
import type { Instruction } from './instructions/instruction.ts';

/** Preferences of a `Prefer` header by name (RFC 7240): separated by commas, the first of a name counts. */
export function parsePrefer(header: string | string[] | undefined): Map<string, string> {
  const preferences = new Map<string, string>();
  for (const pair of [header ?? []].flat().join(',').split(/[,;]/)) {
    const [word = '', ...rest] = pair.split('=');
    const name = word.trim().toLowerCase();
    const value = rest.join('=').trim().replace(/^"|"$/g, '');
    if (name && !preferences.has(name)) preferences.set(name, value);
  }
  return preferences;
}

/**
 * Reads the preferences that concern the mock; others are ignored, as the RFC wants it. A bare number stands for the
 * example of that code: the one that fails the whole request, or where no such exists the one for an account.
 */
export function readPrefer(
  operation: OperationId,
  preferences: ReadonlyMap<string, string>,
): Instruction | undefined {
  for (const name of ['dynamic', 'seed']) {
    if (preferences.has(name)) return { refused: `mock: Prefer ${name} is not supported. ${stockPrism}` };
  }
  const status = preferences.get('code');
  const example = preferences.get('example');
  if (status === undefined && example === undefined) return undefined;
  const statuses = statusesOf(operation);
  if (status !== undefined && !statuses.includes(status)) {
    return { refused: `mock: Prefer code=${show(status)}: ${operation} documents ${statuses.join(', ')}` };
  }
  if (status !== undefined && status !== '200') {
    if (example === undefined) return { code: Number(status) };
    return { refused: `mock: Prefer code=${status} leaves no choice of examples; send one of the two` };
  }
  if (example === undefined) return undefined;
  const names = Object.keys(responseExamples(operation));
  const exampleKey = names.includes(example) ? example : exampleOfCode(operation, example);
  if (exampleKey) return { exampleKey };
  return {
    refused: `mock: Prefer example=${show(example)}: ${operation} has no such example. Valid: ${names.join(', ')}`,
  };
}

function exampleOfCode(operation: OperationId, text: string) {
  if (!/^\d+$/.test(text)) return undefined;
  const { request, item } = codesOf(operation);
  return request.get(Number(text)) ?? item.get(Number(text))?.example;
}

function statusesOf(operation: OperationId) {
  const path = Object.values(contract.paths).find(({ post }) => post.operationId === operation);
  return Object.keys(path?.post.responses ?? {});
}

/** What to do instead of asking the mock for a generated response. */
const stockPrism =
  'For generated responses run stock Prism: prism mock node_modules/@chat-sns/spec/dist/openapi.yaml';

const show = (text: string) => text.slice(0, 80);
