/** Says whether one more is allowed now, and counts it if so. */
export type Window = () => boolean;

/**
 * Allows at most `limit` in any span of `milliseconds`; 0 allows everything. Costs the same for every limit: it keeps
 * the last `limit` times in a ring and looks at the oldest.
 */
export function createWindow(limit: number, milliseconds: number, now: () => number): Window {
  if (limit === 0) return () => true;
  const times = new Float64Array(limit).fill(Number.NEGATIVE_INFINITY);
  let oldest = 0;
  return () => {
    const time = now();
    if (time - (times[oldest] ?? 0) < milliseconds) return false;
    times[oldest] = time;
    oldest = (oldest + 1) % limit;
    return true;
  };
}
