import type { CatalogueEntry, Family } from '@chat-sns/spec';
import { listOperations } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { catalogueTable } from '../parts/codes.ts';
import { type Filter, labelsOf, renderFilter } from '../parts/forms.ts';
import type { View } from '../view.ts';

/** Every code in a line with its anchor: the codes in use by family, then those that are kept as an explanation. */
export function cataloguePage(codes: readonly PageSource[]): PageSource {
  return {
    path: 'errors/',
    below: codes,
    render: (view) => {
      const { catalogue } = view.strings;
      const { errors } = view.site.spec;
      const inUse = errors.filter((entry) => entry.operations.length > 0);
      const kept = errors.filter((entry) => entry.operations.length === 0);
      return {
        title: catalogue.title,
        description: catalogue.description(errors.length),
        script: 'catalogue-filter.js',
        body: html`<h1>${catalogue.title}</h1>
${view.blocks(catalogue.lead)}
${renderFilter(view, filterOf(view))}
${renderGroups(view, inUse, 'codes', (family) => view.strings.family[family])}
${renderGroups(view, kept, 'kept', (family) => catalogue.kept(view.strings.family[family]))}`,
      };
    },
  };
}

function filterOf({ site, strings }: View): Filter {
  const { catalogue, retry } = strings;
  const operations = listOperations(site.spec.document).map(({ operation }) => operation.operationId);
  return {
    entries: 'tr.code',
    placeholder: '31704',
    shown: catalogue.shown,
    choices: [
      { name: 'operation', label: catalogue.returnedBy, options: operations.map((id) => [id, id]) },
      { name: 'retry', label: catalogue.retry, options: labelsOf(retry) },
    ],
  };
}

function renderGroups(
  view: View,
  entries: readonly CatalogueEntry[],
  anchor: string,
  title: (family: Family) => string,
): Html {
  const groups = Map.groupBy(entries, (entry) => entry.family);
  return html`${[...groups].map(
    ([family, members]) =>
      html`<section class="group room"><h2 id="${anchor}-${family}">${title(family)}</h2>${catalogueTable(view, members)}</section>`,
  )}`;
}
