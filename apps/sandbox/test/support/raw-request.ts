import { connect } from 'node:net';

/** Sends bytes as they are and reads until the other side closes; fails when it does not answer in time. */
export async function sendRaw(port: number, bytes: string | Uint8Array, timeout = 5000): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const timer = setTimeout(() => socket.destroy(new Error(`no answer within ${timeout} ms`)), timeout);
  socket.write(bytes);
  try {
    for await (const chunk of socket) chunks.push(chunk);
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A request whose body never comes to its end. */
export const slowRequest =
  'POST /v4/sns/friend_delete HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"From_Account"';

export function bodyOf(response: string): unknown {
  return JSON.parse(response.slice(response.indexOf('\r\n\r\n') + 4));
}
