import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { enumFiles, generatedFiles } from './tools/generated.ts';

function write(files: Map<string, string>): void {
  for (const [path, text] of files) {
    const url = new URL(`_generated/${path}`, import.meta.url);
    mkdirSync(dirname(url.pathname), { recursive: true });
    writeFileSync(url, text);
  }
}

// The enums are part of the document, so write them before bundling it for the rest.
write(enumFiles());
write(await generatedFiles());
