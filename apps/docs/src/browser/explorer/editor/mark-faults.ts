import { jsonLanguage } from '@codemirror/lang-json';
import type { Fault } from '../data.ts';

/** A fault at its place in the text. */
export interface Mark {
  from: number;
  to: number;
  severity: 'error' | 'warning';
  message: string;
}

type Node = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

const values = new Set(['Object', 'Array', 'String', 'Number', 'True', 'False', 'Null']);

/** Finds the place of each fault, and duplicate names, in the order of the text. */
export function markFaults(text: string, faults: readonly Fault[], duplicate: string): Mark[] {
  const tree = jsonLanguage.parser.parse(text);
  const root = childrenOf(tree.topNode).find(({ name }) => values.has(name));
  const properties =
    root?.name === 'Object' ? childrenOf(root).filter(({ name }) => name === 'Property') : [];
  const fields = new Map(properties.map((property) => [nameOf(property, text), property]));
  const items = new Map([...fields].map(([name, property]) => [name, itemsOf(property)]));

  const placeOf = ({ path, isName }: Fault) => {
    if (path === undefined) return placeOfError(tree, text.length);
    const [field = '', index] = path;
    const property = fields.get(field);
    if (property) return items.get(field)?.[Number(index)] ?? partOf(property, isName);
    // A missing field has no place, so the mark is where the body begins.
    const start = root?.from ?? 0;
    return path.length === 0 && root ? root : { from: start, to: Math.min(start + 1, text.length) };
  };
  const marks = faults.map((fault): Mark => {
    const { from, to } = placeOf(fault);
    const [field, index] = fault.path ?? [];
    const name = index === undefined ? field : `${field}[${index}]`;
    return {
      from,
      to,
      severity: 'error',
      message: name === undefined ? fault.text : `${name}: ${fault.text}`,
    };
  });
  const seen = new Set<string>();
  const duplicates = properties.flatMap((property): Mark[] => {
    const name = nameOf(property, text);
    if (seen.size < seen.add(name).size) return [];
    const { from, to } = property;
    return [{ from, to, severity: 'warning', message: `${name}: ${duplicate}` }];
  });
  return [...marks, ...duplicates].sort((one, other) => one.from - other.from);
}

function partOf(property: Node, isName = false): Node {
  return (isName ? property.firstChild : property.lastChild) ?? property;
}

/** The place at which the text stops being JSON, which every engine reports differently. */
function placeOfError(tree: ReturnType<typeof jsonLanguage.parser.parse>, length: number) {
  let place: { from: number; to: number } | undefined;
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) place ??= { from, to };
    },
  });
  return place ?? { from: length, to: length };
}

function nameOf(property: Node, text: string): string {
  const name = property.firstChild;
  try {
    return name ? String(JSON.parse(text.slice(name.from, name.to))) : '';
  } catch {
    return '';
  }
}

function itemsOf(property: Node): Node[] {
  const list = property.lastChild;
  return list?.name === 'Array' ? childrenOf(list).filter(({ name }) => values.has(name)) : [];
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
