import type { Body, Parameter, Reference, Schema } from '@chat-sns/spec';
import { type Call, resolveRef } from '../calls.ts';
import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';
import { type Field, listFields, renderFields } from './fields.ts';

/** Query parameters and body of a call. */
export function renderRequest(view: View, { operation }: Call): Html {
  const { strings } = view;
  return html`<h3>${strings.operation.query}</h3>
${renderFields(view, queryFields(view, operation.parameters))}
<h3>${strings.operation.requestBody}</h3>
${view.blocks(operation.requestBody.description)}
${renderFields(view, listFields(view, bodySchema(view, operation.requestBody)))}`;
}

/** The responses by HTTP status; a union shows each of its forms. */
export function renderResponses(view: View, operation: Call['operation']): Html {
  const { document } = view.site.spec;
  return html`${Object.entries(operation.responses).map(([status, node]) => {
    const response = resolveRef(document, node);
    return html`<h3>HTTP ${status}</h3>
${view.blocks(response.description)}
${response.content['application/json'] && renderForms(view, bodySchema(view, response))}`;
  })}`;
}

function renderForms(view: View, schema: Schema): Html {
  if (schema.oneOf === undefined) return renderFields(view, listFields(view, schema));
  return html`${schema.oneOf.map((form) => {
    const { title, description, ...rest } = resolveRef(view.site.spec.document, form);
    return html`<h4><code>ActionStatus: ${title}</code></h4>
${description && view.blocks(description)}
${renderFields(view, listFields(view, rest))}`;
  })}`;
}

export function queryFields(view: View, parameters: readonly (Parameter | Reference)[]): Field[] {
  const { document } = view.site.spec;
  return parameters.map((node) => {
    const parameter = resolveRef(document, node);
    return { ...parameter, schema: resolveRef(document, parameter.schema) };
  });
}

export function bodySchema(view: View, body: Body): Schema {
  const schema = body.content['application/json']?.schema;
  if (schema === undefined) throw new Error(`The body "${body.description}" has no JSON schema`);
  return resolveRef(view.site.spec.document, schema);
}
