/** One exact change of someone else's text: of a string in one place, or of a pattern wherever it matches. */
export type Edit = readonly [find: string | RegExp, write: string | ((...groups: string[]) => string)];

/** @throws when a string is missing or ambiguous, so that a new version of the tool stops the build. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce((changed, [find, write]) => {
    const places = typeof find === 'string' ? changed.split(find).length - 1 : 1;
    if (places > 1)
      throw new Error(
        `redocly build-docs now writes in ${places} places: ${find}. Adapt src/reference to it.`,
      );
    let found = false;
    const edited = changed.replace(find, (_, ...groups: string[]) => {
      found = true;
      return typeof write === 'string' ? write : write(...groups);
    });
    if (!found) throw new Error(`redocly build-docs no longer writes ${find}. Adapt src/reference to it.`);
    return edited;
  }, text);
}
