import type { Received } from '../calls/send.ts';
import type { Step } from '../scenarios/scenario.ts';
import { violationsOf } from './contract.ts';
import { envelopeOf, summarise } from './envelope.ts';
import { expectThat, holds, show, type Verdict } from './verdict.ts';

type Check = (received: Received, step: Step) => Verdict;

const noEnvelope: Verdict = { unchecked: 'the response is not a JSON object' };

/**
 * Decides each entry of scenarios/every-response.yaml. A check that has nothing to look at is unchecked, so that one mistake
 * is reported once.
 */
export const everyResponseChecks: Readonly<Record<string, Check>> = {
  response: (received) => expectThat(!('noResponse' in received), 'a response', summarise(received)),

  'http-200': (received) =>
    'noResponse' in received
      ? { unchecked: 'there is no response' }
      : expectThat(received.status === 200, 'HTTP 200', summarise(received)),

  json: (received) =>
    'noResponse' in received
      ? { unchecked: 'there is no response' }
      : expectThat(envelopeOf(received) !== undefined, 'a JSON object', summarise(received)),

  envelope: (received) => {
    const envelope = envelopeOf(received);
    if (!envelope) return noEnvelope;
    const { ActionStatus, ErrorCode, ErrorInfo } = envelope;
    const right =
      (ActionStatus === 'OK' || ActionStatus === 'FAIL') &&
      Number.isInteger(ErrorCode) &&
      typeof ErrorInfo === 'string';
    return expectThat(right, 'ActionStatus, ErrorCode and ErrorInfo', summarise(received));
  },

  'ok-means-0': (received) => {
    const { ActionStatus, ErrorCode } = envelopeOf(received) ?? {};
    if (ActionStatus !== 'OK' && ActionStatus !== 'FAIL') return noEnvelope;
    const agree = (ActionStatus === 'OK') === (ErrorCode === 0);
    return expectThat(
      agree,
      'OK with 0 or FAIL with another code',
      `${ActionStatus} with ${show(ErrorCode)}`,
    );
  },

  schema: (received, step) => {
    const { shape } = compare(received, step);
    return shape.length === 0
      ? holds
      : expectThat(false, 'a response that matches the contract', shape.slice(0, 5).join('; '));
  },

  'known-code': (received, step) => {
    const { codes } = compare(received, step);
    return codes.length === 0
      ? holds
      : expectThat(false, 'a code that the contract lists', codes.slice(0, 5).join('; '));
  },
};

// A step with another path or method calls no operation, so that only the envelope is known.
function compare(received: Received, step: Step) {
  const envelope = envelopeOf(received);
  const ofOperation = step.path === undefined && step.method === undefined;
  return envelope && ofOperation ? violationsOf(step.call, envelope) : { shape: [], codes: [] };
}
