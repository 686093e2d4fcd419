import { type Origin, unusable } from './envelope.ts';
import { readBytes } from './read-bytes.ts';

/** Largest answer that is read, counted after decompression. The answer for 1000 accounts has about 57 KB. */
const bodyCap = 1024 * 1024;

const decoder = new TextDecoder();

/** Reads a body as text and stops at the cap, so that a small compressed answer cannot fill the memory. */
export async function readBody(
  body: ReadableStream<Uint8Array> | null | undefined,
  origin: Origin,
  signal?: AbortSignal,
): Promise<string> {
  if (!body) return '';
  const bytes = await readBytes(body, bodyCap, signal);
  if (bytes !== 'too-large') return decoder.decode(bytes);
  throw unusable('BodyTooLarge', `the answer has more than ${bodyCap} bytes`, origin);
}
