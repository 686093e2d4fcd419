import type { OperationId } from '@chat-sns/spec';
import { readRequest, validate } from './check-request.ts';
import { type Envelope, entryOf } from './contract.ts';
import { type Fault, type FaultRow, faultTable } from './faults/table.ts';
import type { Received, Reply } from './http/request.ts';
import { itemAnswer, readInstruction } from './instructions.ts';
import type { Answer, Engine } from './prism.ts';

/** An answer with what the log and the record of calls say about it. */
export interface Outcome {
  reply: Reply;
  operation?: OperationId;
  /** The parsed body of the request, absent when it is not JSON. */
  body?: unknown;
  envelope?: Envelope;
  /** What is wrong in the request, more exactly than `ErrorInfo` may say it. */
  detail?: string;
}

/**
 * Answers a request in the vendor's manner: HTTP 200 and the envelope for success and for every fault. A fault of the
 * request wins over an instruction in it, so that an instruction never hides a request that the service would refuse.
 */
export async function answerRequest(engine: Engine, received: Received): Promise<Outcome> {
  const request = readRequest(received);
  if ('fault' in request) {
    const { fault, ...about } = request;
    return { ...fail(fault), ...about };
  }
  const { operation, body } = request;
  const instruction = readInstruction(operation, received.headers.prefer, body);
  const validation = await validate(engine, request, 'refused' in instruction ? {} : instruction);
  const about = { operation, body };
  if (!validation.valid) return { ...fail(validation.fault), ...about };
  if ('refused' in instruction)
    return { ...fail({ kind: 'bad-instruction', text: instruction.refused }), ...about };
  return { ...succeed(operation, validation.answer, body, 'exampleKey' in instruction), ...about };
}

function succeed(operation: OperationId, answer: Answer, request: unknown, verbatim: boolean): Outcome {
  if (answer.status !== 200) {
    const headers = { 'Content-Type': answer.mediaType };
    return { reply: { status: answer.status, headers, body: String(answer.body) } };
  }
  const example = answer.body as Envelope;
  const envelope = verbatim ? example : withOwnAccounts(operation, example, request);
  return { reply: jsonReply(envelope), envelope };
}

/** The answer to a fault. */
export function fail(fault: Fault): Outcome {
  const envelope = failEnvelope(fault);
  const detail = envelope.ErrorInfo === fault.text ? {} : { detail: fault.text };
  return { reply: jsonReply(envelope), envelope, ...detail };
}

/** Answer to a fault: the code of the table, with the service's own text where one is known. */
export function failEnvelope({ kind, text }: Fault): Envelope {
  const row: FaultRow = faultTable[kind];
  const { code, info } = entryOf(row.title);
  return {
    ActionStatus: 'FAIL',
    ErrorCode: code,
    ErrorInfo: row.wire && info ? info.text : text,
    ErrorDisplay: '',
  };
}

/** The envelope as a reply. Its HTTP status is 200, whatever it says. */
const jsonReply = (body: Envelope): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/**
 * The success example with one item for each account of the request, in the order of the request. An account named
 * `mock-<code>` gets that code; all others get the example's first item. Answers without items stay as they are.
 */
function withOwnAccounts(operation: OperationId, example: Envelope, request: unknown): Envelope {
  const [success] = example.ResultItem ?? [];
  if (!success) return example;
  const { To_Account: accounts } = request as { To_Account: string[] };
  const items = accounts.map((account) => {
    const failure = itemAnswer(operation, account);
    return failure ? { ...success, ...failure, To_Account: account } : { ...success, To_Account: account };
  });
  return { ...example, ResultItem: items };
}
