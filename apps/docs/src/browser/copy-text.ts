/** Copies a text and says so in the status, where screen readers hear it too. */
export async function copyText(
  text: string,
  status: HTMLElement,
  words: { copied: string; copyFailed: string },
): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    status.textContent = words.copied;
  } catch {
    status.textContent = words.copyFailed;
  }
}
