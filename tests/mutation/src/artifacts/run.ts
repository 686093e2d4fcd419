import type * as Client from '@chat-sns/client';
import type * as Mock from '@chat-sns/mock';
import type * as Sandbox from '@chat-sns/sandbox';
import { clientProblems } from './client-scenarios.ts';
import { builtPage, docsMutants, docsProblems } from './docs-scenarios.ts';
import { countPlaces, importPatched, type Patch } from './loader.ts';
import type { ArtifactMutant } from './patches/patches-of.ts';
import { artifactMutants } from './patches.ts';
import { sandboxProblems } from './sandbox-scenarios.ts';
import { mockProblems } from './server-scenarios.ts';

export interface ArtifactOutcome {
  room: string;
  name: string;
  killed: boolean;
  /** The message that names the fault, or what is wrong with the mutant itself. */
  message: string;
}

/** Runs the scenarios of a room against its built package, patched or as it is. */
export async function artifactProblems(room: Patch['room'], id: string, patch?: Patch): Promise<string[]> {
  if (room === 'packages/client') return clientProblems(await importPatched<typeof Client>(room, id, patch));
  if (room === 'apps/sandbox') return sandboxProblems(await importPatched<typeof Sandbox>(room, id, patch));
  const { startMock } = await importPatched<typeof Mock>(room, id, patch);
  await using mock = await startMock();
  // Awaited here: the mock is closed when this function ends.
  return await mockProblems(mock.url);
}

export async function judgeArtifact(mutant: ArtifactMutant, id: string): Promise<ArtifactOutcome> {
  const { room, name, words } = mutant;
  const places = countPlaces(mutant);
  if (places !== 1) {
    const message = `its pattern matches ${places} places of ${room}/dist: write it anew in src/artifacts/patches.ts`;
    return { room, name, killed: false, message };
  }
  const problems = await artifactProblems(room, id, mutant).catch((error: Error) => [
    `broke off: ${error.message}`,
  ]);
  const reason = problems.find((problem) => words.test(problem));
  return {
    room,
    name,
    killed: reason !== undefined,
    message: reason ?? problems[0] ?? 'no scenario noticed',
  };
}

/** All of one room, and first of all the package as it is: an unpatched one has to satisfy every scenario. */
export async function* judgeRoom(
  room: Patch['room'],
  mutants = artifactMutants,
): AsyncGenerator<ArtifactOutcome> {
  const baseline = await artifactProblems(room, 'none');
  if (baseline.length > 0) throw new Error(unfit(room, baseline));
  for (const [index, mutant] of mutants.entries()) {
    if (mutant.room === room) yield await judgeArtifact(mutant, `m${index}`);
  }
}

export function judgeDocs(mutants = docsMutants): ArtifactOutcome[] {
  const baseline = docsProblems(builtPage);
  if (baseline.length > 0)
    throw new Error(`apps/docs fails the scenarios unchanged:\n${baseline.join('\n')}`);
  return mutants.map(({ name, change, words }) => {
    const reason = docsProblems((page) => change(page, builtPage(page))).find((problem) =>
      words.test(problem),
    );
    return {
      room: 'apps/docs',
      name,
      killed: reason !== undefined,
      message: reason ?? 'no scenario noticed',
    };
  });
}

export const unfit = (room: string, problems: string[]) =>
  `${room} fails ${problems.length} scenarios as it is built now. Build it again with \`npm run build\`; if it still does, mend the package, or packages/gates/scenarios if the service does otherwise:\n${problems.slice(0, 10).join('\n')}`;
