import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';

// Listens and then stands still, so that its queue of connections fills.
const program = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    require('node:fs').writeSync(1, String(server.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });
`;

/** A host that drops the first packet of every connection, as a firewall does: nobody is refused, nobody connects. */
export async function startSilentHost() {
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const port = Number(String(line));
  const waiting = Array.from({ length: 6 }, () => connect(port, '127.0.0.1').on('error', () => {}));
  // The queue takes two. Linux drops what comes after them.
  await Promise.all(waiting.map((socket) => Promise.race([once(socket, 'connect'), setTimeout(300)])));
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of waiting) socket.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}
