import { connect, type Socket } from 'node:net';

export interface Load {
  readonly requests: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

/** The bytes of a POST, made once so that the generator stays cheaper than every server. */
export function writeRequest(target: string, body: string): Buffer {
  const head = `POST ${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`;
  return Buffer.from(head + body);
}

/** Sends the next request on each connection as soon as the response to the last one has arrived. */
export async function load(
  port: number,
  next: () => Buffer | undefined,
  milliseconds: number,
  connections = 10,
): Promise<Load> {
  const times: number[] = [];
  let failed = 0;
  const start = performance.now();
  const isOver = () => performance.now() - start >= milliseconds;
  const lane = async () => {
    const socket = connect(port, '127.0.0.1').setNoDelay(true);
    const read = createReader(socket);
    for (let request = next(); request && !isOver(); request = next()) {
      const sent = performance.now();
      socket.write(request);
      if (!(await read())) failed += 1;
      times.push(performance.now() - sent);
    }
    socket.destroy();
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const seconds = (performance.now() - start) / 1000;
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return {
    requests: times.length,
    requestsPerSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    failed,
  };
}

const success = Buffer.from('HTTP/1.1 200');
const headEnd = Buffer.from('\r\n\r\n');

/** Resolves to whether the response that has just ended is an HTTP 200. */
function createReader(socket: Socket): () => Promise<boolean> {
  let buffered: Buffer = Buffer.alloc(0);
  let finish: ((isOk: boolean) => void) | undefined;
  socket.on('data', (chunk: Buffer) => {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    const end = buffered.indexOf(headEnd);
    if (end === -1) return;
    const length = /content-length: (\d+)/i.exec(buffered.toString('latin1', 0, end))?.[1];
    if (buffered.length < end + 4 + Number(length)) return;
    const isOk = buffered.subarray(0, success.length).equals(success);
    buffered = Buffer.alloc(0);
    finish?.(isOk);
  });
  socket.on('error', () => finish?.(false));
  return () =>
    new Promise((resolve) => {
      finish = resolve;
    });
}
