import { applyChanges, type Changes, type Graph } from './graph.ts';

/** Holds the graph. What it has committed is what the next call sees and what survives, if anything does. */
export interface Store {
  readonly graph: Graph;
  /** Writes all of it or, throwing, nothing. */
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
