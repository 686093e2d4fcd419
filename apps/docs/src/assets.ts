import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type InputOptions, type OutputChunk, rolldown } from 'rolldown';

/** Where each asset was written, by its plain name: `site.css` is `assets/site.1a2b3c4d.css`. */
export type AssetNames = ReadonlyMap<string, string>;

/** The folder of files whose name contains a hash of their bytes, so that they can be cached forever. */
export class AssetFolder {
  readonly names = new Map<string, string>();
  readonly #site: string;

  constructor(site: string) {
    this.#site = site;
  }

  /** Writes an asset and returns its path below the site's root. */
  async add(name: string, content: string): Promise<string> {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const extension = extname(name);
    return this.put(name, `${name.slice(0, -extension.length)}.${hash}${extension}`, content);
  }

  /** Writes an asset under a file name that contains a hash already. */
  async put(name: string, file: string, content: string): Promise<string> {
    const path = `assets/${file}`;
    await mkdir(join(this.#site, 'assets'), { recursive: true });
    await writeFile(join(this.#site, path), content);
    this.names.set(name, path);
    return path;
  }
}

/** The parts of each stylesheet, in the order of the cascade. */
const sheets = {
  site: [
    'frame',
    'search',
    'site-base',
    'site-page',
    'site-calls',
    'site-entries',
    'site-guides',
    'site-code',
  ],
  comparison: ['site-comparison'],
  tools: ['site-tools'],
  reference: ['frame', 'search', 'reference-redoc'],
};

const scripts = [
  'catalogue-filter',
  'compare-editions',
  'copy-buttons',
  'frame',
  'theme',
  'samples/samples',
  'explorer/explorer',
  'usersig/usersig',
  'reference/reference',
];

/** Adds what the pages share: stylesheet, icon and the scripts that enhance them, bundled with the plugins. */
export async function addSiteAssets(folder: AssetFolder, plugins: InputOptions['plugins']): Promise<void> {
  const source = (path: string) => new URL(path, import.meta.url);
  await folder.add('icon.svg', await readFile(source('styles/icon.svg'), 'utf8'));
  for (const [name, parts] of Object.entries(sheets)) {
    const texts = parts.map((part) => readFile(source(`styles/${part}.css`), 'utf8'));
    await folder.add(`${name}.css`, (await Promise.all(texts)).join('\n'));
  }
  for (const script of scripts) {
    const chunks = await bundleScript(source(`browser/${script}.ts`), plugins);
    for (const { name, fileName, code } of chunks) await folder.put(`${name}.js`, fileName, code);
  }
}

/** The script and the chunks that it loads on demand. They refer to each other relatively, so they work in any folder. */
async function bundleScript(entry: URL, plugins: InputOptions['plugins']): Promise<OutputChunk[]> {
  await using bundle = await rolldown({
    input: fileURLToPath(entry),
    platform: 'browser',
    plugins,
    // The client loads its signer on demand; here it is part of the script.
    checks: { ineffectiveDynamicImport: false },
  });
  const { output } = await bundle.generate({
    // It must run before the first paint, and a module waits for the page.
    format: entry.pathname.endsWith('/theme.ts') ? 'iife' : 'esm',
    minify: true,
    entryFileNames: '[name].[hash:10].js',
    chunkFileNames: '[name].[hash:10].js',
    hashCharacters: 'hex',
  });
  return output.filter((part) => part.type === 'chunk');
}
