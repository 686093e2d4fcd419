// The largest answer of the contract, 1000 items, has some 60 KB.
const longest = 2 * 1024 * 1024;

/** Reads a body as text and stops at 2 MiB, so that no answer can eat the machine. */
export async function readCapped(response: Response): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > longest) throw Object.assign(new Error('too long'), { code: 'BODY_OVER_2_MIB' });
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
