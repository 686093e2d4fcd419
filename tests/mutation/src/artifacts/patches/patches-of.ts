import type { Patch } from '../loader.ts';

export interface ArtifactMutant extends Patch {
  name: string;
  /** What a complaint about it is about. A scenario that fails for another reason does not count. */
  words: RegExp;
}

/** Makes the mutants of one room. */
export const patchesOf =
  (room: Patch['room']) =>
  (name: string, find: RegExp, replace: string, words: RegExp): ArtifactMutant => ({
    room,
    name,
    find,
    replace,
    words,
  });
