import { STATUS_CODES } from 'node:http';
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError } from '@stoplight/prism-http';
import type { Outcome } from '../answer.ts';
import { contract, operationsByPath } from '../contract.ts';
import type { Received, Reply } from '../http/front.ts';
import type { Failure } from '../http/server.ts';
import { silentLogger } from '../prism/silent-logger.ts';
import { readPlainBody } from './plain-body.ts';
import { readMockConfig } from './plain-prefer.ts';

/**
 * Answers as the stock `prism mock` command does with the same document: its statuses, its problem+json, its reading
 * of `Prefer`. The one difference is deliberate: a body that is not JSON gets an answer, where the command hangs.
 */
export async function createPlainPrism(): Promise<(received: Received) => Promise<Outcome>> {
  const operations = await getHttpOperationsFromSpec(structuredClone(contract));
  const config = {
    isProxy: false as const,
    validateRequest: true,
    validateResponse: true,
    checkSecurity: true,
    errors: false,
    upstreamProxy: undefined,
  };
  const prism = createInstance({ ...config, mock: { dynamic: false } }, { logger: silentLogger });

  const ask = async ({ method, path, query, headers }: Received, body: unknown): Promise<Reply> => {
    const mock = readMockConfig(headers.prefer);
    if (mock instanceof Error) return problem(mock);
    const input = {
      method: method.toLowerCase() as 'post',
      url: { path, query },
      headers: singleHeaders(headers),
      body,
    };
    const result = await prism.request(input, operations, { ...config, mock })();
    if (result._tag === 'Left') return problem(result.left);
    const { statusCode: status, headers: own = {}, body: answer } = result.right.output;
    return {
      status,
      headers: filledHeaders(own),
      body: typeof answer === 'string' ? answer : JSON.stringify(answer ?? ''),
    };
  };

  return async (received) => {
    const operation = operationsByPath.get(received.path);
    const read = readPlainBody(received);
    const reply = read instanceof Error ? problem(read) : await ask(received, read.body);
    const body = read instanceof Error ? undefined : read.body;
    return { reply, ...(operation && { operation }), ...(body != null && { body }) };
  };
}

/** The answer to a failure in front of Prism, in Prism's manner. */
export function plainFailure(kind: Failure): Reply {
  const status = { 'http-unparsable': 400, 'body-too-slow': 408, 'mock-failed': 500 }[kind];
  return problem(
    new ProblemJsonError(kind, STATUS_CODES[status] ?? kind, status, 'The mock could not ask Prism.'),
  );
}

function problem(error: Error): Reply {
  const status = error instanceof ProblemJsonError ? error.status : 500;
  const extra = error instanceof ProblemJsonError ? error.additional?.headers : undefined;
  return {
    status,
    headers: { ...(extra as Record<string, string> | undefined), 'Content-Type': 'application/problem+json' },
    body: JSON.stringify(ProblemJsonError.toProblemJson(error)),
  };
}

const singleHeaders = (headers: Received['headers']) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** Prism gives headers that the document leaves open the value null. */
const filledHeaders = (headers: Record<string, string | null>) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
