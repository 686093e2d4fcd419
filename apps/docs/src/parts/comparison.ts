import type { SourceRecord } from '@chat-sns/spec';
import { listOperations } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** What each edition of each page states, side by side, computed from the records. */
export function renderComparison(view: View): Html {
  const { comparison } = view.strings.disagreements;
  return html`<h2 id="at-a-glance">${comparison.title}</h2>
${view.blocks(comparison.lead)}
<h3 id="regions">${comparison.regions}</h3>
${renderRegions(view)}
<h3 id="details">${comparison.details}</h3>
${renderDetails(view)}
<h3 id="codes">${comparison.codes}</h3>
${listOperations(view.site.spec.document).map(({ operation }) => renderCodes(view, operation.operationId))}`;
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
      head: recordLink(view, record),
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

function renderDetails(view: View): Html {
  const { comparison } = view.strings.disagreements;
  const records = recordsOf(view).filter(({ operation, request }) => operation && request);
  const rows = records.map((record) => {
    const { frequency, request = {}, query, samples } = record;
    const { ErrorCode, ErrorInfo } = samples?.response ?? {};
    const { DeleteType } = request;
    return {
      head: recordLink(view, record),
      cells: [
        cell(record.edition),
        cell(frequency && String(frequency.calls / frequency.perSeconds)),
        cell(DeleteType && (DeleteType.default ?? comparison.notStated)),
        cell(ErrorCode === 0 && `"${ErrorInfo}"`),
        query === undefined ? cell(undefined) : mark(view, 'contenttype' in query),
      ],
    };
  });
  const names = [comparison.page, ...comparison.detailColumns, html`<code>contenttype</code>`];
  return renderTable(names, rows);
}

function renderCodes(view: View, operation: string): Html {
  const { comparison } = view.strings.disagreements;
  const records = recordsOf(view).filter((record) => record.operation === operation && record.codes);
  const listed = records.map(({ codes = [] }) =>
    codes.map((entry) => (typeof entry === 'number' ? entry : entry.code)),
  );
  const codes = [...new Set(listed.flat())].toSorted((a, b) => a - b);
  const known = new Set(view.site.spec.errors.map(({ code }) => code));
  const rows = codes.map((code) => ({
    head: known.has(code) ? html`<a href="${view.to(`errors/#${code}`)}">${code}</a>` : html`${code}`,
    cells: listed.map((list) => mark(view, list.includes(code))),
  }));
  const columns = records.map(
    (record) =>
      html`<a href="${view.to(`sources/#${record.id}`)}">${record.id.split('.').at(-1)}</a>${record.codesComplete === false && html` (${comparison.part})`}`,
  );
  return html`<h4><a href="${view.to(`operations/${operation}/`)}">${operation}</a></h4>${renderTable([comparison.code, ...columns], rows)}`;
}

/** Pages of the operations in the order of the document, then the others; each from the oldest edition on. */
function recordsOf(view: View): SourceRecord[] {
  const order = listOperations(view.site.spec.document).map(({ operation }) => operation.operationId);
  const rank = ({ operation }: SourceRecord) => (operation ? order.indexOf(operation) : order.length);
  return view.site.spec.sources.records.toSorted(
    (a, b) => rank(a) - rank(b) || a.edition.localeCompare(b.edition),
  );
}

function recordLink(view: View, { id }: SourceRecord): Html {
  return html`<a href="${view.to(`sources/#${id}`)}">${id}</a>`;
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
