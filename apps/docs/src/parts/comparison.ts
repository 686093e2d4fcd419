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

/** The hosts that the contract offers, with their regions. */
const offeredHosts = (view: View) =>
  view.site.spec.document.servers.map(({ url, description }): [string, string] => [
    new URL(url).host,
    description,
  ]);

/** Every host that is offered or named with its region. The contract's name of a region wins. */
function regionsByHost(view: View): Map<string, string> {
  const named = recordsOf(view).flatMap(({ hosts = {} }) =>
    Object.entries(hosts).map(([region, host]): [string, string] => [host, region]),
  );
  return new Map([...named, ...offeredHosts(view)].toReversed());
}

function renderRegions(view: View): Html {
  const { comparison } = view.strings.disagreements;
  const records = recordsOf(view).filter(({ hosts }) => hosts !== undefined);
  const offered = offeredHosts(view);
  const columns = [...regionsByHost(view)].toSorted(
    ([a], [b]) =>
      Number(isIn(offered, b)) - Number(isIn(offered, a)) || indexIn(offered, a) - indexIn(offered, b),
  );
  const rows = records.map((record) => {
    const hosts = Object.values(record.hosts ?? {});
    return {
      head: record.operation
        ? html`${record.operation}: ${recordLink(view, record)}`
        : // The editions of the overview can be of the same year.
          html`${comparison.overview}: ${recordLink(view, record, record.edition)}`,
      cells: columns.map(([host]) => mark(view, hosts.includes(host))),
    };
  });
  const contract = {
    head: html`<strong>${comparison.contract}</strong>`,
    cells: columns.map(([host]) => mark(view, isIn(offered, host))),
  };
  return renderTable(
    comparison.page,
    columns.map(([, region]) => ({ label: region })),
    [...rows, contract],
  );
}

const indexIn = (pairs: [string, string][], host: string) => pairs.findIndex(([other]) => other === host);
const isIn = (pairs: [string, string][], host: string) => indexIn(pairs, host) !== -1;

/**
 * Every fact of the editions of one page. A script reduces the table to two of them and to what differs; it knows
 * what is not stated or was not read by the classes of the cells.
 */
function renderEditions(view: View, operation: string): Html {
  const { comparison } = view.strings.disagreements;
  const records = recordsOf(view).filter((record) => record.operation === operation);
  const editions = records.map((record) => ({ record, facts: factsOf(view, record) }));
  const names = new Set(editions.flatMap(({ facts }) => [...facts.keys()]));
  const rows = [...names].toSorted(byPlace).map((name) => ({
    head: nameOf(view, name),
    cells: editions.map(({ record, facts }): Cell => {
      const text = facts.get(name);
      if (text !== undefined) return { text };
      return wasRead(record, name)
        ? { kind: 'no', text: comparison.notStated }
        : { kind: 'unread', text: comparison.notRead };
    }),
  }));
  const select = (label: string, chosen: number) =>
    html`<label>${label} <select>${records.map((record, index) => html`<option value="${index + 1}"${index === chosen && html` selected`}>${editionName(view, record)}</option>`)}</select></label>`;
  return html`<section class="editions" id="editions-${operation}">
<h3>${comparison.editions} <a href="${view.to(`operations/${operation}/`)}">${operation}</a></h3>
<form class="filter" hidden>
${select(comparison.compare, records.length - 2)} ${select(comparison.with, records.length - 1)}
${checkbox('all', comparison.all)}
<output data-none="${comparison.differences.none}" data-one="${comparison.differences.one}" data-many="${comparison.differences.many}" data-part="${comparison.partRead}"></output>
</form>
${renderTable(
  comparison.fact,
  records.map((record) => ({ label: editionName(view, record), head: recordLink(view, record) })),
  rows,
)}
</section>`;
}

/** The sections of a record by which its facts are named, in the order of the table. */
const places = ['frequency', 'hosts', 'query', 'request', 'response', 'codes'] as const;

const byPlace = (a: string, b: string) => {
  const rank = (name: string) => places.findIndex((place) => name.startsWith(place));
  const code = (name: string) => (name.startsWith('codes.') ? Number(name.slice(6)) : 0);
  return rank(a) - rank(b) || code(a) - code(b);
};

/** Whether an edition that does not state a fact was read where it would stand. */
function wasRead(record: SourceRecord, name: string): boolean {
  if (record.extent === 'whole') return true;
  const [place] = name.split('.') as [(typeof places)[number]];
  return place === 'codes' ? record.codes !== undefined && record.codesComplete !== false : place in record;
}

/** What an edition states, in words, by dotted names such as `request.To_Account`. */
function factsOf(view: View, record: SourceRecord): Map<string, string> {
  const { comparison } = view.strings.disagreements;
  const { frequency, host, hosts, query = {}, request = {}, response = {}, codes = [], samples } = record;
  const entries = [
    frequency && [['frequency', String(frequency.calls / frequency.perSeconds)]],
    Object.values(hosts ?? (host ? { host } : {})).map((name) => [`hosts.${name}`, comparison.listed]),
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
  const region = place === 'hosts' ? regionsByHost(view).get(wire) : undefined;
  return html`${words[place as keyof typeof words]} ${
    place === 'codes' && isKnown
      ? html`<a href="${view.to(codePath(wire))}">${wire}</a>`
      : wire && html`<code>${wire}</code>`
  }${region && ` (${region})`}`;
}

/** Language and age of an edition, such as `English, 2023`. */
function editionName(view: View, { page, edition }: SourceRecord, age = edition.replace(/-.*$/, '')): string {
  const isChinese = /\/zh\/|\/cloud\.tencent\.com|\/qcloud-documents/.test(page);
  const language = page.includes('/ko/') ? 'ko' : isChinese ? 'zh' : 'en';
  const name = new Intl.DisplayNames([view.site.language.tag], { type: 'language' }).of(language);
  return `${name}, ${age}`;
}

/** Pages of the operations in the order of the document, then the others; each from the oldest edition on. */
function recordsOf(view: View): SourceRecord[] {
  const order = listOperations(view.site.spec.document).map(({ operation }) => operation.operationId);
  const rank = ({ operation }: SourceRecord) => (operation ? order.indexOf(operation) : order.length);
  return view.site.spec.sources.records.toSorted(
    (a, b) => rank(a) - rank(b) || a.edition.localeCompare(b.edition),
  );
}

function recordLink(view: View, record: SourceRecord, age?: string): Html {
  return html`<a href="${view.to(`sources/#${record.id}`)}">${editionName(view, record, age)}</a>`;
}

interface Cell {
  kind?: 'yes' | 'no' | 'unread';
  text: string;
  /** What a sign says. */
  says?: string;
}

function mark(view: View, isListed: boolean): Cell {
  const { listed, notListed } = view.strings.disagreements.comparison;
  return isListed ? { kind: 'yes', text: '✓', says: listed } : { kind: 'no', text: '–', says: notListed };
}

function renderTable(
  first: string,
  columns: { label: string; head?: Html }[],
  rows: { head: Html; cells: Cell[] }[],
): Html {
  return html`<div class="scroll compared" tabindex="0"><table class="comparison">
<thead><tr><th scope="col">${first}</th>${columns.map(({ label, head }) => html`<th scope="col">${head ?? label}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ head, cells }) =>
      html`<tr><th scope="row">${head}</th>${cells.map(
        ({ kind, text, says }, index) =>
          html`<td data-label="${columns[index]?.label}"${kind && html` class="${kind}"`}${says && html` aria-label="${says}"`}>${text}</td>`,
      )}</tr>`,
  )}</tbody>
</table></div>`;
}
