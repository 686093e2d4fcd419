import type { Schema } from '@chat-sns/spec';
import { type Call, resolveRef } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { statusBadge } from './badges.ts';
import { constraints, joinPhrases } from './constraints.ts';
import { listFields } from './fields.ts';
import { bodySchema } from './messages.ts';
import { foldedSources } from './source-links.ts';

/** Every limit of a call in one place: how often, how long, and how much of each field. */
export function renderLimits(view: View, operation: Call['operation']): Html | undefined {
  const seconds = operation['x-timeout-seconds'];
  const limits = [
    renderRate(view, operation),
    seconds === undefined ? undefined : html`${view.strings.operation.timeout(seconds)}`,
    ...listFields(view, bodySchema(view, operation.requestBody)).flatMap(({ name, schema }) => {
      const items = schema.items && resolveRef(view.site.spec.document, schema.items);
      return [renderLimit(view, name, schema), items && renderLimit(view, `${name}[]`, items)];
    }),
  ].filter((limit) => limit !== undefined);
  return limits.length === 0 ? undefined : html`<ul>${limits.map((limit) => html`<li>${limit}</li>`)}</ul>`;
}

function renderLimit(view: View, name: string, schema: Schema): Html | undefined {
  const phrases = constraints(view, schema);
  return phrases.length === 0 ? undefined : html`<code>${name}</code>: ${joinPhrases(phrases)}`;
}

function renderRate(view: View, { 'x-rate-limit': rate }: Call['operation']): Html | undefined {
  if (rate === undefined) return undefined;
  const { rate: calls, rateScope } = view.strings.operation;
  return html`${calls(rate.calls, rate.perSeconds)}. ${rateScope} ${statusBadge(view, rate['x-keyword-status']?.scope)}
${foldedSources(view, rate['x-source'])}`;
}
