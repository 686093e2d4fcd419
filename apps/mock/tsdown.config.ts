import { defineConfig } from 'tsdown';

export default defineConfig({
  // Without the tests: a fault in one of them is theirs, not the build's.
  tsconfig: 'tsconfig.build.json',
  entry: { index: 'src/index.ts', cli: 'src/cli.ts' },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
});
