import type { SourceRecord } from '@chat-sns/spec';
import { listOperations } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { codePath } from '../paths.ts';
import type { View } from '../view.ts';
import { checkbox } from './forms.ts';

/** What each edition of each page states, side by side, computed from the records. */
export function renderComparison(view: View): Html {
  const { comparison } = view.strings.disagreements;
  return html`<h2 id="at-a-glance">${comparison.title}</h2>
${view.blocks(comparison.lead)}
${listOperations(view.site.spec.document).map(({ operation }) => renderEditions(view, operation.operationId))}
<h3 id="regions">${comparison.regions}</h3>
${renderRegions(view)}`;
}

function renderRegions(view: View): Html {
  const { comparison } = view.strings.disagreements;
  const { servers } = view.site.spec.document;
  const records = recordsOf(view).filter(({ hosts }) => hosts !== undefined);
  const offered = servers.map(({ url, description }): [string, string] => [new URL(url).host, description]);
  const named = records.flatMap(({ hosts = {} }) =>
    Object.entries(hosts).map(([region, host]): [string, string] => [host, region]),
  );
  // The hosts of the contract come first, under its names.
  const regions = new Map([...named, ...offered].toReversed());
  const columns = [...regions].toSorted(
    ([a], [b]) =>
      Number(isIn(offered, b)) - Number(isIn(offered, a)) || indexIn(offered, a) - indexIn(offered, b),
  );
  const rows = records.map((record) => {
    const hosts = Object.values(record.hosts ?? {});
    return {
      head: record.operation
        ? html`${record.operation}: ${recordLink(view, record)}`
        : html`<a href="${view.to(`sources/#${record.id}`)}">${record.id}</a>`,
      cells: columns.map(([host]) => mark(view, hosts.includes(host))),
    };
  });
  const contract = {
    head: html`<strong>${comparison.contract}</strong>`,
    cells: columns.map(([host]) => mark(view, isIn(offered, host))),
  };
  return renderTable([comparison.page, ...columns.map(([, region]) => region)], [...rows, contract]);
}

const indexIn = (pairs: [string, string][], host: string) => pairs.findIndex(([other]) => other === host);
const isIn = (pairs: [string, string][], host: string) => indexIn(pairs, host) !== -1;

/** Every fact of the editions of one page. A script reduces the table to two of them and to what differs. */
function renderEditions(view: View, operation: string): Html {
  const { comparison } = view.strings.disagreements;
  const records = recordsOf(view).filter((record) => record.operation === operation);
  const editions = records.map((record) => ({ record, facts: factsOf(view, record) }));
  const names = new Set(editions.flatMap(({ facts }) => [...facts.keys()]));
  const rows = [...names].toSorted(byPlace).map((name) => ({
    head: nameOf(view, name),
    cells: editions.map(({ record, facts }) => {
      const isRead = facts.has(name) || isWhole(record, name);
      return isRead ? cell(facts.get(name) ?? comparison.notStated) : cell(undefined);
    }),
  }));
  const select = (label: string, chosen: number) =>
    html`<label>${label} <select>${records.map((record, index) => html`<option value="${index + 1}"${index === chosen && html` selected`}>${editionName(view, record)}</option>`)}</select></label>`;
  return html`<section class="editions" id="editions-${operation}">
<h3>${comparison.editions} <a href="${view.to(`operations/${operation}/`)}">${operation}</a></h3>
<form class="filter" hidden data-differences="${comparison.differences}">
${select(comparison.compare, records.length - 2)} ${select(comparison.with, records.length - 1)}
${checkbox('all', comparison.all)} <output></output>
</form>
${renderTable([comparison.fact, ...records.map((record) => recordLink(view, record))], rows)}
</section>`;
}

/** The sections of a record by which its facts are named, in the order of the table. */
const places = ['frequency', 'query', 'request', 'response', 'codes'] as const;

const byPlace = (a: string, b: string) => {
  const rank = (name: string) => places.findIndex((place) => name.startsWith(place));
  const code = (name: string) => (name.startsWith('codes.') ? Number(name.slice(6)) : 0);
  return rank(a) - rank(b) || code(a) - code(b);
};

/** Whether an edition that does not state a fact was read where it would stand. */
function isWhole(record: SourceRecord, name: string): boolean {
  const [place] = name.split('.') as [(typeof places)[number]];
  return place === 'codes' ? record.codes !== undefined && record.codesComplete !== false : place in record;
}

/** What an edition states, in words, by dotted names such as `request.To_Account`. */
function factsOf(view: View, record: SourceRecord): Map<string, string> {
  const { comparison } = view.strings.disagreements;
  const { frequency, query = {}, request = {}, response = {}, codes = [], samples } = record;
  const entries = [
    frequency && [['frequency', String(frequency.calls / frequency.perSeconds)]],
    Object.keys(query).map((name) => [`query.${name}`, comparison.listed]),
    Object.entries(request).map(([name, { required, maxItems, default: fallback }]) => [
      `request.${name}`,
      [
        required === undefined ? comparison.listed : comparison.need[required ? 'required' : 'optional'],
        maxItems && comparison.upTo(maxItems),
        fallback && comparison.byDefault(fallback),
      ]
        .filter(Boolean)
        .join(', '),
    ]),
    Object.keys(response).map((name) => [
      `response.${name}`,
      name === 'ErrorInfo' && samples?.response?.ErrorCode === 0
        ? comparison.onSuccess(samples.response.ErrorInfo ?? '')
        : comparison.listed,
    ]),
    codes.map((entry) => [`codes.${typeof entry === 'number' ? entry : entry.code}`, comparison.listed]),
  ];
  return new Map(entries.flatMap((group) => (group ?? []) as [string, string][]));
}

/** A fact's name for a reader: its place in words, then the wire name. */
function nameOf(view: View, name: string): Html {
  const { places: words } = view.strings.disagreements.comparison;
  const [place = '', ...rest] = name.split('.');
  const wire = rest.join('.');
  const isKnown = view.site.spec.errors.some(({ code }) => String(code) === wire);
  return html`${words[place as keyof typeof words]} ${
    place === 'codes' && isKnown
      ? html`<a href="${view.to(codePath(wire))}">${wire}</a>`
      : wire && html`<code>${wire}</code>`
  }`;
}

/** Language and age of an edition, such as `English, 2023`. */
function editionName(view: View, { page, edition }: SourceRecord): string {
  const isChinese = /\/zh\/|\/cloud\.tencent\.com|\/qcloud-documents/.test(page);
  const language = page.includes('/ko/') ? 'ko' : isChinese ? 'zh' : 'en';
  const name = new Intl.DisplayNames([view.site.language.tag], { type: 'language' }).of(language);
  return `${name}, ${edition.replace(/-.*$/, '')}`;
}

/** Pages of the operations in the order of the document, then the others; each from the oldest edition on. */
function recordsOf(view: View): SourceRecord[] {
  const order = listOperations(view.site.spec.document).map(({ operation }) => operation.operationId);
  const rank = ({ operation }: SourceRecord) => (operation ? order.indexOf(operation) : order.length);
  return view.site.spec.sources.records.toSorted(
    (a, b) => rank(a) - rank(b) || a.edition.localeCompare(b.edition),
  );
}

function recordLink(view: View, record: SourceRecord): Html {
  return html`<a href="${view.to(`sources/#${record.id}`)}">${editionName(view, record)}</a>`;
}

function mark(view: View, isListed: boolean): Html {
  const { listed, notListed } = view.strings.disagreements.comparison;
  return isListed
    ? html`<td class="yes" aria-label="${listed}">✓</td>`
    : html`<td class="no" aria-label="${notListed}">–</td>`;
}

const cell = (text: string | false | undefined) => html`<td>${text}</td>`;

function renderTable(columns: (Html | string)[], rows: { head: Html; cells: Html[] }[]): Html {
  return html`<div class="scroll" tabindex="0"><table class="comparison">
<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${rows.map(({ head, cells }) => html`<tr><th scope="row">${head}</th>${cells}</tr>`)}</tbody>
</table></div>`;
}
