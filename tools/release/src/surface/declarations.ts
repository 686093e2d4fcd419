/** The parts of a bundled declaration file. */
export interface Declarations {
  imports: string[];
  exported: string[];
  statements: string[];
}

const start = /^(?=(?:export|declare|type|interface|import)\b)/m;

/** Splits a declaration file as tsdown writes it: comments go, one statement at a time. */
export function parseDeclarations(text: string): Declarations {
  const bare = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n');
  const result: Declarations = { imports: [], exported: [], statements: [] };
  for (const statement of bare.split(start).map((part) => part.trim())) {
    const from = statement.match(/^(?:import|export)\b[\s\S]*?from\s+["']([^"']+)["'];?$/)?.[1];
    const list = statement.match(/^export\s*(?:type\s*)?\{([\s\S]*?)\}/)?.[1];
    if (list !== undefined) result.exported.push(...exportedNames(list));
    if (from) result.imports.push(from);
    // What comes from another package is part of the surface; a file beside this one is the bundler's affair.
    if (from?.startsWith('.') || list !== undefined || statement === '') continue;
    result.statements.push(`${statement}\n`);
  }
  return result;
}

/** `n as ChatApiError, type Region` gives the names that a consumer writes. */
const exportedNames = (list: string) =>
  list
    .split(',')
    .map((item) =>
      item
        .trim()
        .replace(/^type\s+/, '')
        .replace(/^.*\sas\s+/, ''),
    )
    .filter(Boolean);
