import type { CatalogueEntry, Operation } from '@chat-sns/spec';
import type { Target, TargetName } from '../browser/samples/target.ts';
import { listOperations } from '../calls.ts';
import { codeBlock, jsonBlock } from '../highlight.ts';
import { dataBlock, escapeText, Html, html } from '../html.ts';
import { clientInstall, hostsPath } from '../paths.ts';
import { fillSample, listTargets, useDemoNames } from '../targets.ts';
import type { View } from '../view.ts';
import { radio } from './forms.ts';

/**
 * The samples of an operation: a tab for each language, which works without the script, and a choice of the target,
 * which the script shows. Below them the response.
 */
export function renderSamples(view: View, operation: Operation): Html {
  const { samples: words, responseBody } = view.strings.operation;
  const targets = listTargets(view.site.spec.document);
  const samples = operation['x-codeSamples'];
  return html`<fieldset class="tabs targets" hidden><legend>${words.target}</legend>${Object.keys(
    targets,
  ).map((name, index) =>
    radio('target', name, words.targets[name as keyof typeof targets], index === 0),
  )}</fieldset>
<fieldset class="tabs"><legend>${words.language}</legend>${samples.map(({ lang, label }, index) => radio('sample', lang, label, index === 0))}</fieldset>
${renderNote(view, 'service', targets.sandbox.url)}
${samples.map(
  ({ lang, label, source }) =>
    html`<figure data-sample="${lang}"><figcaption>${label}</figcaption>${lang === 'TypeScript' && html`<p class="note">${words.client} ${noteLink(view, clientInstall, words.install)}</p>`}${markValues(codeBlock(fillSample(source, targets.sandbox), lang), targets.sandbox)}</figure>`,
)}
${(['sandbox', 'mock'] as const).map((name) => renderNote(view, name, targets.sandbox.url))}
<figure><figcaption>${responseBody}</figcaption>${jsonBlock(findResponse(view, operation))}</figure>
${dataBlock('targets', targets)}`;
}

/** About a target. That of the service says what to put in, and so stands above the code. */
function renderNote(view: View, name: TargetName, sandbox: string): Html {
  const { notes } = view.strings.operation.samples;
  return html`<p class="note" data-target="${name}"${name !== 'sandbox' && html` hidden`}>${view.inline(notes[name](sandbox))} ${noteLinks(view, name)}</p>`;
}

function noteLinks(view: View, name: TargetName): Html {
  const { operation, calling } = view.strings;
  const { start, signIn } = operation.samples;
  const links: Record<TargetName, [path: string, label: string][]> = {
    sandbox: [['guides/first-call/', start]],
    mock: [['guides/testing/', start]],
    service: [
      [hostsPath, calling.hosts],
      ['guides/sign-in/', signIn],
    ],
  };
  return html`${links[name].map(
    ([path, label], index) => html`${index > 0 && ', '}${noteLink(view, path, label)}`,
  )}`;
}

function noteLink(view: View, path: string, label: string): Html {
  return html`<a href="${view.to(path)}"${view.isForeign(path) && html` hreflang="en"`}>${label}</a>`;
}

/** Marks what the script replaces for another target. */
function markValues({ text }: Html, target: Target): Html {
  const marked = Object.entries(target).reduce(
    (marked, [name, value]) =>
      marked.replaceAll(escapeText(value), `<var data-value="${name}">${escapeText(value)}</var>`),
    text,
  );
  return new Html(marked);
}

/** The response to the request that the samples send. */
function findResponse({ site }: View, { operationId, 'x-codeSamples': samples }: Operation): unknown {
  const { requests, responses } = site.spec.examples[operationId];
  const curl = samples.find(({ lang }) => lang === 'Shell')?.source ?? '';
  const [name = ''] =
    Object.entries(requests).find(([, { value }]) => curl.includes(JSON.stringify(value))) ?? [];
  return JSON.parse(useDemoNames(JSON.stringify(responses[name]?.value)));
}

/** How to get a code from the mock and from the sandbox. A code that no operation returns comes from a fault only. */
export function renderProvocations(view: View, entry: CatalogueEntry): Html {
  const { provoke } = view.strings.catalogue;
  const { document } = view.site.spec;
  const { mock, sandbox } = listTargets(document);
  const calls = listOperations(document).map(({ operation }) => operation);
  const [operation = calls[0]] = calls.filter(({ operationId }) => entry.operations.includes(operationId));
  const curl = operation?.['x-codeSamples'].find(({ lang }) => lang === 'Shell')?.source ?? '';
  const isItem = !entry.levels.includes('request');
  const marked = fillSample(curl, mock).replace(isItem ? '"bob"' : '"alice"', `"mock-${entry.code}"`);
  const fault = { kind: 'code', code: entry.code, ...(isItem && { item: 'bob' }) };
  const queue = `curl ${sandbox.url}/sandbox/faults --data '${JSON.stringify(fault)}'`;
  return html`<h2 id="provoke">${provoke.title}</h2>
${
  entry.operations.length > 0 &&
  html`<figure><figcaption>${provoke.mock}</figcaption>${codeBlock(marked, 'sh')}</figure>`
}
<figure><figcaption>${provoke.sandbox}</figcaption>${codeBlock(`${queue}\n${fillSample(curl, sandbox)}`, 'sh')}</figure>`;
}
