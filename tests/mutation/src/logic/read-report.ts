import { readFileSync } from 'node:fs';
import type { Counted } from '../mutants/report.ts';
import { type LogicPackageName, logicPackages } from './packages.ts';
import { reportOf } from './run-stryker.ts';

interface Place {
  line: number;
  column: number;
}

interface MutantResult {
  mutatorName: string;
  replacement?: string;
  location: { start: Place; end: Place };
  status: string;
}

interface FileResult {
  source: string;
  mutants: MutantResult[];
}

const killers: Record<string, string> = { Killed: 'tests', Timeout: 'time limit' };
/** A mutant that does not even load is none: StrykerJS leaves these out of its score too. */
const invalid = new Set(['RuntimeError', 'CompileError', 'Ignored']);

/** What StrykerJS found out about a package, in the form of the other mutants. */
export function readLogicReport(name: LogicPackageName): Counted[] {
  const { files } = JSON.parse(readFileSync(reportOf(name), 'utf8')) as { files: Record<string, FileResult> };
  const { folder } = logicPackages[name];
  return Object.entries(files).flatMap(([file, { source, mutants }]) =>
    nameMutants(source, mutants).flatMap(({ name, mutant }) => {
      if (invalid.has(mutant.status)) return [];
      const { line } = mutant.location.start;
      const why = mutant.status === 'NoCoverage' ? 'no test reaches it' : 'no test noticed';
      return {
        family: file,
        name: `${file}: ${name}`,
        killedBy: killers[mutant.status],
        message: `${folder}/${file}:${line} ${why}`,
      };
    }),
  );
}

/** Names that a line more or less does not change; what comes up again in a file is numbered. */
function nameMutants(source: string, mutants: readonly MutantResult[]) {
  const lines = source.split('\n');
  const seen = new Map<string, number>();
  const inOrder = mutants.toSorted(
    ({ location: a }, { location: b }) =>
      a.start.line - b.start.line || a.start.column - b.start.column || a.end.line - b.end.line,
  );
  return inOrder.map((mutant) => {
    const name = `${short(textAt(lines, mutant.location))} becomes ${short(mutant.replacement ?? '')}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { mutant, name: count === 1 ? name : `${name} (${count})` };
  });
}

function textAt(lines: readonly string[], { start, end }: MutantResult['location']): string {
  const text = lines.slice(start.line - 1, end.line).join('\n');
  const cutAtEnd = (lines[end.line - 1]?.length ?? 0) - (end.column - 1);
  return text.slice(start.column - 1, text.length - cutAtEnd);
}

const short = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 90 ? `${line.slice(0, 60)} … ${line.slice(-25)}` : line;
};
