/**
 * Takes out of a changeset the lines that the section about the contract will say, so that nothing stands twice in the
 * changelog. `npm run breaking` prints changesets made of just these lines.
 */
export function trimChangeset(text: string, words: string): string {
  const told = new Set(words.split('\n').filter(Boolean));
  const [, front = '', summary = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
  const kept = summary
    .split('\n')
    .filter((line) => !told.has(line))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return `${front}\n${kept || 'The contract changed.'}\n`;
}
