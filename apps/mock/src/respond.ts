import { type OperationId, operations } from '@chat-sns/spec';
import { readRequest, validate } from './check-request.ts';
import { type Envelope, entryOf, itemsOf } from './contract.ts';
import { type Fault, type FaultRow, faultTable } from './faults/table.ts';
import type { HttpRequest, HttpResponse } from './http/request.ts';
import { itemFailure, readInstruction } from './instructions.ts';
import type { Engine, PrismResponse } from './prism.ts';

/** A response, with what the log and the list of calls say about it. */
export interface Outcome {
  response: HttpResponse;
  operation?: OperationId;
  /** The parsed body of the request, absent when it is not JSON. */
  body?: unknown;
  envelope?: Envelope;
  /** What is wrong with the request, more exactly than `ErrorInfo` may say it. */
  detail?: string;
}

/** What the mock lets pass although the contract does not. */
export interface Leniency {
  /** Without it, `random` may be missing: two of the vendor's own server SDKs left it out for years. */
  requireRandom: boolean;
}

/**
 * Responds as the vendor does: HTTP 200 and the envelope for success and for every fault. A fault of the request wins
 * over an instruction in it, so that an instruction never hides a request that the service would refuse.
 */
export async function respond(
  engine: Engine,
  received: HttpRequest,
  { requireRandom }: Leniency,
): Promise<Outcome> {
  const request = readRequest(received);
  if ('fault' in request) {
    const { fault, ...about } = request;
    return { ...respondToFault(fault), ...about };
  }
  const { operation, body } = request;
  const instruction = readInstruction(operation, received.headers.prefer, body);
  const query = requireRandom ? request.query : { random: '0', ...request.query };
  const choice = 'refused' in instruction ? {} : instruction;
  const validation = await validate(engine, { ...request, query }, choice);
  const about = { operation, body };
  if (!validation.valid) return { ...respondToFault(validation.fault), ...about };
  if ('refused' in instruction)
    return { ...respondToFault({ kind: 'bad-instruction', message: instruction.refused }), ...about };
  const unchanged = 'exampleKey' in instruction;
  return { ...respondToValid(operation, body, validation.response, unchanged), ...about };
}

/**
 * The response to a fault: the code of the table, with the service's own message where one is known. Any other message
 * is ours and says so.
 */
export function respondToFault({ kind, message }: Fault): Outcome {
  const row: FaultRow = faultTable[kind];
  const { code, info } = entryOf(row.title);
  const isKnown = row.wire && info;
  const envelope: Envelope = {
    ActionStatus: 'FAIL',
    ErrorCode: code,
    ErrorInfo: isKnown ? info.text : `mock: ${message}`,
    ErrorDisplay: '',
  };
  return { response: jsonResponse(envelope), envelope, ...(isKnown && { detail: message }) };
}

/** The response that Prism took from the contract. An example that the caller named stays unchanged. */
function respondToValid(
  operation: OperationId,
  request: unknown,
  { status, mediaType, body }: PrismResponse,
  unchanged: boolean,
): Outcome {
  if (status !== 200)
    return { response: { status, headers: { 'Content-Type': mediaType }, body: String(body) } };
  const example = body as Envelope;
  const envelope = unchanged ? example : withOwnAccounts(operation, example, request);
  return { response: jsonResponse(envelope), envelope };
}

/** The envelope as a response. Its HTTP status is 200, whatever it says. */
const jsonResponse = (body: Envelope): HttpResponse => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * The success example with one item for each account of the request, in the order of the request. An account named
 * `mock-<code>` gets that code; all others get the example's first item. Examples without items stay as they are.
 */
function withOwnAccounts(operation: OperationId, example: Envelope, request: unknown): Envelope {
  const [success] = itemsOf(operation, example);
  const field = operations[operation].items;
  if (!success || !field) return example;
  const { To_Account: accounts } = request as { To_Account: string[] };
  const items = accounts.map((account) => ({
    ...success,
    ...itemFailure(operation, account),
    To_Account: account,
  }));
  return { ...example, [field]: items };
}
