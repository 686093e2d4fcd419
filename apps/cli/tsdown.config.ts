import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: { cli: 'src/cli.ts' },
  outExtensions: () => ({ js: '.js' }),
  dts: false,
});
