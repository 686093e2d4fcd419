import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';

interface Chance {
  /** An integer from 0 to below `end`. */
  below(end: number): number;
  pick<T>(choices: readonly T[]): T;
}

interface Hostile {
  socket: Socket;
  userSig: string;
  chance: Chance;
}

/** One way to respond, with raw bytes: no HTTP library would send most of them. */
type Kind = (hostile: Hostile) => void | Promise<void>;

const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":"","ErrorDisplay":""}';
const fail = (info: string) => `{"ActionStatus":"FAIL","ErrorCode":30001,"ErrorInfo":"${info}"}`;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until a socket takes more, or is closed. Unlike once() of node:events, it does not mind a caller that resets. */
function drain(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const goOn = () => {
      socket.off('drain', goOn).off('close', goOn);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.on('drain', goOn).on('close', goOn);
  });
}

function createHead(status: string, headers: Record<string, string | number>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join('')}\r\n`;
}

function respond(socket: Socket, body: string | Uint8Array, headers: Record<string, string> = {}): void {
  const bytes = Buffer.from(body as string);
  socket.write(createHead('200 OK', { 'content-length': bytes.length, ...headers }));
  socket.write(bytes);
}

const encoders: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: (bytes) => gzipSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  br: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  identity: (bytes) => Buffer.from(bytes),
  unheard: (bytes) => Buffer.from(bytes),
};

const zeros = Buffer.alloc(200 * 1024);
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
// Blocks without content: they inflate to nothing, so no limit of the size stops them.
const emptyBlocks = Buffer.concat([
  Buffer.from([31, 139, 8, 0, 0, 0, 0, 0, 0, 3]),
  Buffer.alloc(5 * 4_000_000, Buffer.from([0, 0, 0, 255, 255])),
]);
const nestedBombs = [gzipSync(bomb), gzipSync(gzipSync(bomb)), gzipSync(emptyBlocks)];

const kinds: Kind[] = [
  // Six encodings that are announced and not there end a process that aborts a fetch which Node has rejected.
  ({ socket }) => respond(socket, zeros, { 'content-encoding': Array(6).fill('gzip').join(', ') }),
  ({ socket, chance }) => {
    const chain = Array.from({ length: 1 + chance.below(8) }, () => chance.pick(Object.keys(encoders)));
    const plain = chance.pick([zeros, Buffer.from(ok), Buffer.from(fail('x'))]);
    let bytes: Buffer = plain;
    if (chance.below(3) > 0) for (const name of chain) bytes = encoders[name]?.(bytes) ?? bytes;
    if (chance.below(3) === 0) bytes = bytes.subarray(0, chance.below(bytes.length));
    respond(socket, bytes, { 'content-encoding': chain.join(', ') });
  },
  ({ socket }) => respond(socket, bomb, { 'content-encoding': 'gzip' }),
  ({ socket, chance }) =>
    respond(socket, chance.pick(nestedBombs), {
      'content-encoding': chance.pick(['gzip', 'gzip, gzip', 'gzip, gzip, gzip']),
    }),
  ({ socket }) => respond(socket, `${'['.repeat(500_000)}${']'.repeat(500_000)}`),
  ({ socket, chance }) => {
    const depth = 10 ** (1 + chance.below(5));
    const [open, close] = chance.pick([
      ['[', ']'],
      ['{"a":', '}'],
      ['[{"a":', '}]'],
    ] as const);
    const end = chance.pick([close.repeat(depth), '']);
    respond(socket, `${fail('deep').slice(0, -1)},"more":${open.repeat(depth)}1${end}}`);
  },
  ({ socket, userSig, chance }) => {
    const start = userSig.slice(0, chance.pick([8, 24, 30, userSig.length - 1, userSig.length]));
    const spell = chance.pick<(text: string) => string>([
      (text) => text,
      (text) => text.replace(/./g, (one) => `%${one.charCodeAt(0).toString(16)}`),
      (text) => text.replace(/./g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`),
    ]);
    const once = spell(start);
    respond(socket, fail(once.repeat(Math.floor(1_000_000 / once.length))));
  },
  async ({ socket, chance }) => {
    socket.write(createHead('200 OK', { 'content-length': chance.pick([1000, 10 ** 15]) }));
    socket.write(ok.slice(0, chance.below(ok.length)));
    await wait(chance.below(30));
    chance.pick([() => socket.resetAndDestroy(), () => socket.end(), () => {}])();
  },
  ({ socket, chance }) => {
    const chunk = `${ok.length.toString(16)}\r\n${ok}\r\n`;
    socket.write(createHead('200 OK', { 'transfer-encoding': 'chunked' }));
    socket.write(
      chance.pick([`${chunk}zz\r\n`, 'ffffffffffffffff\r\nx', `${chunk}5\r\nab`, `-1\r\n${chunk}`, chunk]),
    );
    socket.end();
  },
  ({ socket, chance }) => {
    const count = chance.pick([50, 500, 5000]);
    const value = 'x'.repeat(chance.pick([10, 1000]));
    const headers = Array.from({ length: count }, (_, index) => [`x-${index}`, value]);
    respond(socket, ok, Object.fromEntries(headers));
  },
  ({ socket, chance }) =>
    respond(socket, ok, {
      [chance.pick(['x-long', 'set-cookie', 'retry-after'])]: '1'.repeat(chance.pick([9000, 1_000_000])),
    }),
  async ({ socket, chance }) => {
    const status = chance.pick(['100 Continue', '102 Processing', '103 Early Hints']);
    const head = `HTTP/1.1 ${status}\r\nlink: </x>; rel=preload\r\n\r\n`.repeat(100);
    const isEndless = chance.below(3) === 0;
    for (let round = 0; isEndless ? !socket.destroyed : round < 20; round += 1) {
      if (!socket.write(head)) await drain(socket);
      await wait(1);
    }
    if (!socket.destroyed) respond(socket, ok);
  },
  ({ socket, chance }) => {
    const line = chance.pick([
      'HTTP/1.1 999 X',
      'HTTP/9.9 200 OK',
      '200 OK',
      '',
      'HTTP/1.1 2000 OK',
      'HTTP/1.1 -1 X',
    ]);
    socket.end(`${line}\r\ncontent-length: ${ok.length}\r\n\r\n${ok}`);
  },
  ({ socket, chance }) => socket.end(Buffer.from(Array.from({ length: 500 }, () => chance.below(256)))),
  ({ socket, chance }) => {
    const status = chance.pick([
      101, 201, 204, 205, 206, 300, 304, 400, 401, 407, 413, 421, 425, 429, 500, 502, 503, 511, 599,
    ]);
    const retryAfter = chance.pick([
      '0',
      '-1',
      '9'.repeat(400),
      'soon',
      'Fri, 31 Dec 9999 23:59:59 GMT',
      '1e9',
    ]);
    socket.write(createHead(`${status} Hostile`, { 'content-length': ok.length, 'retry-after': retryAfter }));
    socket.end(ok);
  },
  ({ socket, userSig, chance }) => {
    const target = chance.pick([
      '/',
      'file:///etc/passwd',
      'data:,x',
      'javascript:1',
      `http://127.0.0.1:1/?${userSig}`,
      '\\\\x',
      '',
    ]);
    socket.write(
      createHead(`${chance.pick([301, 302, 303, 307, 308])} Moved`, {
        location: target,
        'content-length': 0,
      }),
    );
  },
  ({ socket, chance }) => {
    const body = chance.pick<string | Uint8Array>([
      '{"ActionStatus":"OK","ErrorCode":0,"ErrorCode":30001}',
      '{"__proto__":{"ActionStatus":"OK","ErrorCode":0},"constructor":1,"toJSON":1}',
      '{"ActionStatus":"FAIL","ErrorCode":1e999}',
      '{"ActionStatus":"FAIL","ErrorCode":-9007199254740993,"toJSON":{},"toString":null}',
      '{"ActionStatus":{"toString":1},"ErrorCode":[0],"ErrorInfo":{}}',
      `{"ErrorCode":0,"ResultItem":[${'{"To_Account":"id1","ResultCode":0},'.repeat(20_000)}1]}`,
      `{"ErrorCode":0${Array.from({ length: 50_000 }, (_, index) => `,"k${index}":${index}`).join('')}}`,
      fail('%'.repeat(900_000)),
      fail('%4'.repeat(400_000)),
      fail('\\ud800'.repeat(150_000)),
      `\ufeff${fail('\\u0000')}`,
      ' '.repeat(1_000_000),
      `${'\n'.repeat(900_000)}<html>`,
      `{"a":"${'\\'.repeat(900_000)}`,
      '9'.repeat(1_000_000),
      Buffer.concat([Buffer.from(ok.slice(0, -2)), Buffer.from([0xc3, 0x28, 0xff, 0xfe]), Buffer.from('"}')]),
      'null',
      'x'.repeat(3_000_000),
    ]);
    respond(socket, body, {
      'content-type': chance.pick(['application/json', 'text/html; charset=utf-7', 'x', '']),
    });
  },
  async ({ socket }) => {
    const text = createHead('200 OK', { 'content-length': ok.length }) + ok;
    for (const one of text) {
      if (socket.destroyed) return;
      socket.write(one);
      await wait(10);
    }
  },
  ({ socket, chance }) => chance.pick([() => socket.resetAndDestroy(), () => socket.end(), () => {}])(),
  ({ socket, userSig }) => {
    respond(socket, `{"ErrorCode":0,"ErrorInfo":"${userSig}","${userSig}":["${userSig}"]}`, {
      'x-echo': userSig,
    });
    // Nobody asked for these. They must not become the responses of other requests.
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'.repeat(50));
  },
];

/** The same chances for the same number. */
function createChance(seed: number): Chance {
  let drawn = 0;
  const below = (end: number) =>
    createHash('sha256').update(`${seed} ${drawn++}`).digest().readUInt32BE() % end;
  return { below, pick: (choices) => choices[below(choices.length)] as never };
}

/** How many kinds of responses there are: the first calls meet each once. */
export const kindCount = kinds.length;

/** A server whose response depends on the number in `From_Account` alone, so that each can be had again. */
export async function startHostileServer(serve?: RequestListener) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost');
    if (url.pathname === '/tick') return void response.end();
    if (request.method !== 'POST') return void serve?.(request, response);
    let body = '';
    try {
      for await (const chunk of request) body += chunk;
    } catch {
      // A caller whose time is up before it was read gets no response.
      return;
    }
    const number = Number(/"From_Account":"n(\d+)"/.exec(body)?.[1] ?? 0);
    const chance = createChance(number);
    const { socket } = request;
    socket.on('error', () => {});
    await kinds[number % kinds.length]?.({ socket, userSig: url.searchParams.get('usersig') ?? '', chance });
  });
  server.on('clientError', (_, socket) => socket.destroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
