import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { listen } from '../../src/http/server.ts';
import { startProxy } from '../../src/index.ts';

export const json = { 'Content-Type': 'application/json' };

/** A proxy in front of an upstream that a test makes up. */
export async function proxyTo(
  respond: (request: IncomingMessage, response: ServerResponse) => void,
  path = '',
) {
  const lines: string[] = [];
  const upstream = await listen(createServer(respond), { port: 0, host: '127.0.0.1' });
  const proxy = await startProxy({ upstream: upstream.url + path, log: (line) => lines.push(line) });
  const dispose = async () => {
    await proxy.close();
    await upstream.close();
  };
  return { proxy, url: proxy.url, lines, [Symbol.asyncDispose]: dispose };
}
/** A proxy in front of an upstream that has the same response to every request. */
export const proxyToResponse = (body: unknown, headers: Record<string, string> = json, status = 200) =>
  proxyTo((incoming, response) => {
    incoming.resume();
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });

/** A proxy in front of an upstream that sends the same bytes, one for each character, to every request. */
export async function proxyToBytes(bytes: string) {
  const lines: string[] = [];
  const upstream = createTcpServer((socket) => {
    socket.on('error', () => {}).once('data', () => socket.end(bytes, 'latin1'));
  });
  await new Promise<void>((resolve) => upstream.listen(0, '127.0.0.1', resolve));
  const { port } = upstream.address() as AddressInfo;
  const proxy = await startProxy({ upstream: `http://127.0.0.1:${port}`, log: (line) => lines.push(line) });
  const dispose = async () => {
    await proxy.close();
    upstream.close();
  };
  return { proxy, url: proxy.url, lines, [Symbol.asyncDispose]: dispose };
}
