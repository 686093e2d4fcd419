/** Copies a text and says so in the status, which screen readers read aloud. */
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
