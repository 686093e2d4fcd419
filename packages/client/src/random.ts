/** Gives uniform integers from 0 to 4294967295. */
export type Random = () => number;

export const systemRandom: Random = () => crypto.getRandomValues(new Uint32Array(1))[0] as number;
