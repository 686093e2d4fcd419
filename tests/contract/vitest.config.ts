import { configDefaults, defineConfig } from 'vitest/config';

// Browsers and servers share two cores: files run one after the other.
export default defineConfig({
  test: {
    // The files of a recipe work in their place only.
    exclude: [...configDefaults.exclude, 'recipes/*/files/**'],
    fileParallelism: false,
    // In one process: most of the time of a file goes into importing Prism, and no file leaves anything behind.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
