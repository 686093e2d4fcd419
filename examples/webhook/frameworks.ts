import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ReadableStream } from 'node:stream/web';
import { ChatWebhookError, createWebhookResponse, parseFriendsDeleted } from '@chat-sns/client/webhook';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';

const app = { sdkAppId: 1400000000, token: process.env.WEBHOOK_TOKEN ?? '' };

async function receive(request: Request): Promise<Response> {
  try {
    const { pairs } = await parseFriendsDeleted(request, app);
    for (const { From_Account, To_Account } of pairs) console.log(`${From_Account} lost ${To_Account}`);
    return createWebhookResponse();
  } catch (error) {
    if (error instanceof ChatWebhookError) return createWebhookResponse(error.title);
    console.error(error);
    return new Response(null, { status: 500 });
  }
}

// Node's own requests become Requests of the Fetch standard. Nothing may have read the body before.
async function receiveFromNode(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { method = 'POST', url = '' } = incoming;
  const query = new URLSearchParams(url.split('?')[1]);
  // Not destroyed when too much comes, or the sender would get no response.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  const body = method === 'POST' ? ReadableStream.from(chunks) : null;
  const init = { method, body, duplex: 'half' } as RequestInit;
  const response = await receive(new Request(`https://app.test/?${query}`, init));
  outgoing.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text());
  incoming.resume();
}

export const nodeServer = createServer(receiveFromNode);

export const expressApp: express.Express = express();
expressApp.post('/hook', receiveFromNode);

export const fastifyApp = fastify();
// In a plugin, so that other routes keep the parser.
fastifyApp.register(async (plugin) => {
  plugin.removeAllContentTypeParsers();
  plugin.addContentTypeParser('*', (_request, _body, done) => done(null));
  plugin.post('/hook', async ({ raw }, reply) => {
    reply.hijack();
    await receiveFromNode(raw, reply.raw);
  });
});

// The same on Deno, Bun and workerd, with or without Hono.
export const honoApp = new Hono().post('/hook', ({ req }) => receive(req.raw));
