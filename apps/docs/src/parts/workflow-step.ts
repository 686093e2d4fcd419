import type { Criterion, Workflow, WorkflowStep } from '../arazzo.ts';
import { listOperations } from '../calls.ts';
import { jsonBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import { callPath } from '../paths.ts';
import type { View } from '../view.ts';
import { sayCondition, sayExpression } from '../workflows/say-condition.ts';
import { statusBadge } from './badges.ts';
import { foldedSources } from './source-links.ts';

/** The steps of a workflow in their order. */
export function renderSteps(view: View, { workflowId, steps }: Workflow): Html {
  return html`<ol class="flow">${steps.map((step) => renderStep(view, `${workflowId}.${step.stepId}`, step))}</ol>`;
}

function renderStep(view: View, anchor: string, step: WorkflowStep): Html {
  const { workflows: words } = view.strings;
  const { outputs = {}, onFailure = [] } = step;
  return html`<li id="${anchor}">
<h4><a href="#${anchor}">${step.stepId}</a> ${statusBadge(view, step['x-status'])}</h4>
${view.blocks(step.description)}
${renderOperation(view, step)}
<div class="pair"><figure><figcaption>${words.sends}</figcaption>${jsonBlock(step.requestBody.payload)}</figure>
<div><p class="caption">${words.comesBack}</p>${renderCriteria(view, step.successCriteria)}</div></div>
${Object.entries(outputs).map(
  ([name, expression]) =>
    html`<p>${view.inline(words.keeps(sayExpression(expression, words), `\`${name}\``))}</p>`,
)}
${onFailure.map(({ retryAfter, retryLimit, criteria }) => {
  const conditions = criteria.map(({ condition }) => sayCondition(condition, words)).join(', ');
  return html`<p class="retry">${view.inline(words.onFailure(conditions, retryAfter, retryLimit))}</p>`;
})}
${foldedSources(view, step['x-source'])}
</li>`;
}

/** In words; the condition as it is written is the title. */
function renderCriteria(view: View, criteria: readonly Criterion[]): Html {
  const { workflows: words } = view.strings;
  return html`<ul class="criteria">${criteria.map(
    ({ condition }) => html`<li title="${condition}">${view.inline(sayCondition(condition, words))}</li>`,
  )}</ul>`;
}

function renderOperation(view: View, { operationId, stepId }: WorkflowStep): Html {
  const call = listOperations(view.site.spec.document).find(
    ({ operation }) => operation.operationId === operationId,
  );
  if (call === undefined)
    throw new Error(`Step ${stepId} calls ${operationId}, which the contract does not have`);
  return html`<p class="address"><span class="method">POST</span> <code>${call.path}</code> <a href="${view.to(callPath(call))}">${call.operation.summary}</a></p>`;
}
