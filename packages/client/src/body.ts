import { type Origin, unusable } from './envelope.ts';

/** Largest answer that is read, counted after decompression. The answer for 1000 accounts has about 57 KB. */
export const bodyCap = 1024 * 1024;

type Body = ReadableStream<Uint8Array> | null | undefined;

/** Reads a body as text and stops at the cap, so that a small compressed answer cannot fill the memory. */
export async function readBody(body: Body, origin: Origin, signal?: AbortSignal): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const cancel = () => reader.cancel().catch(() => {});
  signal?.addEventListener('abort', cancel, { once: true });
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > bodyCap) {
      cancel();
      throw unusable('BodyTooLarge', `the answer has more than ${bodyCap} bytes`, origin);
    }
    text += decoder.decode(value, { stream: true });
  }
}
