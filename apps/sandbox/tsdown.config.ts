import { defineConfig } from 'tsdown';
import { compileValidators } from './build/compile-validators.ts';

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  outExtensions: () => ({ js: '.js', dts: '.d.ts' }),
  plugins: [compileValidators()],
  // The contract's types are inlined, so that the package needs nothing else at run time or for types.
  dts: { eager: true },
});
