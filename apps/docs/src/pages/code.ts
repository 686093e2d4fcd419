import type { CatalogueEntry } from '@chat-sns/spec';
import { listOperations } from '../calls.ts';
import { html } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import type { PageSource } from '../page.ts';
import { renderEntry } from '../parts/codes.ts';
import { renderProvocations } from '../parts/samples.ts';
import { codePath } from '../paths.ts';

/** Everything about one code, on a page of its own that a search for the number finds. */
export function codePage(entry: CatalogueEntry): PageSource {
  const { code, title, meaning, retry } = entry;
  return {
    path: codePath(code),
    render: (view) => {
      const { catalogue, retry: classes } = view.strings;
      const commands = listOperations(view.site.spec.document)
        .filter(({ operation }) => entry.operations.includes(operation.operationId))
        .map(({ path }) => path.split('/').at(-1));
      return {
        title: `${code} ${title}${commands.length > 0 ? `: ${commands.join(', ')}` : ''}`,
        label: `${code} ${title}`,
        description: `${firstSentence(meaning)} ${catalogue.retry}: ${classes[retry].label}.`,
        body: html`<h1>${code} <span class="name">${title}</span></h1>
${renderEntry(view, entry)}
${renderProvocations(view, entry)}`,
      };
    },
  };
}
