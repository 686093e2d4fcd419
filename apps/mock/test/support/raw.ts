import { connect } from 'node:net';

export interface RawResponse {
  status: number;
  head: string;
  body: string;
  ms: number;
}

/** Sends bytes to a server as they are. Resolves to its first response, or rejects when there is none. */
export function sendRaw(
  url: string,
  bytes: string | Uint8Array,
  patienceMs = 20_000,
  encoding: 'utf8' | 'latin1' = 'utf8',
): Promise<RawResponse> {
  const { hostname, port } = new URL(url);
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const timer = setTimeout(
      () => settle(() => reject(new Error(`no response, only ${JSON.stringify(text)}`))),
      patienceMs,
    );
    const settle = (how: () => void) => {
      clearTimeout(timer);
      socket.destroy();
      how();
    };
    const look = (ended: boolean) => {
      const response = parse(text, encoding);
      if (response) settle(() => resolve({ ...response, ms: performance.now() - start }));
      else if (ended) settle(() => reject(new Error(`closed after ${JSON.stringify(text)}`)));
    };
    socket.on('data', (chunk) => {
      text += chunk.toString(encoding);
      look(false);
    });
    socket.on('end', () => look(true));
    socket.on('error', (error) => settle(() => reject(error)));
    socket.write(bytes);
  });
}

function parse(received: string, encoding: BufferEncoding) {
  const text = received.replace(/^HTTP\/1\.1 100 .*?\r\n\r\n/s, '');
  const end = text.indexOf('\r\n\r\n');
  const head = text.slice(0, end);
  const length = Number(/^content-length: (\d+)$/im.exec(head)?.[1] ?? Number.NaN);
  const body = text.slice(end + 4);
  if (end < 0 || Number.isNaN(length) || Buffer.byteLength(body, encoding) < length) return undefined;
  return { status: Number(head.split(' ')[1]), head, body };
}
