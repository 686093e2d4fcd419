import { addressProblem } from './address.ts';
import type { Words } from './data.ts';
import type { Values } from './form-values.ts';

/** What is wrong around the body, by the name of the control. */
export function checkCall(values: Values, words: Words['problems']): Map<string, string> {
  const problems = new Map<string, string>();
  if (!Number.isSafeInteger(values.sdkAppId) || values.sdkAppId < 1) {
    problems.set('sdkAppId', words.sdkAppId);
  }
  if (values.identifier === '') problems.set('identifier', words.required);
  const secret = values.secretKey === undefined ? 'userSig' : 'secretKey';
  if (!values[secret]) problems.set(secret, words.required);
  const address = values.target === 'own' ? addressProblem(values.address, words) : undefined;
  if (address !== undefined) problems.set('address', address);
  return problems;
}
