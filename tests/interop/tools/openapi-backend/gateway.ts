import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Context, OpenAPIBackend } from 'openapi-backend';

// A gateway in front of the service that stops what the document does not allow, in both directions.
const forward = async ({ api, request, operation }: Context, url: string) => {
  const forwarded = await fetch(process.env.UPSTREAM + url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request.body),
  });
  const body = await forwarded.json();
  const { errors } = api.validateResponse(body, operation, forwarded.status);
  return errors ? { status: 502, body: { errors } } : { status: forwarded.status, body };
};
const api = new OpenAPIBackend({
  definition: 'openapi.yaml',
  // Without `quick`, the document is checked against the schema of OpenAPI 3.0.
  quick: true,
  ajvOpts: { strict: false },
  handlers: {
    deleteFriends: forward,
    deleteAllFriends: forward,
    deleteFriendLists: forward,
    validationFail: ({ validation }) => ({ status: 400, body: { errors: validation.errors } }),
    notFound: () => ({ status: 404, body: {} }),
  },
});
await api.init();

createServer(async (request, response) => {
  const [path = '', query = ''] = request.url?.split('?') ?? [];
  const body = await json(request).catch(() => undefined);
  const headers = request.headers as Record<string, string>;
  const result = await api.handleRequest({ method: 'POST', path, query, headers, body }, request.url);
  response.writeHead(result.status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(result.body));
}).listen(Number(process.env.PORT), '127.0.0.1');
