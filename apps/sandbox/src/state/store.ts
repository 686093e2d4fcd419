import { applyChanges, type Changes, type Graph } from './graph.ts';

/** The store cannot take a change, for a reason outside the sandbox such as a full disk. */
export class UnwritableStore extends Error {}

/** Stores the graph. The next call sees what was committed, and so does the next process if the store is a file. */
export interface Store {
  readonly graph: Graph;
  /** Writes all changes, or throws and writes none. */
  commit(changes: Changes): void;
  replace(graph: Graph): void;
  close(): void;
}

export function createMemoryStore(seed: Graph): Store {
  let graph = seed;
  return {
    get graph() {
      return graph;
    },
    commit: (changes) => applyChanges(graph, changes),
    replace(next) {
      graph = next;
    },
    close() {},
  };
}
