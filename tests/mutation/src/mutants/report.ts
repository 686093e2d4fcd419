import { equivalents, type Side } from '../../equivalents.ts';

/** One mutant in the tally. */
export interface Counted {
  family: string;
  name: string;
  killedBy?: string | undefined;
  message: string;
}

export interface Tally {
  side: Side;
  killed: number;
  total: number;
  survivors: Counted[];
  lines: string[];
}

/** The figures of one side, family by family, and the survivors by name. */
export function tally(side: Side, all: Counted[]): Tally {
  const counted = all.filter(({ name, killedBy }) => killedBy || !(name in equivalents[side]));
  const survivors = counted.filter(({ killedBy }) => !killedBy);
  const families = [...new Set(counted.map(({ family }) => family))];
  const lines = families.map((family) => {
    const members = counted.filter((one) => one.family === family);
    const killed = members.filter(({ killedBy }) => killedBy);
    const judges = [...new Set(killed.map(({ killedBy }) => killedBy ?? ''))];
    const by = judges.map(
      (judge) => `${judge} ${killed.filter(({ killedBy }) => killedBy === judge).length}`,
    );
    return `  ${family.padEnd(16)} ${`${killed.length} / ${members.length}`.padStart(11)}   ${by.join(', ')}`;
  });
  const killed = counted.length - survivors.length;
  return {
    side,
    killed,
    total: counted.length,
    survivors,
    lines: [
      `${side}: ${killed} / ${counted.length}`,
      ...lines,
      ...survivors.map(
        ({ family, name, message }) => `  SURVIVOR ${family}: ${name}\n    ${message.slice(0, 300)}`,
      ),
    ],
  };
}

/** Entries of the list of equivalents that are wrong: killed after all, or without a mutant. */
export function idleEquivalents(side: Side, all: Counted[]): string[] {
  return Object.keys(equivalents[side]).flatMap((name) => {
    const mutant = all.find((one) => one.name === name);
    if (!mutant) return `equivalents.ts lists ${name}, and there is no such mutant.`;
    return mutant.killedBy
      ? `equivalents.ts lists ${name}, and ${mutant.killedBy} kills it. Take it out.`
      : [];
  });
}
