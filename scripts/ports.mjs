import { createServer } from 'node:net';

/** The ports of the demo, each with the environment variable that moves it. */
export const ports = /** @type {const} */ ([
  { name: 'docs', variable: 'DOCS_PORT', standard: 4000 },
  { name: 'mock', variable: 'MOCK_PORT', standard: 4010 },
  { name: 'sandbox', variable: 'SANDBOX_PORT', standard: 4020 },
]);

/**
 * Resolves every port, or fails and says how to move those that are taken.
 * @returns {Promise<Record<'docs' | 'mock' | 'sandbox', number>>}
 */
export async function choosePorts() {
  const chosen = { docs: 0, mock: 0, sandbox: 0 };
  const taken = [];
  for (const { name, variable, standard } of ports) {
    const text = process.env[variable] ?? String(standard);
    const port = Number(text);
    if (!/^\d+$/.test(text) || port > 65535) {
      throw new Error(`${variable}=${text} is not a port. Give a number from 0 to 65535.`);
    }
    if (!(await isFree(port))) taken.push({ name, port, assignment: `${variable}=${port + 1}` });
    chosen[name] = port;
  }
  if (taken.length === 0) return chosen;
  const [args] = process.argv.slice(2);
  throw new Error(
    [
      ...taken.map(({ name, port }) => `Port ${port} is taken. Choose another for the ${name}.`),
      `For example: ${taken.map(({ assignment }) => assignment).join(' ')} npm start${args ? ` -- ${args}` : ''}`,
    ].join('\n'),
  );
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
