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
