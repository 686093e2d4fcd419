import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});
