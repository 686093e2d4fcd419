/**
 * Reads a stream to its end. Cancels one that has more than `most` bytes, and keeps nothing of it. Cancels one that goes on
 * after the signal has aborted, and throws the signal's reason.
 */
export async function readBytes(
  stream: ReadableStream<Uint8Array>,
  most: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return concat(chunks, size);
    chunks.push(value);
    size += value.byteLength;
    if (size > most || signal?.aborted) {
      reader.cancel().catch(() => {});
      signal?.throwIfAborted();
      return 'too-large';
    }
  }
}

function concat(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
