/** The lines that one text has and the other has not, as a short list for a failure message. */
export function lineDifference(recorded: string, built: string): string[] {
  const [before, after] = [recorded, built].map((text) => text.split('\n').filter(Boolean));
  const missing = (lines: string[] = [], from: string[] = []) => lines.filter((line) => !from.includes(line));
  const lines = [
    ...missing(before, after).map((line) => `- ${line.trim()}`),
    ...missing(after, before).map((line) => `+ ${line.trim()}`),
  ];
  // The same lines in another order are a change as well.
  if (lines.length === 0 && recorded !== built) return ['the order of lines'];
  return lines.length > 30 ? [...lines.slice(0, 30), `and ${lines.length - 30} more`] : lines;
}
