import type { Criterion, Workflow, WorkflowStep } from '../arazzo.ts';
import { listOperations } from '../calls.ts';
import { jsonBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import { callPath, workflowsPath } from '../paths.ts';
import type { Strings } from '../strings/en.ts';
import { inEnglish, type View } from '../view.ts';
import { foldedSources, statusBadge } from './claims.ts';

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

/** In words; the title is the condition as written. */
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

type Words = Strings['workflows'];

/** A condition of Arazzo as Markdown for people. One of another form is shown as written. */
export function sayCondition(condition: string, words: Words): string {
  const [, left = '', operator = '', right = ''] =
    /^(\S+) (==|!=|<=|>=|<|>) (\S+|".*")$/.exec(condition) ?? [];
  const relation = words.relations[operator as keyof Words['relations']];
  if (relation === undefined) return `\`${condition}\``;
  return `${sayExpression(left, words)} ${relation} ${sayExpression(right, words)}`;
}

/** A runtime expression or a literal as Markdown. */
function sayExpression(expression: string, words: Words): string {
  if (expression === '$statusCode') return words.httpStatus;
  const [, pointer] = /^\$response\.body#\/(.+)$/.exec(expression) ?? [];
  if (pointer !== undefined) return `\`${pointer.replace(/\/(\d+)/g, '[$1]').replaceAll('/', '.')}\``;
  const [, input] = /^\$inputs\.(\w+)$/.exec(expression) ?? [];
  if (input !== undefined) return words.input(`\`${input}\``);
  const [, step, output] = /^\$steps\.(\w+)\.outputs\.(\w+)$/.exec(expression) ?? [];
  if (step !== undefined && output !== undefined) return words.outputOf(`\`${output}\``, `\`${step}\``);
  // Numbers stay bare, so that an error code becomes a link to its meaning.
  return /^\d+$/.test(expression) ? expression : `\`${expression.replace(/^"(.*)"$/, '$1')}\``;
}

/** Links to the workflows that call an operation, for its list of facts. */
export function workflowLinks(view: View, operationId: string): Html[] {
  const using = view.site.spec.workflows.filter(({ workflows }) =>
    workflows.some(({ steps }) => steps.some((step) => step.operationId === operationId)),
  );
  if (using.length === 0) return [];
  const links = using.map(
    ({ name, info }, index) =>
      html`${index > 0 && ', '}<a href="${view.to(`${workflowsPath}#${name}`)}"${inEnglish(view, workflowsPath)}>${info.title}</a>`,
  );
  return [html`${view.strings.operation.inWorkflows} ${links}`];
}
