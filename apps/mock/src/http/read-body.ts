import type { IncomingMessage } from 'node:http';

export interface BodyLimits {
  maxBytes: number;
  timeoutMs: number;
}

/** A body that was not read to its end, and the limits that it went over. */
export interface UnreadBody {
  failed: 'too-large' | 'too-slow';
  limits: BodyLimits;
}

export type Body = { bytes: Buffer } | UnreadBody;

/**
 * Reads a body and holds at most `maxBytes` of it. The rest of a larger one is read and thrown away, so that the
 * caller gets an answer and not a reset connection, for as long as the time limit allows. Resolves to `aborted` for a
 * caller who left, to whom nothing can be answered.
 */
export function readBody(request: IncomingMessage, limits: BodyLimits): Promise<Body | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (read: Body | 'aborted') => {
      clearTimeout(timer);
      resolve(read);
    };
    const fail = (failed: UnreadBody['failed']) => finish({ failed, limits });
    const tooLarge = () => size > limits.maxBytes;
    const timer = setTimeout(() => fail(tooLarge() ? 'too-large' : 'too-slow'), limits.timeoutMs);
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (tooLarge()) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.on('end', () => (tooLarge() ? fail('too-large') : finish({ bytes: Buffer.concat(chunks) })));
    request.on('close', () => finish('aborted'));
    request.on('error', () => finish('aborted'));
  });
}
