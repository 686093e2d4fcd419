import { refuse } from '../refusal.ts';

export interface Query {
  readonly sdkAppId: number;
  readonly identifier: string;
  readonly usersig: string;
}

const maxRandom = 0xffffffff;

/** The parameters that may occur once. */
const checked = new Set(['sdkappid', 'identifier', 'usersig', 'contenttype', 'random']);

/** Checks sdkappid first, because its absence has a code of its own, then the others. Unknown parameters pass. */
export function readQuery(text: string, random: 'checked' | 'ignored'): Query {
  const { query, twice } = parse(text);
  const sdkappid = query.get('sdkappid') ?? '';
  if (sdkappid === '' && twice !== 'sdkappid') return refuse('AppIdMissing', 'the URL has no sdkappid');
  if (twice) return refuse('InvalidQueryParameter', `the URL has the parameter ${twice} twice`);
  if (!/^\d{1,15}$/.test(sdkappid) || Number(sdkappid) === 0)
    return refuse('InvalidQueryParameter', `sdkappid must be a number, not ${sdkappid}`);
  const identifier = query.get('identifier') ?? '';
  if (identifier === '') return refuse('InvalidQueryParameter', 'the URL has no identifier');
  const usersig = query.get('usersig') ?? '';
  if (usersig === '') return refuse('InvalidQueryParameter', 'the URL has no usersig');
  if (query.get('contenttype') !== 'json') return refuse('InvalidQueryParameter', 'contenttype must be json');
  if (random === 'checked' && !isRandom(query.get('random'))) {
    return refuse('InvalidQueryParameter', `random must be an integer from 0 to ${maxRandom}`);
  }
  return { sdkAppId: Number(sdkappid), identifier, usersig };
}

const isRandom = (text: string | undefined) => /^\d+$/.test(String(text)) && Number(text) <= maxRandom;

// URLSearchParams would hide an invalid percent-encoding, and takes longer than all other checks of a small call.
function parse(text: string): { query: Map<string, string>; twice: string | undefined } {
  let twice: string | undefined;
  const query = new Map<string, string>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const cut = `${part}=`.indexOf('=');
    const name = decode(part.slice(0, cut));
    if (query.has(name) && checked.has(name)) twice ??= name;
    query.set(name, decode(part.slice(cut + 1)));
  }
  return { query, twice };
}

function decode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return refuse('HttpParseError');
  }
}
