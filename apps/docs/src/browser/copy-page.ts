import { copyText, element } from './dom.ts';

/** Shows the button that copies the page as Markdown. */
export function enhanceCopy(): void {
  const button = document.querySelector<HTMLButtonElement>('.copy-page button');
  const link = document.querySelector<HTMLAnchorElement>('.copy-page a');
  if (!button || !link) return;
  const { copied = '', copyFailed = '' } = button.dataset;
  const status = element('span', { role: 'status' });
  button.before(status);
  button.hidden = false;
  button.addEventListener('click', async () => {
    const response = await fetch(link.href).catch(() => undefined);
    const text = response?.ok ? withWholeLinks(await response.text(), link.href) : undefined;
    if (text === undefined) location.href = link.href;
    else await copyText(text, status, { copied, copyFailed });
  });
}

/** Relative links lead nowhere once the text is somewhere else. */
function withWholeLinks(text: string, base: string): string {
  return text.replace(/\]\(([^)\s]+)\)/g, (_, href: string) => `](${new URL(href, base).href})`);
}
