import type { Answer } from '../calls/send.ts';
import type { Step } from '../scenarios/scenario.ts';
import { violationsOf } from './contract.ts';
import { envelopeOf, summarise } from './envelope.ts';
import { expectThat, holds, show, type Verdict } from './verdict.ts';

type Check = (answer: Answer, step: Step) => Verdict;

const noEnvelope: Verdict = { unchecked: 'the answer is no JSON object' };

/** How each entry of scenarios/every-answer.yaml is decided. A check whose basis is missing does not repeat the fault. */
export const everyAnswerChecks: Readonly<Record<string, Check>> = {
  answered: (answer) => expectThat(!('silent' in answer), 'an answer', summarise(answer)),

  'http-200': (answer) =>
    'silent' in answer
      ? { unchecked: 'there is no answer' }
      : expectThat(answer.status === 200, 'HTTP 200', summarise(answer)),

  json: (answer) =>
    'silent' in answer
      ? { unchecked: 'there is no answer' }
      : expectThat(envelopeOf(answer) !== undefined, 'a JSON object', summarise(answer)),

  envelope: (answer) => {
    const envelope = envelopeOf(answer);
    if (!envelope) return noEnvelope;
    const { ActionStatus, ErrorCode, ErrorInfo } = envelope;
    const right =
      (ActionStatus === 'OK' || ActionStatus === 'FAIL') &&
      Number.isInteger(ErrorCode) &&
      typeof ErrorInfo === 'string';
    return expectThat(right, 'ActionStatus, ErrorCode and ErrorInfo', summarise(answer));
  },

  'ok-means-0': (answer) => {
    const { ActionStatus, ErrorCode } = envelopeOf(answer) ?? {};
    if (ActionStatus !== 'OK' && ActionStatus !== 'FAIL') return noEnvelope;
    const agree = (ActionStatus === 'OK') === (ErrorCode === 0);
    return expectThat(
      agree,
      'OK with 0 or FAIL with another code',
      `${ActionStatus} with ${show(ErrorCode)}`,
    );
  },

  schema: (answer, step) => {
    const { shape } = compare(answer, step);
    return shape.length === 0
      ? holds
      : expectThat(false, 'an answer of the contract', shape.slice(0, 5).join('; '));
  },

  'known-code': (answer, step) => {
    const { codes } = compare(answer, step);
    return codes.length === 0
      ? holds
      : expectThat(false, 'a code that the contract lists', codes.slice(0, 5).join('; '));
  },
};

// Another path or method belongs to no operation, so that only the envelope is known.
function compare(answer: Answer, step: Step) {
  const envelope = envelopeOf(answer);
  const ofOperation = step.path === undefined && step.method === undefined;
  return envelope && ofOperation ? violationsOf(step.call, envelope) : { shape: [], codes: [] };
}
