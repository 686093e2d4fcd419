import type { RetryClass, Status } from '@chat-sns/spec';
import { type Html, html } from '../html.ts';
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
