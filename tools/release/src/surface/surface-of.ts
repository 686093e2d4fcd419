import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
// TypeScript 7 has no API for programs yet.
import ts from 'typescript-api';

interface PackageJson {
  name: string;
  private?: boolean;
  exports?: Record<string, string | { types?: string }>;
}

const readPackage = (folder: URL): PackageJson =>
  JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));

/**
 * What a built package exports, for people to read: each entry point, and below it one line per export with its kind,
 * its name and its signature, as the declarations have it.
 */
export function surfaceOf(folder: URL): string {
  const { name, exports = {} } = readPackage(folder);
  const entries = Object.entries(exports).map(([subpath, target]) => ({
    title: `${name}${subpath.slice(1)}`,
    types: typeof target === 'object' && target.types && fileURLToPath(new URL(target.types, folder)),
  }));
  const files = entries.flatMap(({ types }) => types || []);
  // Only names have to be resolved, and those lead from file to file: no type is looked up.
  const program = ts.createProgram(files, { noLib: true, types: [], module: ts.ModuleKind.NodeNext });
  const checker = program.getTypeChecker();
  const parts = entries.map(({ title, types }) => {
    const source = types ? program.getSourceFile(types) : undefined;
    const module = source && checker.getSymbolAtLocation(source);
    const lines = (module ? checker.getExportsOfModule(module) : []).flatMap((symbol) =>
      describe(symbol, checker),
    );
    return [title, ...lines.sort().map((line) => `  ${line}`)].join('\n');
  });
  return `${parts.join('\n')}\n`;
}

function describe(symbol: ts.Symbol, checker: ts.TypeChecker): string[] {
  const isAlias = symbol.flags & ts.SymbolFlags.Alias;
  const target = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  const lines = (target.declarations ?? []).map((node) => describeDeclaration(symbol.name, node));
  return lines.length > 0 ? [...new Set(lines)] : [`export ${symbol.name}`];
}

function describeDeclaration(name: string, node: ts.Declaration): string {
  if (ts.isFunctionDeclaration(node)) return `function ${name}${signature(node)}`;
  if (ts.isClassDeclaration(node))
    return `class ${name}${head(node)} ${object(node.members.filter(isPublic))}`;
  if (ts.isInterfaceDeclaration(node)) return `interface ${name}${head(node)} ${object(node.members)}`;
  if (ts.isTypeAliasDeclaration(node)) return `type ${name}${head(node)} = ${typeText(node.type)}`;
  if (ts.isVariableDeclaration(node)) {
    return node.type ? `const ${name}: ${typeText(node.type)}` : `const ${name} = ${text(node.initializer)}`;
  }
  return `${ts.SyntaxKind[node.kind]} ${name}`;
}

/** "<Id extends OperationId> extends ChatError" */
const head = (node: ts.ClassDeclaration | ts.InterfaceDeclaration | ts.TypeAliasDeclaration): string => {
  const bases = 'heritageClauses' in node ? (node.heritageClauses ?? []) : [];
  return generics(node) + bases.map((clause) => ` ${text(clause)}`).join('');
};

/** "(options: Options): void" */
const signature = (node: ts.SignatureDeclaration): string =>
  `${generics(node)}(${node.parameters.map(text).join(', ')})${node.type ? `: ${text(node.type)}` : ''}`;

const generics = ({ typeParameters }: { typeParameters?: ts.NodeArray<ts.Node> | undefined }): string =>
  typeParameters ? `<${typeParameters.map(text).join(', ')}>` : '';

const isPublic = (node: ts.ClassElement): boolean =>
  !(ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) &&
  !(node.name && ts.isPrivateIdentifier(node.name));

const object = (members: readonly (ts.TypeElement | ts.ClassElement)[]): string => {
  if (members.length === 0) return '{}';
  const parts = members.map((node) =>
    ts.isPropertySignature(node) && node.type && ts.isTypeLiteralNode(node.type)
      ? `${text(node.name)}${text(node.questionToken)}: ${typeText(node.type)}`
      : text(node).replace(/;$/, ''),
  );
  return `{ ${parts.join('; ')} }`;
};

/** A type as it is written. Of an object too long for a line only the names are left. */
function typeText(node: ts.TypeNode): string {
  const whole = text(node);
  if (!ts.isTypeLiteralNode(node) || whole.length < 200) return whole;
  return `{ ${node.members.map(({ name }) => text(name)).join(', ')} }`;
}

const printer = ts.createPrinter({ removeComments: true });

/** The node in one line, without comments. */
const text = (node: ts.Node | undefined): string =>
  node
    ? printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, ' ').trim()
    : '';
