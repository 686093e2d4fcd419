import { createServer } from 'node:net';

/** The ports of the demo, each with the environment variable that moves it. */
export const ports = [
  { name: 'docs', variable: 'DOCS_PORT', standard: 4000 },
  { name: 'mock', variable: 'MOCK_PORT', standard: 4010 },
  { name: 'sandbox', variable: 'SANDBOX_PORT', standard: 4020 },
] as const;

export type ServerName = (typeof ports)[number]['name'];

/** Resolves every port, or fails with one line that says how to move it. */
export async function choosePorts(): Promise<Record<ServerName, number>> {
  const chosen: Partial<Record<ServerName, number>> = {};
  for (const { name, variable, standard } of ports) {
    const text = process.env[variable] ?? String(standard);
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65535) {
      throw new Error(`${variable}=${text} is not a port. Give a number from 0 to 65535.`);
    }
    if (!(await isFree(port))) {
      throw new Error(
        `Port ${port} is taken. Choose another for the ${name}: ${variable}=${port + 1} npm start`,
      );
    }
    chosen[name] = port;
  }
  return chosen as Record<ServerName, number>;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
