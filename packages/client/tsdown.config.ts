import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsdown';

const spec = (file: string) => fileURLToPath(new URL(`../../spec/${file}`, import.meta.url));

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    bulk: 'src/bulk.ts',
    catalogue: 'src/catalogue.ts',
    journal: 'src/journal.ts',
    redis: 'src/redis.ts',
    testing: 'src/testing.ts',
    usersig: 'src/usersig.ts',
    webhook: 'src/webhook.ts',
  },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  platform: 'neutral',
  // From its source, module by module: as one file, the catalogue's prose would come along with its table.
  alias: { '@chat-sns/spec/examples.json': spec('dist/examples.json'), '@chat-sns/spec': spec('index.ts') },
  // The contract is inlined: what ships needs no package but openapi-fetch.
  dts: { eager: true },
});
