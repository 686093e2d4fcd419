import type { OperationId } from '@chat-sns/spec';
import { contract, operationsByPath, responseExamples } from './contract.ts';
import type { Choice } from './prism.ts';

/** What a request asks of the mock: an example by name, a documented status, nothing, or what does not exist. */
export type Instruction = Choice | { refused: string };

/** Reads the instruction in a request. The `Prefer` header wins over `mock-<code>` accounts. */
export function readInstruction(
  operation: OperationId,
  prefer: string | string[] | undefined,
  body: unknown,
): Instruction {
  return readPrefer(operation, parsePrefer(prefer)) ?? readAccounts(operation, body);
}

/** Preferences of a `Prefer` header by name (RFC 7240): separated by commas, the first of a name counts. */
function parsePrefer(header: string | string[] | undefined): Map<string, string> {
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
function readPrefer(
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

function codeIn(account: unknown) {
  if (typeof account !== 'string' || !account.startsWith('mock-')) return undefined;
  const digits = /^mock-([1-9]\d*)$/.exec(account)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Reads accounts named `mock-<code>`. As `From_Account` the code fails the whole request. In `To_Account` a code that
 * belongs to single accounts is left to {@link itemAnswer}, and one that only whole requests have fails the request.
 */
function readAccounts(operation: OperationId, body: unknown): Instruction {
  const { From_Account: from, To_Account: to } = Object(body) as Record<string, unknown>;
  const { request, item } = codesOf(operation);
  const code = codeIn(from);
  if (code !== undefined) {
    const exampleKey = request.get(code);
    if (exampleKey) return { exampleKey };
    const hint = item.has(code) ? ` Single accounts have it: name one of To_Account mock-${code}.` : '';
    return refuse(
      `From_Account mock-${code}: no request of ${operation} fails with ${code}.${hint}`,
      listCodes(request),
    );
  }
  for (const account of Array.isArray(to) ? to : []) {
    const wanted = codeIn(account);
    if (wanted === undefined || item.has(wanted)) continue;
    const exampleKey = request.get(wanted);
    if (exampleKey) return { exampleKey };
    return refuse(`To_Account mock-${wanted}: ${operation} answers no such code.`, listCodes(item, request));
  }
  return {};
}

const refuse = (problem: string, valid: string) => ({ refused: `mock: ${problem} Valid: ${valid}` });

/** Code and text for an account named `mock-<code>`, nothing for any other. */
export function itemAnswer(operation: OperationId, account: string) {
  const code = codeIn(account);
  const found = code === undefined ? undefined : codesOf(operation).item.get(code);
  return code !== undefined && found ? { ResultCode: code, ResultInfo: found.info } : undefined;
}

interface Codes {
  /** Name of the example that fails the whole request with a code. */
  request: Map<number, string>;
  /** Name of the example in which an account has a code, and the text that the account gets. */
  item: Map<number, { example: string; info: string }>;
}

/** Codes that each operation can answer at each level, read from its examples. */
const codes = new Map(
  [...operationsByPath.values()].map((operation): [OperationId, Codes] => {
    const found: Codes = { request: new Map(), item: new Map() };
    for (const [name, { value }] of Object.entries(responseExamples(operation))) {
      if (value.ErrorCode !== 0 && !found.request.has(value.ErrorCode))
        found.request.set(value.ErrorCode, name);
      for (const { ResultCode: code, ResultInfo: info } of value.ResultItem ?? []) {
        // The examples made for one code each are named after it; the hand-written ones show a code among others.
        if (code !== 0 && name.endsWith(`-${code}`)) found.item.set(code, { example: name, info });
      }
    }
    return [operation, found];
  }),
);

function codesOf(operation: OperationId): Codes {
  const found = codes.get(operation);
  if (!found) throw new Error(`${operation} has no examples`);
  return found;
}

/** Codes in ascending order, each once, for a text that lists what is valid. */
const listCodes = (...found: ReadonlyMap<number, unknown>[]) =>
  [...new Set(found.flatMap((codes) => [...codes.keys()]))].sort((a, b) => a - b).join(', ');
