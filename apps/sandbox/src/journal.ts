export interface Journal<Entry> {
  add(entry: Entry): void;
  entries(): readonly Entry[];
  clear(): void;
}

interface Limits<Entry> {
  readonly entries: number;
  /** Sum of the weights that is kept at most; the newest entry is kept whatever it weighs. */
  readonly weight: number;
  readonly weigh: (entry: Entry) => number;
}

/** Remembers the newest entries within bounds, so that a sandbox can run for weeks. */
export function createJournal<Entry>(limits: Limits<Entry>): Journal<Entry> {
  let kept: Entry[] = [];
  let first = 0;
  let weight = 0;

  function forget(): void {
    const oldest = kept[first];
    if (oldest !== undefined) weight -= limits.weigh(oldest);
    first += 1;
  }

  return {
    add(entry) {
      kept.push(entry);
      weight += limits.weigh(entry);
      while (kept.length - first > limits.entries) forget();
      while (weight > limits.weight && kept.length - first > 1) forget();
      if (first <= limits.entries) return;
      kept = kept.slice(first);
      first = 0;
    },
    entries: () => kept.slice(first),
    clear() {
      kept = [];
      first = 0;
      weight = 0;
    },
  };
}
