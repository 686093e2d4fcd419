import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { home } from './harness/project.ts';
import type { Row, Tool } from './harness/tool.ts';
import { tools } from './tools.ts';

const columns = [['loads'], ['types'], ['calls', 'requests', 'responses']];
/** In the order in which a reader needs them: settings, then code. */
const order = [/\.yaml$/, /\.config\.ts$/, /^(?!calls)/, /^calls\.ts$/];

/** The guide "Use it with other tools" of the docs: the table, and for each tool the snippets that the run executes. */
export function renderPage(rows: Row[]): string {
  const found = rows.map((row) => {
    const tool = tools.find(({ id }) => id === row.id);
    if (!tool) throw new Error(`tools.ts has no ${row.id}`);
    return { tool, row };
  });
  return `# Use it with other tools

Generate a client, check requests, start a mock or import a collection: the contract in tools that teams use. Every entry
of the table is the result of a run with the versions that are named, which executed the snippets below.

- **loads**: the tool takes [openapi.yaml](http://127.0.0.1:4000/openapi.yaml) without a complaint.
- **types**: the output compiles with \`tsc --strict\`, requires the five query parameters and the fields of the body,
  narrows by \`ActionStatus\`, knows the listed codes and allows others.
- **calls**: a client makes the three calls, with a success, a refusal and a code that no page lists. A validator or a mock
  accepts every example and codes that no page lists, and refuses each request that has one fault.

${renderTable(found)}

The snippets of clients use one file for the query:

${renderFile('harness/shared', 'query.ts')}

Each is called by a function that reads the responses:

${renderFile('harness/shared', 'summarize.ts')}

${found.map(renderTool).join('\n\n')}
`;
}

interface Found {
  tool: Tool;
  row: Row;
}

function renderTable(found: Found[]): string {
  const lines = found.map(({ tool, row }) => {
    const slug = tool.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    const cells = columns.map((kinds) => renderCell(row, kinds));
    const failures = Object.values(tool.failures ?? {}).map(({ note }) => note);
    return `| ${[`[${tool.title}](#${slug})`, ...cells, [tool.notes, ...failures].join(' ')].join(' | ')} |`;
  });
  const header = ['| tool | loads | types | calls | what to know |', '| --- | --- | --- | --- | --- |'];
  return [...header, ...lines].join('\n');
}

/** "yes", "no", "all but" with what fails, or a dash where the tool has nothing to do with it. */
function renderCell({ results }: Row, kinds: string[]): string {
  const names = Object.keys(results).filter((name) => kinds.includes(name.replace(/:.*/, '')));
  const failed = names.filter((name) => results[name] !== null);
  if (names.length === 0) return '–';
  if (failed.length === names.length) return 'no';
  const short = failed.map((name) => name.replace(`${kinds[0]}: `, ''));
  return short.length === 0 ? 'yes' : `all but ${short.join(', ')}`;
}

function renderTool({ tool, row }: Found): string {
  return [
    `## ${tool.title}`,
    `${row.versions.join(', ')}.`,
    ...(tool.commands.length > 0 ? [`\`\`\`sh\n${tool.commands.join('\n')}\n\`\`\``] : []),
    ...listSnippets(tool.id).map((file) => `\`${file}\`\n\n${renderFile(`tools/${tool.id}`, file)}`),
  ].join('\n\n');
}

function listSnippets(id: string): string[] {
  const folder = join(home, 'tools', id);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file !== 'types.ts') : [];
  const rank = (file: string) => order.findIndex((pattern) => pattern.test(file));
  return files.toSorted((a, b) => rank(a) - rank(b));
}

function renderFile(folder: string, file: string): string {
  const text = readFileSync(join(home, folder, file), 'utf8').trim();
  return `\`\`\`${extname(file).slice(1)}\n${text}\n\`\`\``;
}
