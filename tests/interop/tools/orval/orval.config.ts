import { defineConfig } from 'orval';

export default defineConfig({
  chat: {
    input: 'openapi.yaml',
    output: {
      target: 'client.ts',
      client: 'fetch',
      override: { mutator: { path: 'send.ts', name: 'send' } },
    },
  },
});
