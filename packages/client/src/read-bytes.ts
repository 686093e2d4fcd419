/**
 * Reads a stream to its end. One that holds more than `most` bytes is cancelled, and nothing of it is kept; one that goes on
 * after the signal has aborted is, too.
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
