import type { Level, OperationId } from '@chat-sns/spec';
import { contract, itemsOf, operationsByPath, type ResultItem, responseExamples } from './contract.ts';
import type { Choice } from './prism.ts';

/** The response that a request asks for: an example by name, a documented status, neither, or why it is refused. */
export type Instruction = Choice | { refused: string };

/** Reads the instruction in a request. The `Prefer` header wins over `mock-<code>` accounts. */
export function readInstruction(
  operation: OperationId,
  prefer: string | string[] | undefined,
  body: unknown,
): Instruction {
  return readPrefer(operation, parsePrefer(prefer)) ?? readAccounts(operation, body);
}

/** Preferences of a `Prefer` header by name (RFC 7240), separated by commas. The first of a name counts. */
function parsePrefer(header: string | string[] | undefined): Map<string, string> {
  const preferences = new Map<string, string>();
  for (const pair of [header ?? []].flat().join(',').split(/[,;]/)) {
    const [word, ...rest] = pair.split('=') as [string, ...string[]];
    const name = word.trim().toLowerCase();
    const value = rest.join('=').trim().replace(/^"|"$/g, '');
    if (name && !preferences.has(name)) preferences.set(name, value);
  }
  return preferences;
}

/**
 * Reads the preferences that concern the mock and ignores all others, as the RFC requires. A bare number means the
 * example of that code: the one that fails the whole request or, if there is none, the one for a single account.
 */
function readPrefer(
  operation: OperationId,
  preferences: ReadonlyMap<string, string>,
): Instruction | undefined {
  for (const name of ['dynamic', 'seed']) {
    if (preferences.has(name)) return { refused: `Prefer ${name} is not supported. ${stockPrism}` };
  }
  const status = preferences.get('code');
  const example = preferences.get('example');
  if (status === undefined && example === undefined) return undefined;
  const statuses = statusesOf(operation);
  if (status !== undefined && !statuses.includes(status)) {
    return refuse(`Prefer code=${show(status)}: ${operation} has no such status.`, statuses.join(', '));
  }
  if (status !== undefined && status !== '200') {
    if (example === undefined) return { code: Number(status) };
    return { refused: `Prefer code=${status} has no examples; send either code or example` };
  }
  if (example === undefined) return undefined;
  const names = Object.keys(responseExamples(operation));
  const exampleKey = names.includes(example) ? example : exampleOfCode(operation, example);
  if (exampleKey) return { exampleKey };
  return refuse(`Prefer example=${show(example)}: ${operation} has no such example.`, names.join(', '));
}

function exampleOfCode(operation: OperationId, text: string) {
  const { request, item } = codes[operation];
  return request.get(Number(text)) ?? item.get(Number(text))?.example;
}

function statusesOf(operation: OperationId) {
  const path = Object.values(contract.paths).find(({ post }) => post.operationId === operation);
  return Object.keys(path?.post.responses ?? {});
}

/** What to do instead of asking the mock for a generated response. */
const stockPrism =
  'For generated responses run stock Prism: prism mock node_modules/@chat-sns/spec/dist/openapi.yaml';

const refuse = (problem: string, valid: string): Instruction => ({
  refused: `${problem} Valid: ${valid}`,
});

const show = (text: string) => text.slice(0, 80);

/**
 * Reads accounts named `mock-<code>`. As `From_Account` it fails the whole request. In `To_Account`, {@link itemFailure}
 * handles the codes of single accounts, and a code that only whole requests have fails the request.
 */
function readAccounts(operation: OperationId, body: unknown): Instruction {
  const { From_Account: from, To_Account: to } = Object(body) as Record<string, unknown>;
  const { request, item } = codes[operation];
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
    return refuse(`To_Account mock-${wanted}: ${operation} has no such code.`, listCodes(item, request));
  }
  return {};
}

/** What an account named `mock-<code>` gets; undefined for every other account. */
export function itemFailure(operation: OperationId, account: string) {
  const code = codeIn(account);
  return code === undefined ? undefined : codes[operation].item.get(code)?.failure;
}

function codeIn(account: unknown) {
  const digits = typeof account === 'string' ? /^mock-([1-9]\d*)$/.exec(account)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

interface Codes {
  /** Name of the example that fails the whole request with a code. */
  request: Map<number, string>;
  /** Name of the example in which an account has a code, and the result of that account. */
  item: Map<number, { example: string; failure: Partial<ResultItem> }>;
}

/** Codes that each operation can respond with at each level, read from its examples. */
const codes = Object.fromEntries(
  [...operationsByPath.values()].map((operation) => [operation, readCodes(operation)]),
) as Record<OperationId, Codes>;

/** Whether the contract lists a code for its place in a response. */
export const isListed = (operation: OperationId, level: Level, code: number) =>
  code === 0 || codes[operation][level].has(code);

function readCodes(operation: OperationId): Codes {
  const found: Codes = { request: new Map(), item: new Map() };
  for (const [name, { value }] of Object.entries(responseExamples(operation))) {
    const { ErrorCode } = value;
    if (ErrorCode !== 0 && !found.request.has(ErrorCode)) found.request.set(ErrorCode, name);
    for (const failure of itemsOf(operation, value)) {
      const { ResultCode } = failure;
      // The examples made for one code each are named after it; the hand-written ones show a code among others.
      if (ResultCode && name.endsWith(`-${ResultCode}`))
        found.item.set(ResultCode, { example: name, failure });
    }
  }
  return found;
}

/** Codes in ascending order, each once, for a message that lists the valid ones. */
const listCodes = (...found: ReadonlyMap<number, unknown>[]) =>
  [...new Set(found.flatMap((codes) => [...codes.keys()]))].sort((a, b) => a - b).join(', ');
