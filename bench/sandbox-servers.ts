import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import Fastify from 'fastify';

/** Started as a child: the servers that the sandbox is measured beside, `bare` and `fastify`. */
const [kind, port] = process.argv.slice(2);

interface Body {
  readonly To_Account: string[];
}
const responseTo = ({ To_Account }: Body) => ({
  ResultItem: To_Account.map((account) => ({ To_Account: account, ResultCode: 0, ResultInfo: '' })),
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '0',
  ErrorDisplay: '',
});

function listenBare(): void {
  const constants = new Map<number, Buffer>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: Body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      const count = body.To_Account.length;
      const bytes = constants.get(count) ?? Buffer.from(JSON.stringify(responseTo(body)));
      constants.set(count, bytes);
      response
        .writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': bytes.length })
        .end(bytes);
    });
  });
  server.listen(Number(port), '127.0.0.1');
}

async function listenFastify(): Promise<void> {
  const document = createRequire(import.meta.url)('@chat-sns/spec/openapi.json');
  const schema = document.components.schemas.DeleteFriendsRequest;
  const { UserId, DeleteType } = document.components.schemas;
  const properties = {
    From_Account: UserId,
    To_Account: { ...schema.properties.To_Account, items: UserId },
    DeleteType,
  };
  const body = { type: 'object', required: schema.required, properties };
  const server = Fastify({ ajv: { customOptions: { strict: false } } });
  server.post('/v4/sns/friend_delete', { schema: { body } }, (request) => responseTo(request.body as Body));
  await server.listen({ port: Number(port), host: '127.0.0.1' });
}

if (kind === 'bare') listenBare();
else await listenFastify();
