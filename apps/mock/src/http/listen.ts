import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A running server. `await using` closes it. */
export interface RunningServer {
  /** Base URL without a slash at the end. */
  url: string;
  /** Stops listening, lets calls under way finish for half a second, and closes every connection. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const graceMs = 500;

/** Listens, or throws an error whose message says what to do about a port that cannot be had. */
export async function listen(
  server: Server,
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, port, host)));
    server.listen(port, host, resolve);
  });
  const close = () => closeServer(server);
  return { url: urlOf(server.address() as AddressInfo), close, [Symbol.asyncDispose]: close };
}

function portError(error: NodeJS.ErrnoException, port: number, host: string) {
  const wayOut = 'Choose another port; 0 takes a free one.';
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. ${wayOut}`,
    EACCES: `Port ${port} on ${host} needs rights that this process does not have. ${wayOut}`,
    EADDRNOTAVAIL: `${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
    ENOTFOUND: `${host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses.`,
  };
  return new Error(reasons[error.code ?? ''] ?? `Cannot listen on ${host}:${port}: ${error.message}`, {
    cause: error,
  });
}

function urlOf({ address, port, family }: AddressInfo) {
  if (address === '0.0.0.0') return `http://127.0.0.1:${port}`;
  if (address === '::') return `http://[::1]:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

function closeServer(server: Server): Promise<void> {
  if (!server.listening) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
