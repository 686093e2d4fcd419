/**
 * Hands out one by one what a generator yields in arrays. A generator of single items would cost each of them several
 * turns of the promise queue. `beforeLeaving` is called when the iteration is left.
 */
export function handOut<Item>(
  chunks: AsyncGenerator<Item[], void, undefined>,
  beforeLeaving: () => Promise<void>,
): AsyncGenerator<Item, void, undefined> {
  const nextChunk = chunks.next.bind(chunks);
  const leave = chunks.return.bind(chunks);
  let chunk: Item[] = [];
  let place = 0;
  let isLeft = false;
  let loading: Promise<boolean> | undefined;

  function take(): IteratorResult<Item, void> {
    const value = chunk[place] as Item;
    place += 1;
    return { done: false, value };
  }

  /** Resolves to whether that was the end. */
  async function load(): Promise<boolean> {
    try {
      const { done = false, value } = await nextChunk();
      chunk = value && !isLeft ? value : [];
      place = 0;
      return done;
    } finally {
      loading = undefined;
    }
  }

  async function loadAndTake(): Promise<IteratorResult<Item, void>> {
    while (place >= chunk.length) {
      // Callers who wait at the same time wait for the same chunk.
      loading ??= load();
      if (await loading) return { done: true, value: undefined };
    }
    return take();
  }

  return Object.assign(chunks as AsyncGenerator<never, void, undefined>, {
    next: () => (place < chunk.length ? Promise.resolve(take()) : loadAndTake()),
    async return() {
      isLeft = true;
      chunk = [];
      await beforeLeaving();
      return leave();
    },
  });
}
