/** With so many requests under way a job starts. */
const first = 20;
/** So much slower than at its best may a service become before fewer requests are sent at a time. */
const slackFactor = 2;
const slackMs = 500;

/** Fewer are sent at a time, too, when such a share of them is lost. */
const lossy = 0.2;

/**
 * How many requests may be under way. More are tried as long as the service responds about as fast as it did at its best,
 * so that a slow one gets as many as the rate asks for, and one that is too slow for the rate does not get a queue that
 * runs into time limits. Judged by the average of as many responses as there are requests at a time.
 */
export function createConcurrency(most: number) {
  let limit = Math.min(first, most);
  let growth = 1.5;
  let bestMs = Number.POSITIVE_INFINITY;
  let responses = 0;
  let totalMs = 0;
  let lost = 0;
  let isUsed = false;

  function judge(): void {
    const averageMs = totalMs / responses;
    const isLossy = lost > responses * lossy;
    // The best is forgotten slowly, since a service can become slower for good.
    bestMs = Math.min(bestMs * 1.02, averageMs);
    if (isLossy || averageMs > bestMs * slackFactor + slackMs) {
      limit = Math.max(1, Math.floor(limit * (isLossy ? 0.5 : 0.8)));
      growth = 1.1;
    } else if (isUsed) limit = Math.min(most, Math.ceil(limit * growth));
    responses = 0;
    totalMs = 0;
    lost = 0;
    isUsed = false;
  }

  return {
    get limit() {
      return limit;
    },
    /** Is told of each response: how long it took, whether it never came, and how many requests were under way. */
    note(durationMs: number, isLost: boolean, underWay: number): void {
      responses += 1;
      totalMs += durationMs;
      if (isLost) lost += 1;
      isUsed ||= underWay >= limit;
      if (responses >= Math.max(limit, first)) judge();
    },
  };
}
