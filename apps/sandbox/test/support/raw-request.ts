import { connect } from 'node:net';

/** Sends bytes as they are and reads until the connection closes. @throws when it does not close in time. */
export async function sendRaw(port: number, bytes: string | Uint8Array, timeout = 5000): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const chunks: Buffer[] = [];
  const timer = setTimeout(() => socket.destroy(new Error(`no response within ${timeout} ms`)), timeout);
  socket.write(bytes);
  try {
    for await (const chunk of socket) chunks.push(chunk);
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A request whose body never ends. */
export const slowRequest =
  'POST /v4/sns/friend_delete HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{"From_Account"';

export function bodyOf(response: string): unknown {
  return JSON.parse(response.slice(response.indexOf('\r\n\r\n') + 4));
}
