import { type Operation, operations } from '@chat-sns/spec';
import type { Call } from '../calls.ts';
import type { Guide } from '../guides.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { callAddress } from '../parts/cards.ts';
import { statusBadge } from '../parts/claims.ts';
import { codeTables } from '../parts/codes.ts';
import { renderExamples, renderRequest, renderResponses } from '../parts/messages.ts';
import { renderSamples } from '../parts/samples.ts';
import { renderLimits } from '../parts/schema.ts';
import { workflowLinks } from '../parts/workflows.ts';
import { callPath, guidePath, hostsPath } from '../paths.ts';
import { inEnglish, type View } from '../view.ts';

/** A page with everything about one operation or webhook. */
export function callPage(call: Call, guides: readonly Guide[]): PageSource {
  const { operation } = call;
  return {
    path: callPath(call),
    render: (view) => {
      const { operation: words, calling } = view.strings;
      const about = guides.filter(({ calls }) => calls.includes(operation.operationId));
      const text = html`${renderSections(sectionsOf(view, call, about))}`;
      const head = html`<h1>${operation.summary}</h1>
${callAddress(view, call)}
${renderDescription(view, operation.description)}
${renderFacts(view, call)}`;
      const page = {
        title: operation.summary,
        description: `${call.kind === 'operation' ? `POST ${call.path} (${operation.operationId})` : call.path}: ${operation.summary}. Tencent Cloud Chat (IM) REST API.`,
      };
      // Beside the names of operations, that of a webhook would read as news.
      const label = `${calling.webhook}: ${operation.summary.charAt(0).toLowerCase()}${operation.summary.slice(1)}`;
      if (call.kind === 'webhook') return { ...page, label, body: html`${head}${text}` };
      return {
        ...page,
        wide: true,
        script: 'samples.js',
        body: html`<div class="call">
<div class="call-head">${head}</div>
<section class="samples" id="samples"><h2>${words.sections.samples}</h2>${renderSamples(view, call.operation)}</section>
<div class="call-text">${text}</div>
</div>`,
      };
    },
  };
}

/** The first sentence leads, and the one that warns stands out. */
function renderDescription(view: View, description: string): Html {
  const [lead = '', ...sentences] = description.split(/(?<=\.)\s+/);
  const isWarning = (sentence: string) => sentence.includes(view.strings.operation.irreversible);
  const rest = sentences.filter((sentence) => !isWarning(sentence));
  const warning = sentences.filter(isWarning);
  return html`<p class="lead">${view.inline(lead)}</p>
${warning.length > 0 && html`<p class="notice">${view.inline(warning.join(' '))}</p>`}
${view.blocks(rest.join(' '))}`;
}

interface Section {
  id: string;
  title: string;
  body: Html;
}

function sectionsOf(view: View, call: Call, guides: readonly Guide[]): Section[] {
  const { operation } = call;
  const { sections } = view.strings.operation;
  const related = operation['x-related'] ?? [];
  const limits = renderLimits(view, operation);
  const candidates: (Section | false)[] = [
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
    guides.length > 0 && { id: 'guides', title: sections.guides, body: renderGuides(view, guides) },
    related.length > 0 && { id: 'related', title: sections.related, body: renderRelated(view, related) },
  ];
  return candidates.filter((section) => section !== false);
}

function renderSections(sections: readonly Section[]): Html {
  return html`${sections.map(({ id, title, body }) => html`<section id="${id}"><h2>${title}</h2>${body}</section>`)}`;
}

/** What the page leads to, by what a reader wants to do. */
function renderFacts(view: View, call: Call): Html {
  const { kind, operation } = call;
  const { operation: words, calling, explorer } = view.strings;
  const { operationId, externalDocs } = operation;
  const webhook = operation['x-webhook'];
  const link = (path: string, label: string) =>
    html`<a href="${view.to(path)}"${inEnglish(view, path.replace(/[?#].*$/, ''))}>${label}</a>`;
  const facts: [string, Html[]][] = [[words.id, [html`<code>${operationId}</code>`]]];
  if (kind === 'operation') {
    const tool = html`<a href="${operation['x-debugging-tool']}">${words.debuggingTool}</a> ${statusBadge(view, operation['x-keyword-status']?.['x-debugging-tool'])}`;
    const fires = webhook ? link(`webhooks/${webhook}/`, words.firesWebhook) : html`${words.firesNone}`;
    facts.push([words.sendIt, [link(`explorer/?operation=${operationId}`, explorer.tryIt), tool]]);
    facts.push([calling.webhook, [fires]]);
  }
  facts.push([
    words.readOn,
    [
      html`<a href="${externalDocs.url}">${externalDocs.description}</a>`,
      link(`reference/#operation/${operationId}`, words.inRedoc),
      ...(kind === 'operation' ? [link(hostsPath, calling.hosts)] : []),
      ...workflowLinks(view, operationId),
    ],
  ]);
  return html`<dl class="facts-list">${facts.map(
    ([name, values]) =>
      html`<div><dt>${name}</dt><dd><ul class="facts">${values.map((value) => html`<li>${value}</li>\n`)}</ul></dd></div>\n`,
  )}</dl>`;
}

function renderGuides(view: View, guides: readonly Guide[]): Html {
  return html`<ul>${guides.map((guide) => {
    const path = guidePath(guide);
    return html`<li><a href="${view.to(path)}"${inEnglish(view, path)}>${guide.title}</a></li>`;
  })}</ul>`;
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
