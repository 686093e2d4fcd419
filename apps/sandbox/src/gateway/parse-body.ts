import type { Body } from '../body.ts';
import { refuse } from '../refusal.ts';

/** Bytes of the longest body that is read: some 30 times what 1000 accounts take. Inferred, like its code. */
export const longestBody = 1024 * 1024;

/** An empty body is no JSON either: the pages ask for `{}` at least. */
export function parseBody({ text, fault }: Body): unknown {
  if (fault === 'too-large') return refuse('HttpParseError');
  if (fault === 'not-utf8') return refuse('JsonParseError', 'the body is not UTF-8');
  try {
    return JSON.parse(text);
  } catch {
    return refuse('JsonParseError', 'the body is not JSON');
  }
}
