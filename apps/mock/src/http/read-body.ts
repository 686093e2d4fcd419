import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  maxBytes: number;
  timeoutMs: number;
}

/** What came of reading a body. `aborted` is a caller who left, to whom nothing can be answered. */
export type BodyRead =
  | { bytes: Buffer }
  | { failed: 'too-large' | 'too-slow' | 'aborted'; limits: BodyLimits };

/**
 * Reads a body and holds at most `maxBytes` of it. The rest of a larger one is read and thrown away, so that the
 * caller gets an answer and not a reset connection, for as long as the time limit allows.
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<BodyRead> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (read: BodyRead) => {
      clearTimeout(timer);
      resolve(read);
    };
    const fail = (failed: 'too-large' | 'too-slow' | 'aborted') => finish({ failed, limits });
    const tooLarge = () => size > limits.maxBytes;
    const timer = setTimeout(() => fail(tooLarge() ? 'too-large' : 'too-slow'), limits.timeoutMs);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (tooLarge()) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.on('end', () => (tooLarge() ? fail('too-large') : finish({ bytes: Buffer.concat(chunks) })));
    request.on('close', () => fail('aborted'));
    request.on('error', () => fail('aborted'));
  });
}
