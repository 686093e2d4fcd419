/**
 * Makes a value once for each key, until `most` are remembered: then all are forgotten, so that strangers' keys cannot
 * fill the memory. What could not be made is not remembered.
 */
export function remember<Value>(most: number, make: (key: string) => Value | undefined) {
  const known = new Map<string, Value>();
  return (key: string): Value | undefined => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    if (made === undefined) return undefined;
    if (known.size === most) known.clear();
    known.set(key, made);
    return made;
  };
}
