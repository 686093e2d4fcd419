import { cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Mock } from '@chat-sns/mock';
import { type Checks, createChecks, type Results } from './checks.ts';
import { documentFolder } from './document.ts';
import { createProject, home, type Project } from './project.ts';

/** A program of other people, and what it has to do with the document. What a user writes is in `tools/<id>`. */
export interface Tool {
  id: string;
  title: string;
  packages: string[];
  /** What a user types in the directory of the snippets, where `openapi.yaml` is as well. */
  commands: string[];
  /** What a user has to know. */
  notes: string;
  /** Whether `npm test` runs it; `npm run interop` runs all. */
  quick: boolean;
  check(run: Run): Promise<void>;
  /** The checks that may fail. */
  failures?: Record<string, Failure>;
}

/** A check that may fail, where that is our own doing or where a reproduction shows the failure without our document. */
export interface Failure {
  /** What a user has to know of it. */
  note: string;
  /** The end of what the check says. */
  found: string;
  cause: 'document' | { reproduction: string };
}

/** One run of a tool. */
export interface Run {
  commands: string[];
  project: Project;
  mock: Mock;
  checks: Checks;
}

/** One row of the table. */
export interface Row {
  id: string;
  /** Names and versions as installed. */
  versions: string[];
  results: Results;
}

/** Puts one tool through its checks, in a fresh project with its snippets and the document. */
export async function runTool({ id, packages, commands, check }: Tool, mock: Mock): Promise<Row> {
  const project = createProject(id);
  const snippets = join(home, 'tools', id);
  if (existsSync(snippets)) cpSync(snippets, project.folder, { recursive: true });
  for (const file of ['openapi.yaml', 'openapi.json']) {
    cpSync(join(documentFolder, file), join(project.folder, file));
  }
  const checks = createChecks();
  await check({ commands, project, mock, checks });
  return { id, versions: packages.map(versionOf), results: checks.results };
}

const require = createRequire(import.meta.url);

export function versionOf(name: string): string {
  const manifest = require(join(home, 'node_modules', name, 'package.json')) as { version: string };
  return `${name} ${manifest.version}`;
}

/** What is wrong with the results of a tool, as sentences that say what to do. */
export function listProblems({ id, failures = {} }: Tool, results: Results): string[] {
  const failed = Object.entries(results).flatMap(([check, found]) => {
    const failure = failures[check];
    if (found === null) return failure ? [`${id}, ${check} passes now: remove its entry in tools.ts`] : [];
    if (!failure) return [`${id}, ${check}: ${found}`];
    if (found.endsWith(failure.found)) return [];
    return [`${id}, ${check}: ${found}, and not only ${failure.found}`];
  });
  const unknown = Object.keys(failures).filter((check) => !(check in results));
  return [
    ...failed,
    ...unknown.map((check) => `${id} has no check "${check}": remove its entry in tools.ts`),
  ];
}
