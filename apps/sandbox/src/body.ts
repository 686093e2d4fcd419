import { isUtf8 } from 'node:buffer';

/** A request's body as text, and what is wrong with it, should it be no text that is read. */
export interface Body {
  readonly text: string;
  readonly fault?: 'too-large' | 'not-utf8';
}

export const tooLarge: Body = { text: '', fault: 'too-large' };

export function decodeBody(bytes: Buffer): Body {
  const text = bytes.toString('utf8');
  return isUtf8(bytes) ? { text } : { text, fault: 'not-utf8' };
}
