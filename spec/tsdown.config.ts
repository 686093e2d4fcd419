import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: 'index.ts',
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  clean: false,
});
