const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why bytes are not a JSON value. */
export type JsonProblem = 'not UTF-8' | 'empty' | 'not JSON';

/** The JSON value in a body, or why there is none. The Content-Type header plays no part. */
export function parseJson(bytes: Buffer): { json: unknown } | { problem: JsonProblem } {
  const text = decode(bytes);
  if (text === undefined) return { problem: 'not UTF-8' };
  if (text.trim() === '') return { problem: 'empty' };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { problem: 'not JSON' };
  }
}

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}
