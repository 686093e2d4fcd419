import { type Change, type Impact, impacts } from './change.ts';

const headings: Record<Impact, string> = {
  breaking: 'Breaking',
  addition: 'New',
  correction: 'Corrected',
  text: 'Reworded',
};

/** The changes as paragraphs of a changelog. The same change of a shared schema is told once, with its places. */
export function changelog(changes: Change[]): string {
  const parts = impacts.flatMap((impact) => {
    const lines = mergePlaces(changes.filter((change) => change.impact === impact));
    if (lines.length === 0) return [];
    return `${headings[impact]}:\n\n${lines.map((line) => `- ${line}`).join('\n')}`;
  });
  return parts.join('\n\n');
}

function mergePlaces(changes: Change[]): string[] {
  const byStatement = new Map<string, string[]>();
  for (const { words } of changes) {
    const at = words.indexOf(': ');
    const [place, statement] = at < 0 ? [words, ''] : [words.slice(0, at), words.slice(at + 2)];
    const key = statement || words;
    byStatement.set(key, [...(byStatement.get(key) ?? []), place]);
  }
  return [...byStatement].map(([statement, places]) =>
    statement === places[0] ? statement : `${places.join(', ')}: ${statement}`,
  );
}
