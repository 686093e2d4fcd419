import type { CatalogueEntry, Family, OperationId } from '@chat-sns/spec';
import { jsonBlock } from '../highlight.ts';
import { type Html, html, type Renderable } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import { codePath } from '../paths.ts';
import type { SpecInput } from '../spec-input.ts';
import type { View } from '../view.ts';
import { foldedSources, retryBadge, statusBadge } from './claims.ts';

/** Everything that is known about one code. */
export function renderEntry(view: View, entry: CatalogueEntry): Html {
  const { catalogue, retry } = view.strings;
  return html`<p class="badges">${retryBadge(view, entry.retry)} ${statusBadge(view, entry.status)}</p>
${view.blocks(entry.meaning)}
<p><strong>${catalogue.action}</strong> ${view.inline(entry.action)}</p>
<p><strong>${catalogue.retry}.</strong> ${retry[entry.retry].label}. ${retry[entry.retry].meaning}</p>
${entry.changed && html`<p class="changed"><strong>${catalogue.changed}</strong> ${view.inline(entry.changed)}</p>`}
<dl class="facts-list">${factsOf(view, entry).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${foldedSources(view, [...entry.sources, ...(entry.discoveries ?? []), ...entry.carriedOut.discoveries])}
${renderExample(view, entry)}`;
}

/** Codes with what to do about a retry. The anchor of each is its number. */
export function catalogueTable(view: View, entries: readonly CatalogueEntry[]): Html {
  const [code, meaning, , advice] = view.strings.operation.codeColumns;
  return html`<table class="codes">
<thead><tr>${[code, meaning, advice].map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${entries.map(
    (
      entry,
    ) => html`<tr class="code" id="${entry.code}" data-operation="${entry.operations.join(' ')}" data-retry="${entry.retry}">
${codeCell(view, entry)}
<td>${view.inline(firstSentence(entry.meaning))}${entry.info?.text && html` <code class="wire" lang="en">${entry.info.text}</code>`}</td>
<td>${retryBadge(view, entry.retry)}</td>
</tr>`,
  )}</tbody>
</table>`;
}

function codeCell(view: View, { code, title }: CatalogueEntry): Html {
  return html`<th scope="row"><a href="${view.to(codePath(code))}">${code}</a><br><span class="name">${title}</span></th>`;
}

function factsOf(view: View, entry: CatalogueEntry): [string, Renderable][] {
  const { catalogue, level, status } = view.strings;
  const facts: [string, Renderable][] = [
    [
      catalogue.level,
      html`${entry.levels.map((name) => level[name]).join(', ')} ${statusBadge(view, entry.levelStatus)}`,
    ],
    [
      catalogue.carriedOut,
      html`${catalogue.carriedOutValue[entry.carriedOut.value]} ${statusBadge(view, entry.carriedOut.status)}`,
    ],
    [catalogue.returnedBy, returnedBy(view, entry)],
    [catalogue.knownFrom, `${status[entry.status].label}: ${status[entry.status].meaning}`],
  ];
  if (entry.info) {
    facts.push([
      catalogue.wireText,
      html`<code>${entry.info.text}</code> ${statusBadge(view, entry.info.status)}`,
    ]);
  }
  return facts;
}

function returnedBy(view: View, entry: CatalogueEntry): Renderable {
  if (entry.operations.length === 0) return view.strings.catalogue.explains(entry.explains ?? '');
  return entry.operations.map(
    (id, index) => html`${index > 0 && ', '}<a href="${view.to(`operations/${id}/`)}">${id}</a>`,
  );
}

function renderExample(view: View, entry: CatalogueEntry): Html | undefined {
  const example = findExample(view.site.spec, entry);
  if (example === undefined) return undefined;
  return html`<figure><figcaption>${view.strings.catalogue.example(example.operationId)}</figcaption>${jsonBlock(example.value)}</figure>`;
}

interface CodeExample {
  operationId: string;
  value: unknown;
}

/** The first example response with the code, hand-written ones before synthesised ones. */
function findExample(spec: SpecInput, entry: CatalogueEntry): CodeExample | undefined {
  const responses = entry.operations.flatMap((operationId) =>
    Object.values(spec.examples[operationId]?.responses ?? {}).map((example) => ({
      operationId,
      ...example,
    })),
  );
  const carriers = responses.filter(({ value }) => carries(value, entry.code));
  return carriers.find((response) => response.synthesised !== true) ?? carriers[0];
}

function carries(response: Record<string, unknown>, code: number): boolean {
  const items: { ResultCode?: unknown }[] = Object.values(response).filter(Array.isArray).flat();
  return response.ErrorCode === code || items.some((item) => item.ResultCode === code);
}

const families: Family[] = ['relationship', 'gateway', 'auth', 'account'];

/**
 * The codes that an operation can return: its own service's open, the common ones folded by family. Where a response has
 * a result for each account, a column says at which level each code stands and how sure that is.
 */
export function codeTables(view: View, operationId: OperationId, withLevels: boolean): Html {
  const [code, meaning, level, advice] = view.strings.operation.codeColumns;
  const columns = [code, meaning, ...(withLevels ? [level] : []), advice];
  const entries = view.site.spec.errors.filter((entry) => entry.operations.includes(operationId));
  return html`${families.map((family) => {
    const members = entries.filter((entry) => entry.family === family);
    return (
      members.length > 0 &&
      html`<details class="family"${family === families[0] && html` open`}>
<summary>${view.strings.family[family]} <span class="count">${view.strings.operation.codes(members.length)}</span></summary>
<div class="room"><table class="codes">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${members.map((entry) => renderRow(view, entry, withLevels))}</tbody>
</table></div>
</details>`
    );
  })}`;
}

function renderRow(view: View, entry: CatalogueEntry, withLevel: boolean): Html {
  const { strings } = view;
  const levels = entry.levels.map((level) => strings.levelShort[level]).join(', ');
  return html`<tr>
${codeCell(view, entry)}
<td>${view.inline(firstSentence(entry.meaning))}</td>
${withLevel && html`<td data-label="${strings.catalogue.level}">${levels} ${statusBadge(view, entry.levelStatus)}</td>`}
<td>${retryBadge(view, entry.retry)}</td>
</tr>`;
}
