import { readBytes } from './read-bytes.ts';

/** Compresses as zlib (RFC 1950). The bytes differ between runtimes; what they inflate to does not. */
export const deflate = (bytes: Uint8Array<ArrayBuffer>) => pipe(bytes, new CompressionStream('deflate'));

/** Inflates zlib data, stored or compressed, and refuses what grows beyond the bound. */
export const inflate = (bytes: Uint8Array<ArrayBuffer>, most: number) =>
  pipe(bytes, new DecompressionStream('deflate'), most);

async function pipe(
  bytes: Uint8Array<ArrayBuffer>,
  { readable, writable }: CompressionStream | DecompressionStream,
  most = Number.POSITIVE_INFINITY,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // A broken input fails the reading side as well, where it is caught.
  writer.write(bytes).catch(() => {});
  writer.close().catch(() => {});
  const result = await readBytes(readable, most);
  if (result === 'too-large') throw new RangeError(`more than ${most} bytes`);
  return result;
}
