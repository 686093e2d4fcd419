/** Compares without telling by its duration where the first difference is. */
export function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (const [index, byte] of left.entries()) difference |= byte ^ (right[index] ?? 0);
  return difference === 0;
}

/**
 * Whether a string can be part of what is signed, which has one value a line: a control character could end the line, and
 * a lone surrogate would be signed as another character.
 */
export const isSignable = (value: unknown): value is string =>
  typeof value === 'string' && !/[\p{Cc}\p{Cs}]/u.test(value);

/** Standard base64 with padding. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export const decodeBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The vendor's own variant: `*`, `-` and `_` in place of `+`, `/` and `=`. */
export const toVendorAlphabet = (text: string): string =>
  text.replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');

export const fromVendorAlphabet = (text: string): string =>
  text.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');

/** Compresses as zlib (RFC 1950). The bytes differ between runtimes; what they inflate to does not. */
export const deflate = (bytes: Uint8Array<ArrayBuffer>) =>
  pipeThrough(bytes, new CompressionStream('deflate'));

/** Inflates zlib data, stored or compressed, and refuses what grows beyond the limit. */
export const inflate = (bytes: Uint8Array<ArrayBuffer>, limit: number) =>
  pipeThrough(bytes, new DecompressionStream('deflate'), limit);

async function pipeThrough(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
  limit = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // A broken input fails the reading side as well, where it is caught.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const result = await readBytes(readable, limit);
  if (result === 'too-large') throw new RangeError(`the data is larger than ${limit} bytes`);
  return result;
}

/** Largest body that is read, counted after decompression. The response for 1000 accounts has about 57 KB. */
const bodyLimit = 1024 * 1024;

const decoder = new TextDecoder();

/**
 * Reads a body as a string. Stops at the limit with the error that `createError` makes, so that a small compressed body
 * cannot fill the memory.
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null | undefined,
  createError: (info: string) => Error,
  signal?: AbortSignal,
): Promise<string> {
  if (!body) return '';
  const bytes = await readBytes(body, bodyLimit, signal);
  if (bytes === 'too-large') throw createError(`the body is larger than ${bodyLimit} bytes`);
  return decoder.decode(bytes);
}

/**
 * Reads a stream to its end. Cancels one that has more than `limit` bytes, and keeps nothing of it. Cancels one that
 * goes on after the signal has aborted, and throws the signal's reason.
 */
export async function readBytes(
  stream: ReadableStream<Uint8Array>,
  limit: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concatChunks(chunks, size);
    chunks.push(value);
    size += value.byteLength;
    if (size > limit || signal?.aborted) {
      reader.cancel().catch(() => {});
      signal?.throwIfAborted();
      return 'too-large';
    }
  }
}

function concatChunks(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
