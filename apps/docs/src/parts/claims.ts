import type { Claim, RetryClass, Status } from '@chat-sns/spec';
import { listCalls } from '../calls.ts';
import { type Html, html } from '../html.ts';
import { callPath, codePath, hostsPath } from '../paths.ts';
import type { View } from '../view.ts';

/** The status of a claim. Documented claims are the rule and have no badge. */
export function statusBadge(view: View, status: Status | undefined): Html | undefined {
  return status === undefined || status === 'documented' ? undefined : claimBadge(view, status);
}

/** The same where documented claims have a badge too. */
export function claimBadge(view: View, status: Status): Html {
  const { label, meaning } = view.strings.status[status];
  return html`<span class="badge ${status}" title="${meaning}">${label}</span>`;
}

export function retryBadge(view: View, retry: RetryClass): Html {
  const { label, meaning } = view.strings.retry[retry];
  return html`<span class="badge retry-${retry}" title="${meaning}">${label}</span>`;
}

/** Links to the records and discoveries behind a claim. */
function sourceLinks(view: View, ids: readonly string[]): Html {
  return html`${ids.map((id, index) => html`${index > 0 && ', '}<a href="${view.to(`sources/#${id}`)}">${id}</a>`)}`;
}

/** The same as a line that stays folded until a reader opens it. */
export function foldedSources(view: View, ids: readonly string[] | undefined): Html | undefined {
  if (ids === undefined || ids.length === 0) return undefined;
  return html`<details class="sources"><summary>${view.strings.sources.folded(ids.length)}</summary><p>${sourceLinks(view, ids)}</p></details>`;
}

/** One line that leads to the ledger. */
export function claimsLink(view: View): Html {
  const { seeAlso, title } = view.strings.claims;
  return html`<p>${seeAlso} <a href="${view.to('claims/')}">${title}</a></p>`;
}

/** Links to the claims that a record or discovery states, folded, with their number. */
export function foldedClaims(view: View, source: string): Html | undefined {
  const claims = view.site.spec.claims.filter(({ records, discoveries }) =>
    [...records, ...discoveries].includes(source),
  );
  if (claims.length === 0) return undefined;
  const links = claims.map(
    ({ id }, index) => html`${index > 0 && ', '}<a href="${view.to(`claims/#${id}`)}">${id}</a>`,
  );
  return html`<details class="sources" lang="${view.site.language.tag}"><summary>${view.strings.claims.restOnIt(claims.length)}</summary><p lang="en">${links}</p></details>`;
}

/** More than these are folded: twenty editions can list the same code. */
const shownSources = 3;

/** One line of the ledger. Names and values are the contract's own, the same in every language. */
export function renderClaim(view: View, claim: Claim): Html {
  const { id, group, status, contractStatus, value } = claim;
  const { inContract } = view.strings.claims;
  const sources = [...claim.records, ...claim.discoveries];
  const page = pageOf(view, claim);
  const kind = kindOf(view, claim);
  return html`<tr class="claim" id="${id}" data-group="${group}" data-status="${status}">
<th scope="row"><a href="#${id}"><code>${id}</code></a> <span class="kind">${page === undefined ? kind : html`<a href="${view.to(page)}">${kind}</a>`}</span></th>
<td${inEnglish(view, group)}><code>${value === '' ? '""' : value}</code></td>
<td>${claimBadge(view, status)}${
    contractStatus !== null &&
    contractStatus !== status &&
    html` <span class="kind">${inContract} ${view.strings.status[contractStatus].label}</span>`
  }</td>
<td>${sources.length > shownSources ? foldedSources(view, sources) : sourceLinks(view, sources)}</td>
</tr>`;
}

/** The service's own messages are English in every language. */
function inEnglish({ site }: View, group: Claim['group']): Html | undefined {
  return group === 'texts' && site.language.tag !== 'en' ? html` lang="en"` : undefined;
}

function kindOf(view: View, { id, kind }: Claim): string {
  const kinds: Record<string, string> = view.strings.claims.kinds;
  const words = kinds[kind];
  if (words === undefined)
    throw new Error(
      `The kind "${kind}" of the claim ${id} has no words. Add them to src/strings/en-reference.ts.`,
    );
  return words;
}

const sections: Record<string, string> = {
  Request: '#request',
  Ok: '#response',
  Fail: '#response',
  ErrorCode: '#codes',
  ResultCode: '#codes',
};

/** The page about the fact. A fact that several calls share has none. */
function pageOf(view: View, { id }: Claim): string | undefined {
  const [first = '', second = ''] = id.split('.');
  if (first === 'errors') return codePath(second);
  if (first === 'servers' || first === 'not-offered') return hostsPath;
  if (first === 'query') return 'operations/#address';
  for (const call of listCalls(view.site.spec.document)) {
    const { operationId } = call.operation;
    const schema = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`;
    if (first === operationId) return `${callPath(call)}#limits`;
    const part = first.startsWith(schema) ? first.slice(schema.length).replace('Known', '') : undefined;
    if (part !== undefined && part in sections) return callPath(call) + sections[part];
  }
  return undefined;
}
