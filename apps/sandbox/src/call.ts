import { isUtf8 } from 'node:buffer';

/** A request's body as a string, and the reason why it cannot be used, if there is one. */
export interface Body {
  readonly text: string;
  readonly problem?: 'too-large' | 'not-utf8';
}

export const tooLarge: Body = { text: '', problem: 'too-large' };

export function decodeBody(bytes: Buffer): Body {
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text } : { text, problem: 'not-utf8' };
}

/** What is known about an HTTP request before its body arrives, whether it came over a socket or in-process. */
export interface Head {
  readonly method: string;
  readonly path: string;
  /** Raw query string without the question mark. */
  readonly query: string;
  readonly clientIp: string;
}

/** One HTTP request. */
export interface Call extends Head {
  readonly body: Body;
}

/** What to send back, and how much of it arrives. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly arrives: 'whole' | 'half' | 'never';
}

/** What the head of a request decides: the reply, or how many bytes of the body are kept and who replies to it. */
export type Decision = Reply | BodyReader;

export interface BodyReader {
  readonly limit: number;
  readonly respond: (body: Body) => Reply | Promise<Reply>;
}
