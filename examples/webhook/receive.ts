// Receives the webhook with the client, on node:http.
import { createServer } from 'node:http';
import { ReadableStream } from 'node:stream/web';
import { ChatWebhookError, createWebhookResponse, parseFriendsDeleted } from '@chat-sns/client/webhook';

const { PORT = '8080', CHAT_SNS_SDKAPPID = '', WEBHOOK_TOKEN = '' } = process.env;
const app = { sdkAppId: Number(CHAT_SNS_SDKAPPID), token: WEBHOOK_TOKEN };

async function receive(request: Request): Promise<Response> {
  try {
    const { pairs } = await parseFriendsDeleted(request, app);
    // The service waits two seconds: put the pairs into a queue and respond.
    for (const { From_Account, To_Account } of pairs) console.log(`${From_Account} lost ${To_Account}`);
    return createWebhookResponse();
  } catch (error) {
    if (!(error instanceof ChatWebhookError)) throw error;
    console.log(`refused: ${error.title}`);
    return createWebhookResponse(error.title);
  }
}

createServer(async (incoming, outgoing) => {
  const { method = 'POST', url = '' } = incoming;
  const query = new URLSearchParams(url.split('?')[1]);
  // Not destroyed when too much comes, or the sender would get no response.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  const body = method === 'POST' ? ReadableStream.from(chunks) : null;
  const init = { method, body, duplex: 'half' } as RequestInit;
  const response = await receive(new Request(`https://app.test/?${query}`, init));
  outgoing.writeHead(response.status, { 'content-type': 'application/json' }).end(await response.text());
  incoming.resume();
}).listen(Number(PORT), '127.0.0.1', () => console.log(`listening on port ${PORT}`));
