import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** Links to the same page in every language. A script adds the anchor and the search, see browser/language-switch.ts. */
export function renderLanguageSwitch(view: View, path: string): Html | undefined {
  const { language, languages } = view.site;
  if (languages.length < 2) return undefined;
  const links = languages.map(({ tag, strings }) => {
    const current = tag === language.tag && html` aria-current="true"`;
    return html`<a href="${view.inLanguage(tag, path)}" lang="${tag}" hreflang="${tag}"${current}>${strings.languages.name}</a>`;
  });
  const { label, machine } = view.strings.languages;
  return html`<nav class="languages" aria-label="${label}">${machine && html`<span class="machine">${machine.short}</span> `}${links}</nav>`;
}

/** The same for search engines. */
export function alternateLinks(view: View, path: string): Html | undefined {
  const { languages, englishOnly } = view.site;
  if (languages.length < 2 || englishOnly.has(path)) return undefined;
  return html`${languages.map(({ tag }) => html`<link rel="alternate" hreflang="${tag}" href="${view.inLanguage(tag, path)}">\n`)}<link rel="alternate" hreflang="x-default" href="${view.inLanguage('en', path)}">`;
}

/** Says on every page that a machine translated it, with a link to the original. */
export function machineNotice(view: View, path: string): Html | undefined {
  const { machine } = view.strings.languages;
  if (machine === undefined) return undefined;
  return html`<p class="notice machine-notice">${view.inline(machine.notice)} <a class="original" href="${view.inLanguage('en', path)}" hreflang="en">${machine.original}</a></p>`;
}
