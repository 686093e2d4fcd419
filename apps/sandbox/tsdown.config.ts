import { defineConfig } from 'tsdown';
import { compileValidators } from './build/compile-validators.ts';

export default defineConfig({
  entry: { index: 'src/index.ts', cli: 'src/cli/cli.ts' },
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  plugins: [compileValidators()],
  // The contract's types are inlined, so that the package needs nothing else at run time or for types.
  dts: { eager: true },
});
