import { element, find } from '../dom.ts';
import { fill, type Words } from '../explorer/data.ts';
import { drawGraph } from './draw-graph.ts';
import {
  type Changes,
  chooseAccounts,
  compareGraphs,
  type Edge,
  type Graph,
  reduceTo,
  type StateDocument,
  toGraph,
} from './graph.ts';

/** With more accounts, only the neighbourhood of the account in question is drawn. */
const mostAccounts = 16;

type StateWords = Words['state'];

/** Reads the graph of a sandbox and draws it. What was drawn goes before the next read starts. */
export function watchGraph(words: StateWords) {
  const status = find('.graph-status');
  let latest = new AbortController();

  /**
   * Removes the drawing, and drops what a read that still goes on would draw.
   * @returns a signal for the next read, aborted when that is dropped in turn.
   */
  function clear(): AbortSignal {
    latest.abort();
    latest = new AbortController();
    status.textContent = '';
    draw([], []);
    return latest.signal;
  }

  async function read(address: string, signal: AbortSignal): Promise<Graph | undefined> {
    if (signal.aborted) return undefined;
    status.textContent = words.reading;
    try {
      const response = await fetch(`${address}/sandbox/state`, { signal });
      if (!response.ok) throw new Error(String(response.status));
      const graph = toGraph((await response.json()) as StateDocument);
      status.textContent = '';
      return graph;
    } catch {
      if (!signal.aborted) status.textContent = fill(words.refused, { address, origin: location.origin });
      return undefined;
    }
  }

  async function show(address: string, account: string): Promise<void> {
    const graph = await read(address, clear());
    if (graph) drawOne(graph, account);
  }

  /** Restores the initial graph, and shows it. */
  async function reset(address: string, account: string): Promise<void> {
    const signal = clear();
    status.textContent = words.reading;
    const response = await fetch(`${address}/sandbox/reset`, { method: 'POST', signal }).catch(
      () => undefined,
    );
    if (signal.aborted) return;
    if (!response?.ok) {
      status.textContent = fill(words.refused, { address, origin: location.origin });
      return;
    }
    await show(address, account);
    if (status.textContent === '') status.textContent = words.reset;
  }

  /** Reads before and after a call, and draws what changed; after one that was not sent, the graph alone. */
  async function compare(address: string, account: string, call: () => Promise<boolean>): Promise<void> {
    const signal = clear();
    const before = await read(address, signal);
    const isSent = await call();
    // What could not be read before is no sandbox, or one that does not let this page in.
    const after = before && (await read(address, signal));
    if (!after) return;
    if (!isSent) return drawOne(after, account);
    const changes = compareGraphs(before, after);
    const accounts = chooseAccounts([before, after], account, mostAccounts);
    const lines = describeChanges(changes, words);
    draw(lines.length > 0 ? lines : [words.unchanged], [
      figureOf(words, words.before, before, { accounts, edges: changes.gone, className: 'gone' }),
      figureOf(words, words.after, after, { accounts, edges: changes.added, className: 'added' }),
    ]);
  }

  function drawOne(graph: Graph, account: string): void {
    const accounts = chooseAccounts([graph], account, mostAccounts);
    draw([], [figureOf(words, words.now, graph, { accounts, edges: [], className: 'gone' })]);
  }

  return { clear, show, reset, compare };
}

function draw(changes: string[], figures: HTMLElement[]): void {
  find('.changes').replaceChildren(...changes.map((line) => element('li', {}, line)));
  find('.graphs').replaceChildren(...figures);
}

function figureOf(
  words: StateWords,
  title: string,
  whole: Graph,
  { accounts, ...marked }: { accounts: string[]; edges: readonly Edge[]; className: 'gone' | 'added' },
): HTMLElement {
  const graph = reduceTo(accounts, whole);
  const sentences = graph.edges.map(({ from, to }) => fill(words.has, { from, to }));
  const text = sentences.length > 0 ? sentences.join(', ') : words.empty;
  const drawing = drawGraph({
    graph,
    label: fill(words.drawing, { text }),
    marked,
    listsLabel: (lists) => fill(words.lists, { lists: lists.join(', ') }),
  });
  const caption = element('figcaption', {}, title);
  const missing = whole.edges.length - graph.edges.length;
  if (missing > 0) caption.append(` · ${fill(words.cut, { n: missing })}`);
  return element('figure', {}, caption, drawing);
}

function describeChanges(changes: Changes, words: StateWords): string[] {
  const edge = ({ from, to }: Edge) => ({ from, to });
  return [
    ...changes.gone.map((gone) => fill(words.gone, edge(gone))),
    ...changes.added.map((added) => fill(words.added, edge(added))),
    ...changes.listsGone.map((entry) => fill(words.listGone, entry)),
    ...changes.listsAdded.map((entry) => fill(words.listAdded, entry)),
    ...changes.unlisted.map((entry) => fill(words.unlisted, { ...edge(entry.edge), list: entry.list })),
  ];
}
