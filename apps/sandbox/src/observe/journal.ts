export interface Journal<Entry> {
  add(entry: Entry): void;
  entries(): readonly Entry[];
  clear(): void;
}

interface Limits<Entry> {
  readonly entries: number;
  /** Maximum sum of the weights; the newest entry is kept whatever it weighs. */
  readonly weight: number;
  readonly weigh: (entry: Entry) => number;
}

/** Keeps the newest entries within limits, so that a sandbox can run for weeks. */
export function createJournal<Entry extends object>(limits: Limits<Entry>): Journal<Entry> {
  const kept = new Set<Entry>();
  let weight = 0;
  const isTooMuch = () => kept.size > limits.entries || (weight > limits.weight && kept.size > 1);

  return {
    add(entry) {
      kept.add(entry);
      weight += limits.weigh(entry);
      for (const oldest of kept) {
        if (!isTooMuch()) break;
        kept.delete(oldest);
        weight -= limits.weigh(oldest);
      }
    },
    entries: () => [...kept],
    clear() {
      kept.clear();
      weight = 0;
    },
  };
}
