/** The parts of a sandbox's state that are drawn. */
export interface StateDocument {
  accounts: Record<string, { friends?: Record<string, { lists?: string[] }>; lists?: string[] }>;
}

/** One direction of a friendship: `to` is in the friend list of `from`. */
export interface Edge {
  from: string;
  to: string;
  lists: string[];
}

export interface Graph {
  accounts: string[];
  edges: Edge[];
  lists: { owner: string; list: string }[];
}

export interface Changes {
  gone: Edge[];
  added: Edge[];
  /** Directions that remain and left a list. */
  unlisted: { edge: Edge; list: string }[];
  listsGone: Graph['lists'];
  listsAdded: Graph['lists'];
}

export function toGraph({ accounts }: StateDocument): Graph {
  const entries = Object.entries(accounts);
  return {
    accounts: entries.map(([account]) => account),
    edges: entries.flatMap(([from, { friends = {} }]) =>
      Object.entries(friends).map(([to, { lists = [] }]) => ({ from, to, lists })),
    ),
    lists: entries.flatMap(([owner, { lists = [] }]) => lists.map((list) => ({ owner, list }))),
  };
}

export const edgeKey = ({ from, to }: Pick<Edge, 'from' | 'to'>) => `${from} ${to}`;

export function compareGraphs(before: Graph, after: Graph): Changes {
  const kept = new Map(after.edges.map((edge) => [edgeKey(edge), edge]));
  const known = new Set(before.edges.map(edgeKey));
  const has = (graph: Graph, { owner, list }: Graph['lists'][number]) =>
    graph.lists.some((other) => other.owner === owner && other.list === list);
  return {
    gone: before.edges.filter((edge) => !kept.has(edgeKey(edge))),
    added: after.edges.filter((edge) => !known.has(edgeKey(edge))),
    unlisted: before.edges.flatMap((edge) => {
      const now = kept.get(edgeKey(edge));
      const left = now ? edge.lists.filter((list) => !now.lists.includes(list)) : [];
      return left.map((list) => ({ edge, list }));
    }),
    listsGone: before.lists.filter((entry) => !has(after, entry)),
    listsAdded: after.lists.filter((entry) => !has(before, entry)),
  };
}

/**
 * The accounts to draw: those that have or had a friend or a list, and in a large graph only the neighbourhood of the
 * account in question. Both drawings of a comparison get the same, so that nothing moves.
 */
export function chooseAccounts(graphs: readonly Graph[], account: string, most: number): string[] {
  const edges = graphs.flatMap((graph) => graph.edges);
  const owners = graphs.flatMap((graph) => graph.lists.map(({ owner }) => owner));
  const involved = new Set([account, ...owners, ...edges.flatMap(({ from, to }) => [from, to])]);
  const everybody = [...new Set(graphs.flatMap((graph) => graph.accounts))].filter((name) =>
    involved.has(name),
  );
  if (everybody.length <= most) return everybody;
  const near = new Set([account]);
  for (const { from, to } of edges) {
    if (near.size >= most) break;
    if (from === account) near.add(to);
    if (to === account) near.add(from);
  }
  return everybody.filter((name) => near.has(name));
}

export function reduceTo(accounts: readonly string[], graph: Graph): Graph {
  const kept = new Set(accounts);
  return {
    accounts: [...accounts],
    edges: graph.edges.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    lists: graph.lists.filter(({ owner }) => kept.has(owner)),
  };
}
