import { readFileSync } from 'node:fs';
import { parseDeclarations } from './declarations.ts';

interface PackageJson {
  name: string;
  private?: boolean;
  exports?: Record<string, string | { types?: string }>;
}

export const readPackage = (folder: URL): PackageJson =>
  JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

/**
 * The public TypeScript surface of a built package as one text: the names that each entry exports, then every
 * declaration that they reach, without comments and free of the bundler's file names, in the order of the alphabet.
 */
export function surfaceOf(folder: URL): string {
  const { name, exports = {} } = readPackage(folder);
  const declarations = new Map<string, string>();
  const entries = Object.entries(exports).flatMap(([subpath, target]) => {
    const types = typeof target === 'string' ? undefined : target.types;
    if (!types) return [];
    const names = collect(new URL(types, folder), declarations, new Set());
    return `// ${name}${subpath.slice(1)}\nexport { ${names.sort().join(', ')} };\n`;
  });
  const texts = [...declarations.values()].sort();
  return `${entries.join('\n')}\n${texts.join('\n')}`;
}

/** Adds what a declaration file and those beside it declare, and returns the names that the file exports. */
function collect(file: URL, declarations: Map<string, string>, seen: Set<string>): string[] {
  seen.add(file.href);
  const { imports, exported, statements } = parseDeclarations(readFileSync(file, 'utf8'));
  for (const statement of statements) declarations.set(statement, statement);
  for (const target of imports) {
    if (!target.startsWith('.')) continue;
    const next = new URL(target.replace(/\.js$/, '.d.ts'), file);
    if (!seen.has(next.href)) collect(next, declarations, seen);
  }
  return exported;
}
