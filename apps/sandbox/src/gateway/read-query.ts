import { refuse } from '../refusal.ts';

export interface Query {
  readonly sdkAppId: number;
  readonly identifier: string;
  readonly usersig: string;
}

const largestRandom = 0xffffffff;

/** sdkappid first, since its absence has a code of its own; then the other parameters, unknown ones tolerated. */
export function readQuery(text: string, random: 'checked' | 'ignored'): Query {
  const query = parse(text);
  const sdkappid = query.get('sdkappid') ?? '';
  if (sdkappid === '') return refuse('AppIdMissing', 'the URL has no sdkappid');
  if (!/^\d{1,15}$/.test(sdkappid)) return refuse('InvalidQueryParameter', 'sdkappid is not a number');
  const identifier = query.get('identifier') ?? '';
  if (identifier === '') return refuse('InvalidQueryParameter', 'the URL has no identifier');
  const usersig = query.get('usersig') ?? '';
  if (usersig === '') return refuse('InvalidQueryParameter', 'the URL has no usersig');
  if (query.get('contenttype') !== 'json') return refuse('InvalidQueryParameter', 'contenttype is not json');
  if (random === 'checked' && !isRandom(query.get('random'))) {
    return refuse('InvalidQueryParameter', `random is not an integer from 0 to ${largestRandom}`);
  }
  return { sdkAppId: Number(sdkappid), identifier, usersig };
}

const isRandom = (text: string | undefined) =>
  /^\d{1,10}$/.test(String(text)) && Number(text) <= largestRandom;

// URLSearchParams would hide a broken percent-encoding and costs more than the rest of a small call's checks.
function parse(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const cut = `${part}=`.indexOf('=');
    const name = decode(part.slice(0, cut));
    if (found.has(name)) refuse('InvalidQueryParameter', 'a parameter stands in the URL twice');
    found.set(name, decode(part.slice(cut + 1)));
  }
  return found;
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return refuse('HttpParseError');
  }
}
