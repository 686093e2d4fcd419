import { policyFor } from './csp.ts';
import { type Html, html } from './html.ts';
import type { PageContent } from './page.ts';
import { alternateLinks, machineNotice, renderLanguageSwitch } from './parts/language-switch.ts';
import { changelogPath } from './paths.ts';
import type { Tree } from './site-map.ts';
import type { View } from './view.ts';

/** A whole page: the content between the site's header and footer. */
export function renderLayout(view: View, tree: Tree, path: string, page: PageContent): Html {
  const { strings, site } = view;
  const title = path === '' ? page.title : `${page.title} · ${strings.site.name}`;
  return html`<!doctype html>
<html lang="${site.language.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(path)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<meta name="description" content="${page.description}">
<link rel="icon" href="${assetLink(view, 'icon.svg')}">
<link rel="stylesheet" href="${assetLink(view, 'site.css')}">
${alternateLinks(view, path)}
<script type="module" src="${assetLink(view, 'language-switch.js')}"></script>
${page.script && html`<script type="module" src="${assetLink(view, page.script)}"></script>`}
${page.body.text.includes('<pre') && renderCopyScript(view)}
</head>
<body>
<a class="skip" href="#content">${strings.site.skip}</a>
${renderHeader(view, path)}
<main id="content">
${machineNotice(view, path)}
${page.body}
${renderNext(view, tree, path)}
</main>
<footer class="site-footer">
<p>${strings.site.unofficial}</p>
<p>${strings.site.version(site.spec.document.info.version)} <a href="${view.to(changelogPath)}"${view.isForeign(changelogPath) && html` lang="en" hreflang="en"`}>${strings.changelog.title}</a></p>
</footer>
</body>
</html>
`;
}

/** The guide that comes next. */
function renderNext(view: View, { places }: Tree, path: string): Html | undefined {
  const { section, next } = places.get(path) ?? {};
  if (section?.name !== 'guides' || !next?.path.startsWith('guides/')) return undefined;
  return html`<p class="next-guide">${view.strings.guides.next} <a href="${view.to(next.path)}">${next.title}</a></p>`;
}

/** The last script, because the catalogue's filter must not search the names of its buttons. */
function renderCopyScript(view: View): Html {
  const { copy, copyCode, copied, copyFailed } = view.strings.site;
  return html`<script type="module" src="${assetLink(view, 'copy-buttons.js')}" data-copy="${copy}" data-copy-code="${copyCode}" data-copied="${copied}" data-copy-failed="${copyFailed}"></script>`;
}

/** The bar with the site's name and its sections. The reference has it too. */
export function renderHeader(view: View, path: string): Html {
  const { strings } = view;
  const sections = Object.entries(strings.nav).map(
    ([section, label]) =>
      html`<a href="${view.to(section)}"${view.isForeign(section) && html` lang="en" hreflang="en"`}${path.startsWith(section) && html` aria-current="${path === section ? 'page' : 'true'}"`}>${label}</a>`,
  );
  return html`<header class="site-header">
<a class="brand" href="${view.to('')}">${strings.site.name}</a>
<nav aria-label="${strings.site.nav}">${sections}</nav>
${renderLanguageSwitch(view, path)}
</header>`;
}

export function assetLink(view: View, name: string): string {
  const path = view.site.assets.get(name);
  if (path === undefined) throw new Error(`No asset is named "${name}". Add it in src/assets.ts.`);
  return view.file(path);
}
