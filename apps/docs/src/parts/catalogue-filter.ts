import { listOperations } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

/** The form above the catalogue. Hidden until its script runs, because it does nothing without. */
export function renderFilter(view: View): Html {
  const { catalogue, retry } = view.strings;
  const operations = listOperations(view.site.spec.document).map(({ operation }) => operation.operationId);
  return html`<form id="filter" class="filter" role="search" hidden>
<label>${catalogue.search} <input type="search" name="q" placeholder="31704" autocomplete="off"></label>
<label>${catalogue.answeredBy} <select name="operation"><option value="">${catalogue.any}</option>${operations.map((id) => html`<option>${id}</option>`)}</select></label>
<label>${catalogue.retry} <select name="retry"><option value="">${catalogue.any}</option>${Object.entries(
    retry,
  ).map(([name, { label }]) => html`<option value="${name}">${label}</option>`)}</select></label>
<output data-one="${catalogue.shown.one}" data-many="${catalogue.shown.many}" data-none="${catalogue.shown.none}"></output>
</form>`;
}
