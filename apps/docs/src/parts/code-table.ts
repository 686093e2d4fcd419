import type { CatalogueEntry, Family, OperationId } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import type { View } from '../view.ts';
import { retryBadge } from './badges.ts';

const families: Family[] = ['relationship', 'gateway', 'auth', 'account'];

/** The codes that an operation can return: its own service's open, the common ones folded by family. */
export function codeTables(view: View, operationId: OperationId): Html {
  const entries = view.site.spec.errors.filter((entry) => entry.operations.includes(operationId));
  return html`${families.map((family) => {
    const members = entries.filter((entry) => entry.family === family);
    return (
      members.length > 0 &&
      html`<details class="family"${family === families[0] && html` open`}>
<summary>${view.strings.family[family]} <span class="count">${view.strings.operation.codes(members.length)}</span></summary>
<div class="scroll"><table class="codes">
<thead><tr>${view.strings.operation.codeColumns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
<tbody>${members.map((entry) => renderRow(view, entry))}</tbody>
</table></div>
</details>`
    );
  })}`;
}

function renderRow(view: View, entry: CatalogueEntry): Html {
  const { strings } = view;
  const levels = entry.levels.map((level) => strings.levelShort[level]).join(', ');
  return html`<tr>
<th scope="row"><a href="${view.to(`errors/#${entry.code}`)}">${entry.code}</a><br><span class="name">${entry.title}</span></th>
<td>${view.inline(firstSentence(entry.meaning))}</td>
<td>${levels}</td>
<td>${retryBadge(view, entry.retry)}</td>
</tr>`;
}
