import { deflateSync, inflateSync } from 'node:zlib';

const toBase64 = (userSig: string) => userSig.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');

/** Bytes in the vendor's own variant of base64. */
export const encodeBytes = (bytes: Uint8Array) =>
  Buffer.from(bytes).toString('base64').replaceAll('+', '*').replaceAll('/', '-').replaceAll('=', '_');

/** The document in a UserSig, with Node's own zlib. */
export const unpackUserSig = (userSig: string) =>
  inflateSync(Buffer.from(toBase64(userSig), 'base64')).toString();

/** A UserSig with anything in it, with Node's own zlib. */
export const packUserSig = (content: string | Uint8Array, level = 6) =>
  encodeBytes(deflateSync(content, { level }));
