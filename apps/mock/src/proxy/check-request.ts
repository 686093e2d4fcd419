import type { OperationId } from '@chat-sns/spec';
import { failEnvelope } from '../answers/envelope.ts';
import { examine } from '../faults/examine.ts';
import type { Received } from '../http/front.ts';
import type { Engine } from '../prism/engine.ts';
import type { SideViolation } from './report.ts';

/** Checks a request. A path that the contract does not have is no violation: the call is only not checked. */
export async function checkRequest(
  engine: Engine,
  received: Received,
): Promise<{ operation?: OperationId; violations: SideViolation[] }> {
  const { operation, fault, violations } = await examine(engine, received, () => ({}));
  if (!operation) return { violations: [] };
  if (!fault) return { operation, violations: [] };
  const code = failEnvelope(fault).ErrorCode;
  const found = violations?.map(({ location, message }) => ({ at: location.join('.'), message }));
  const listed = found ?? [{ at: fault.kind === 'wrong-method' ? 'method' : 'body', message: fault.text }];
  return { operation, violations: listed.map((one) => ({ side: 'request', ...one, code })) };
}
