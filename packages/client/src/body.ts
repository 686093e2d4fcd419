import { readBytes } from './read-bytes.ts';

/** Largest body that is read, counted after decompression. The response for 1000 accounts has about 57 KB. */
const bodyCap = 1024 * 1024;

const decoder = new TextDecoder();

/**
 * Reads a body as a string. Stops at the cap with the error that `tooLargeError` creates, so that a small compressed body
 * cannot fill the memory.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null | undefined,
  tooLargeError: (info: string) => Error,
  signal?: AbortSignal,
): Promise<string> {
  if (!body) return '';
  const bytes = await readBytes(body, bodyCap, signal);
  if (bytes === 'too-large') throw tooLargeError(`the body is larger than ${bodyCap} bytes`);
  return decoder.decode(bytes);
}
