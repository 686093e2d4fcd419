import { type Operation, operations } from '@chat-sns/spec';
import type { Call } from '../calls.ts';
import { codeBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { callAddress } from '../parts/cards.ts';
import { statusBadge } from '../parts/claims.ts';
import { codeTables } from '../parts/codes.ts';
import { renderExamples, renderRequest, renderResponses } from '../parts/messages.ts';
import { renderLimits } from '../parts/schema.ts';
import { workflowLinks } from '../parts/workflows.ts';
import { callPath, hostsPath } from '../paths.ts';
import { inEnglish, type View } from '../view.ts';

/** A page with everything about one operation or webhook. */
export function callPage(call: Call): PageSource {
  const { operation } = call;
  return {
    path: callPath(call),
    render: (view) => ({
      title: operation.summary,
      description: `${operation.operationId}: ${operation.summary}.`,
      body: html`<h1>${operation.summary}</h1>
${renderAddress(view, call)}
${view.blocks(operation.description)}
${renderSections(sectionsOf(view, call))}`,
    }),
  };
}

interface Section {
  id: string;
  title: string;
  body: Html;
}

function sectionsOf(view: View, call: Call): Section[] {
  const { operation } = call;
  const { sections } = view.strings.operation;
  const samples = operation['x-codeSamples'] ?? [];
  const related = operation['x-related'] ?? [];
  const limits = renderLimits(view, operation);
  const candidates: (Section | false)[] = [
    samples.length > 0 && { id: 'samples', title: sections.samples, body: renderSamples(view, operation) },
    { id: 'request', title: sections.request, body: renderRequest(view, call) },
    { id: 'response', title: sections.response, body: renderResponses(view, operation) },
    limits !== undefined && { id: 'limits', title: sections.limits, body: limits },
    call.kind === 'operation' && {
      id: 'codes',
      title: sections.codes,
      body: renderCodes(view, call.operation),
    },
    {
      id: 'examples',
      title: sections.examples,
      body: renderExamples(view, operation.requestBody, operation.responses[200]),
    },
    related.length > 0 && { id: 'related', title: sections.related, body: renderRelated(view, related) },
  ];
  return candidates.filter((section) => section !== false);
}

function renderSections(sections: readonly Section[]): Html {
  return html`${sections.map(({ id, title, body }) => html`<section id="${id}"><h2>${title}</h2>${body}</section>`)}`;
}

function renderAddress(view: View, call: Call): Html {
  const { kind, operation } = call;
  const { strings } = view;
  const webhook = operation['x-webhook'];
  return html`${callAddress(view, call)}
<ul class="facts">
<li><code>${operation.operationId}</code></li>
<li><a href="${operation.externalDocs.url}">${operation.externalDocs.description}</a></li>
<li><a href="${view.to(`reference/#operation/${operation.operationId}`)}">${strings.operation.inRedoc}</a></li>
${
  kind === 'operation' &&
  html`<li><a href="${view.to(`explorer/?operation=${operation.operationId}`)}"${inEnglish(view, 'explorer/')}>${strings.explorer.tryIt}</a></li>
<li><a href="${operation['x-debugging-tool']}">${strings.operation.debuggingTool}</a> ${statusBadge(view, operation['x-keyword-status']?.['x-debugging-tool'])}</li>
<li>${webhook ? html`<a href="${view.to(`webhooks/${webhook}/`)}">${strings.operation.firesWebhook}</a>` : strings.operation.firesNone}</li>
<li><a href="${view.to(hostsPath)}">${strings.calling.hosts}</a></li>
${workflowLinks(view, operation.operationId)}`
}
</ul>`;
}

function renderSamples(view: View, operation: Call['operation']): Html {
  const { 'x-codeSamples': samples = [], 'x-sample-url': address = '' } = operation;
  return html`${samples.map(({ lang, label, source }) => html`<figure><figcaption>${label}</figcaption>${codeBlock(source, lang)}</figure>`)}
<figure><figcaption>${view.strings.operation.sampleUrl}</figcaption><pre tabindex="0"><code>POST ${address}</code></pre></figure>`;
}

function renderCodes(view: View, operation: Operation): Html {
  const { codesIntro, codesIntroWithItems, publicCodes } = view.strings.operation;
  const withItems = operations[operation.operationId].items !== null;
  const { minimum, maximum, externalDocs } = view.site.spec.document['x-public-codes'];
  return html`${view.blocks(withItems ? codesIntroWithItems : codesIntro)}
<p>${publicCodes(minimum, maximum)} <a href="${externalDocs.url}">${externalDocs.description}</a></p>
${codeTables(view, operation.operationId, withItems)}`;
}

function renderRelated(view: View, related: Operation['x-related']): Html {
  return html`<ul>${related.map(
    ({ path, title, url, 'x-keyword-status': marks }) =>
      html`<li><a href="${url}">${title}</a> <code>${path}</code> ${statusBadge(view, marks?.path)}</li>`,
  )}</ul>`;
}
