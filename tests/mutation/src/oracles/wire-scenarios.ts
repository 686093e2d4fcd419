import { asArray, type Contract, follow, isObject, type JsonObject } from '@chat-sns/release/contract';
import type { ContractDocument } from '@chat-sns/spec';
import { answerScenarios } from '../../scenarios/answers.ts';
import { requestScenarios } from '../../scenarios/requests.ts';
import { webhookScenarios } from '../../scenarios/webhook.ts';
import { fromQuery, jsonContent, type Validators, validatorsOf } from './validators.ts';

/** Every hand-written request, answer and webhook call on which the contract is of another mind. */
export function wireScenarioProblems({ document }: Contract): string[] {
  const validators = validatorsOf(document);
  const paths = document.paths as unknown as Record<string, { post?: JsonObject }>;
  return [
    ...requestScenarios.flatMap(({ name, path, query, body, refused }) => {
      const post = paths[path]?.post;
      if (!post) return `${name}: the contract has no POST ${path}.`;
      const found = [
        ...queryProblems(document, asArray(post.parameters).filter(isObject), query, validators),
      ];
      found.push(...bodyProblems(jsonContent(post.requestBody), body, validators));
      return verdict(name, refused === undefined, found);
    }),
    ...answerScenarios.flatMap(({ name, path, body, possible }) => {
      const schema = answerSchema(paths[path]?.post, '200');
      return schema
        ? verdict(name, possible, validators.complaints(schema, body))
        : `${name}: no answer 200 as JSON.`;
    }),
    ...webhookScenarios.flatMap(({ name, part, value, possible }) => {
      const post = document.webhooks.friendDeleted?.post as unknown as JsonObject | undefined;
      if (!post) return `${name}: the contract has no webhook friendDeleted.`;
      const found =
        part === 'query'
          ? queryProblems(
              document,
              asArray(post.parameters).filter(isObject),
              value as Record<string, string>,
              validators,
            )
          : bodyProblems(
              part === 'body' ? jsonContent(post.requestBody) : answerSchema(post, '200'),
              value,
              validators,
            );
      return verdict(name, possible, found);
    }),
  ];
}

function verdict(name: string, fits: boolean, found: string[]): string[] {
  if (fits === (found.length === 0)) return [];
  return fits
    ? [`${name}: happens on the wire, and the contract refuses it: ${found.join('; ')}.`]
    : [`${name}: is refused on the wire, and the contract lets it through.`];
}

function queryProblems(
  document: ContractDocument,
  parameters: JsonObject[],
  query: Record<string, string>,
  validators: Validators,
) {
  return parameters.flatMap((node) => {
    const parameter = follow(document, node);
    const name = String(parameter.name);
    if (parameter.in !== 'query') return [`${name} is not in the query but in ${parameter.in}`];
    const value = query[name];
    if (value === undefined) return parameter.required ? [`${name} is required`] : [];
    const schema = isObject(parameter.schema) ? parameter.schema : {};
    const found = validators.complaints(schema, fromQuery(follow(document, schema), value));
    return found.map((complaint) => `${name} ${complaint}`);
  });
}

const bodyProblems = (schema: JsonObject | undefined, body: unknown, validators: Validators) =>
  schema ? validators.complaints(schema, body) : ['there is no schema for a JSON body'];

const answerSchema = (post: JsonObject | undefined, status: string) => {
  const responses = isObject(post?.responses) ? post.responses : {};
  return jsonContent(responses[status]);
};
