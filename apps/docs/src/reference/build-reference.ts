import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AssetFolder } from '../assets.ts';
import { listCalls } from '../calls.ts';
import { policyFor } from '../csp.ts';
import { renderTopBar } from '../frame.ts';
import { dataBlock, type Html, html } from '../html.ts';
import { assetLink, titleOf } from '../layout.ts';
import { renderHead as renderDescription } from '../machines/site-address.ts';
import { callPath, referencePath } from '../paths.ts';
import type { Tree } from '../site-map.ts';
import type { View } from '../view.ts';
import { describeForRedoc } from './describe-for-redoc.ts';
import { applyEdits, localiseStandalone, takeApart } from './localise.ts';
import { renderReference, standaloneScript } from './run-redocly.ts';

/** Redoc stores its layout in a cookie; this site sets none. */
const withoutCookies = "Object.defineProperty(document,'cookie',{get:()=>'',set(){}});\n";

/** The Redoc page with all that it loads beside it. */
export async function buildReference(view: View, tree: Tree, folder: AssetFolder): Promise<string> {
  const title = titleOf(view, view.strings.redoc.title);
  const parts = takeApart(await renderReference(describeForRedoc(view), title));
  const logo = await readFile(new URL('../styles/redocly.svg', import.meta.url), 'utf8');
  const script = localiseStandalone(await readFile(standaloneScript, 'utf8'), logo);
  const standalone = await folder.add('redoc.js', script);
  // It contains the document, so each language has its own.
  const start = `reference-${view.site.language.tag}.js`;
  await folder.add(
    start,
    parts.start.replace('{{redoc}}', () => `./${basename(standalone)}`),
  );
  await folder.add('colour-mode.js', withoutCookies + parts.colourMode);
  const charset = '<meta charset="utf-8">';
  return applyEdits(parts.markup, [
    [/<html[^>]*>/, `<html lang="${view.site.language.tag}">`],
    [/<meta charset[^>]*>/, `${charset}\n${renderHead(view).text}`],
    [/<body>/, `<body>\n${renderTop(view, tree).text}`],
    [/{{redoc}}/, assetLink(view, 'redoc.js')],
    [/{{start}}/, assetLink(view, start)],
  ]);
}

function renderHead(view: View): Html {
  return html`<meta http-equiv="Content-Security-Policy" content="${policyFor(referencePath)}">
<meta name="referrer" content="no-referrer">
${renderDescription(view, referencePath, view.strings.redoc)}
<link rel="icon" href="${assetLink(view, 'icon.svg')}">
<link rel="stylesheet" href="${assetLink(view, 'reference.css')}">
<script src="${assetLink(view, 'colour-mode.js')}"></script>
<script type="module" src="${assetLink(view, 'frame.js')}"></script>
<script type="module" src="${assetLink(view, 'reference.js')}"></script>`;
}

function renderTop(view: View, tree: Tree): Html {
  const { redoc, site } = view.strings;
  return html`<a class="skip" href="#content">${site.skip}</a>
${renderTopBar(view, tree, referencePath)}
${dataBlock('redoc-labels', redoc.labels)}
<noscript><main id="content" class="no-script">${renderWithoutScript(view)}</main></noscript>`;
}

/** What stands for Redoc where it does not run: the calls, each with its own page. */
export function renderWithoutScript(view: View): Html {
  const { redoc } = view.strings;
  const calls = listCalls(view.site.spec.document).map(
    (call) =>
      html`<li><a href="${view.to(callPath(call))}">${call.operation.summary}</a>${call.kind === 'operation' && html` <code>POST ${call.path}</code>`}</li>`,
  );
  return html`<h1>${redoc.title}</h1>
<p>${redoc.noScript}</p>
<ul>${calls}<li><a href="${view.to('errors/')}">${redoc.catalogue}</a></li></ul>`;
}
