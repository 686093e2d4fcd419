import { fill, type Words } from './data.ts';
import type { Values } from './form-values.ts';

/** What is wrong with everything except the body, by the name of the control. */
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

/**
 * Says why the page cannot connect to an address, and what to write instead.
 * @returns nothing when the page's policy allows the address.
 */
export function addressProblem(address: string, words: Words['problems']): string | undefined {
  const [, scheme] = /^([a-z]+):\/\//i.exec(address) ?? [];
  const text = scheme === undefined ? `http://${address}` : address;
  if (!URL.canParse(text)) return words.address;
  const { hostname, host, port, protocol, href, origin, pathname } = new URL(text);
  if (hostname === '[::1]') {
    return fill(words.addressIpv6, { instead: `http://localhost${port === '' ? '' : `:${port}`}` });
  }
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return words.address;
  if (scheme === undefined || protocol !== 'http:') {
    return fill(words.addressHttp, { instead: `http://${host}` });
  }
  return href === `${origin}${pathname}` ? undefined : words.addressExtra;
}
