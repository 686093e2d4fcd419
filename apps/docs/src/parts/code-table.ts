import type { CatalogueEntry, Family, OperationId } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
import { firstSentence } from '../markdown.ts';
import type { View } from '../view.ts';
import { retryBadge, statusBadge } from './badges.ts';

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
<div class="scroll"><table class="codes">
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
<th scope="row"><a href="${view.to(`errors/#${entry.code}`)}">${entry.code}</a><br><span class="name">${entry.title}</span></th>
<td>${view.inline(firstSentence(entry.meaning))}</td>
${withLevel && html`<td>${levels} ${statusBadge(view, entry.levelStatus)}</td>`}
<td>${retryBadge(view, entry.retry)}</td>
</tr>`;
}
