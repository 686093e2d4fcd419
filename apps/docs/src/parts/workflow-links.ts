import { type Html, html } from '../html.ts';
import { workflowsPath } from '../paths.ts';
import type { View } from '../view.ts';

/** Links to the workflows that call an operation, as an item of its list of facts. */
export function workflowLinks(view: View, operationId: string): Html | undefined {
  const using = view.site.spec.workflows.filter(({ workflows }) =>
    workflows.some(({ steps }) => steps.some((step) => step.operationId === operationId)),
  );
  if (using.length === 0) return undefined;
  const foreign = view.isForeign(workflowsPath) && html` lang="en" hreflang="en"`;
  const links = using.map(
    ({ name, info }, index) =>
      html`${index > 0 && ', '}<a href="${view.to(`${workflowsPath}#${name}`)}"${foreign}>${info.title}</a>`,
  );
  return html`<li>${view.strings.operation.inWorkflows} ${links}</li>`;
}
