import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (file: string) => fileURLToPath(new URL(`src/${file}`, import.meta.url));

/** Tests read the source, so that none runs against a build that is out of date. */
const alias = {
  '@chat-sns/client/bulk': source('bulk.ts'),
  '@chat-sns/client/catalogue': source('catalogue.ts'),
  '@chat-sns/client/journal': source('journal.ts'),
  '@chat-sns/client/redis': source('redis.ts'),
  '@chat-sns/client/testing': source('testing.ts'),
  '@chat-sns/client/usersig': source('usersig.ts'),
  '@chat-sns/client/webhook': source('webhook.ts'),
  '@chat-sns/client': source('index.ts'),
};

export default defineConfig({
  resolve: { alias },
  test: { include: ['test/**/*.test.ts'], isolate: false, testTimeout: 60_000 },
});
