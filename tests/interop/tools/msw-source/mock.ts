import { readFileSync } from 'node:fs';
import { fromOpenApi } from '@msw/source/open-api';
import { setupServer } from 'msw/node';

/** Intercepts the calls of this process, and responds with the examples of the document. */
export async function startMock(file: string) {
  const server = setupServer(...(await fromOpenApi(JSON.parse(readFileSync(file, 'utf8')))));
  server.listen({ onUnhandledRequest: 'error' });
  return server;
}
