/** Returns uniform integers from 0 to 4294967295. */
export type Random = () => number;

// One request to the system for many values: it takes about ten microseconds, however many are requested.
const values = new Uint32Array(256);
let used = values.length;

export const systemRandom: Random = () => {
  if (used === values.length) {
    crypto.getRandomValues(values);
    used = 0;
  }
  const value = values[used] as number;
  used += 1;
  return value;
};
