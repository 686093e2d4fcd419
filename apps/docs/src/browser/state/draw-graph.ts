import { type Edge, edgeKey, type Graph } from './graph.ts';

const size = { width: 400, height: 360 };
const nodeRadius = 22;

export interface Drawing {
  graph: Graph;
  /** Text for readers who do not see the drawing. */
  label: string;
  /** Directions that are drawn in the colour of a change. */
  marked: { edges: readonly Edge[]; className: 'gone' | 'added' };
  listsLabel: (lists: string[]) => string;
}

/** Draws accounts on a circle and each direction as an arrow of its own, with the names of its lists. */
export function drawGraph({ graph, label, marked, listsLabel }: Drawing): SVGElement {
  const places = new Map(
    graph.accounts.map((account, index) => [account, placeOf(index, graph.accounts.length)]),
  );
  const changed = new Set(marked.edges.map(edgeKey));
  const drawing = svg('svg', {
    viewBox: `0 0 ${size.width} ${size.height}`,
    role: 'img',
    'aria-label': label,
    class: 'friend-graph',
  });
  for (const edge of graph.edges) {
    const from = places.get(edge.from);
    const to = places.get(edge.to);
    const className = changed.has(edgeKey(edge)) ? marked.className : 'kept';
    if (from && to) drawing.append(drawEdge(edge, from, to, className));
  }
  for (const [account, place] of places) {
    const lists = graph.lists.filter(({ owner }) => owner === account).map(({ list }) => list);
    drawing.append(drawAccount(account, place, lists.length > 0 ? listsLabel(lists) : ''));
  }
  return drawing;
}

interface Point {
  x: number;
  y: number;
}

function placeOf(index: number, count: number): Point {
  const angle = (2 * Math.PI * index) / count - Math.PI / 2;
  return { x: size.width / 2 + 150 * Math.cos(angle), y: size.height / 2 + 125 * Math.sin(angle) };
}

/** Both directions of a friendship curve to their own left, so that they do not overlap. */
function drawEdge(edge: Edge, from: Point, to: Point, className: string): SVGElement {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const aside = { x: -along.y, y: along.x };
  const at = (base: Point, forward: number, left: number) => ({
    x: base.x + along.x * forward + aside.x * left,
    y: base.y + along.y * forward + aside.y * left,
  });
  const start = at(from, nodeRadius, 7);
  const end = at(to, -nodeRadius - 4, 7);
  const middle = at(from, length / 2, 26);
  const tip = at(end, -9, 7);
  const barb = at(end, -10, -2);
  const group = svg('g', { class: `edge ${className}`, 'data-edge': edgeKey(edge) });
  group.append(
    svg('path', { d: `M${point(start)} Q${point(middle)} ${point(end)}`, class: 'line' }),
    svg('path', { d: `M${point(end)} L${point(tip)} L${point(barb)} Z`, class: 'head' }),
  );
  if (edge.lists.length > 0) {
    const text = at(from, length * 0.36, 24);
    const tag = svg('text', { x: round(text.x), y: round(text.y), class: 'tag' });
    tag.textContent = edge.lists.join(', ');
    group.append(tag);
  }
  return group;
}

function drawAccount(account: string, { x, y }: Point, lists: string): SVGElement {
  const group = svg('g', { class: 'account' });
  const name = svg('text', { x: round(x), y: round(y + 5), class: 'account-name' });
  name.textContent = account.length > 10 ? `${account.slice(0, 9)}…` : account;
  // On the outer side, where no arrows are.
  const outside = y < size.height / 2 ? y - nodeRadius - 6 : y + nodeRadius + 14;
  const tag = svg('text', { x: round(x), y: round(outside), class: 'tag' });
  tag.textContent = lists;
  const width = Math.max(2 * nodeRadius, 8 * (name.textContent?.length ?? 0) + 16);
  const shape = {
    x: round(x - width / 2),
    y: round(y - nodeRadius * 0.75),
    width: round(width),
    height: round(nodeRadius * 1.5),
    rx: '14',
  };
  group.append(svg('rect', shape), name, tag);
  return group;
}

const round = (value: number) => value.toFixed(1);
const point = ({ x, y }: Point) => `${round(x)} ${round(y)}`;

function svg(tag: string, attributes: Record<string, string>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
