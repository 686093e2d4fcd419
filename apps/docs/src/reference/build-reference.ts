import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AssetFolder } from '../assets.ts';
import { listCalls } from '../calls.ts';
import { policyFor } from '../csp.ts';
import { dataBlock, type Html, html } from '../html.ts';
import { assetLink, renderHeader } from '../layout.ts';
import { alternateLinks } from '../parts/language-switch.ts';
import { callPath, referencePath } from '../paths.ts';
import type { View } from '../view.ts';
import { describeForRedoc } from './describe-for-redoc.ts';
import { applyEdits } from './edit.ts';
import { localiseStandalone, takeApart } from './localise.ts';
import { wordEdits } from './name-words.ts';
import { markupEdits, scriptRepairs } from './repair-redoc.ts';
import { renderReference, standaloneScript } from './run-redocly.ts';

/** Redoc stores its layout in a cookie; this site sets none. */
const withoutCookies = "Object.defineProperty(document,'cookie',{get:()=>'',set(){}});\n";

/** The Redoc page with all that it loads beside it. */
export async function buildReference(view: View, folder: AssetFolder): Promise<string> {
  const { redoc, redocWords } = view.strings;
  const parts = takeApart(
    await renderReference(describeForRedoc(view), `${redoc.title} · ${view.strings.site.name}`),
  );
  const logo = await folder.add(
    'redocly.svg',
    await readFile(new URL('../styles/redocly.svg', import.meta.url), 'utf8'),
  );
  const script = applyEdits(localiseStandalone(await readFile(standaloneScript, 'utf8'), basename(logo)), [
    ...wordEdits,
    ...scriptRepairs,
  ]);
  const standalone = await folder.add('redoc.js', script);
  // It contains the document, so each language has its own.
  const start = `reference-${view.site.language.tag}.js`;
  await folder.add(
    start,
    parts.start.replace('{{redoc}}', () => `./${basename(standalone)}`),
  );
  await folder.add('colour-mode.js', withoutCookies + parts.colourMode);
  return applyEdits(parts.markup, markupEdits(redocWords))
    .replace('<html lang="en">', () => `<html lang="${view.site.language.tag}">`)
    .replace(/<meta charset="utf8" \/>/, (charset) => `${charset}\n${renderHead(view).text}`)
    .replace('<body>', (body) => `${body}\n${renderTop(view).text}`)
    .replace('{{redoc}}', () => assetLink(view, 'redoc.js'))
    .replace('{{start}}', () => assetLink(view, start));
}

function renderHead(view: View): Html {
  return html`<meta http-equiv="Content-Security-Policy" content="${policyFor(referencePath)}">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${view.strings.redoc.description}">
<link rel="icon" href="${assetLink(view, 'icon.svg')}">
<link rel="stylesheet" href="${assetLink(view, 'reference.css')}">
${alternateLinks(view, referencePath)}
<script src="${assetLink(view, 'colour-mode.js')}"></script>
<script type="module" src="${assetLink(view, 'language-switch.js')}"></script>
<script type="module" src="${assetLink(view, 'reference.js')}"></script>`;
}

function renderTop(view: View): Html {
  const calls = listCalls(view.site.spec.document).map(
    (call) =>
      html`<li><a href="${view.to(callPath(call))}">${call.operation.summary}</a>${call.kind === 'operation' && html` <code>POST ${call.path}</code>`}</li>`,
  );
  const { redoc, redocWords, site } = view.strings;
  return html`<a class="skip" href="#content">${site.skip}</a>
${renderHeader(view, referencePath)}
${dataBlock('redoc-words', redocWords)}
<noscript><main id="content" class="no-script"><h1>${redoc.title}</h1>
<p>${redoc.noScript}</p>
<ul>${calls}<li><a href="${view.to('errors/')}">${redoc.catalogue}</a></li></ul></main></noscript>`;
}
