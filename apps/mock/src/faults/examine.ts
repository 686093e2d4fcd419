import type { OperationId } from '@chat-sns/spec';
import { operationsByPath } from '../contract.ts';
import type { Received } from '../http/front.ts';
import { parseBody } from '../http/json-body.ts';
import type { Answer, Choice, Engine, Violation } from '../prism/engine.ts';
import { declaredOnly, violationsBeyondSchema, withoutExcess } from './beyond-schema.ts';
import { faultOf } from './from-violations.ts';
import type { Fault } from './table.ts';

/** What an examination found: a fault, or the answer that Prism chose for a valid request. */
export interface Examined {
  operation?: OperationId;
  /** The parsed body, absent when it is not JSON. */
  body?: unknown;
  fault?: Fault;
  /** Everything that is wrong with query and body, of which the fault answers. */
  violations?: Violation[];
  answer?: Answer;
}

/**
 * Examines a request in the order in which the service most likely does: path and method, body, query, accounts,
 * shape, limits. `choose` says which answer Prism takes when the request is valid.
 */
export async function examine(
  engine: Engine,
  received: Received,
  choose: (operation: OperationId, body: unknown) => Choice,
): Promise<Examined> {
  const operation = operationsByPath.get(received.path);
  if (!operation)
    return { fault: { kind: 'unknown-path', text: `no such path; the paths are ${knownPaths}` } };
  if (received.method !== 'POST') {
    return { operation, fault: { kind: 'wrong-method', text: 'the method must be POST' } };
  }
  const parsed = parseBody(received.body);
  if ('kind' in parsed) return { operation, fault: parsed };
  const { json: body } = parsed;
  const query = declaredOnly(received.query);
  const checked = withoutExcess(operation, body);
  const verdict = await engine(operation, { query, body: checked, choice: choose(operation, body) });
  const beyond = violationsBeyondSchema(operation, query, checked);
  if (beyond.length === 0 && 'answer' in verdict) return { operation, body, answer: verdict.answer };
  const seen = new Set(beyond.map(({ location }) => location.join('.')));
  const byPrism = 'violations' in verdict ? verdict.violations : [];
  const violations = [...beyond, ...byPrism.filter(({ location }) => !seen.has(location.join('.')))];
  return { operation, body, violations, fault: faultOf(operation, body, violations) };
}

const knownPaths = [...operationsByPath.keys()].join(', ');
