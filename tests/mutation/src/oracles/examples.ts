import { type Contract, follow, isObject, type JsonObject } from '@chat-sns/release/contract';
import { allExamples, codesOf } from '../../spec-tools.ts';
import { jsonContent, validatorsOf } from './validators.ts';

/** Examples that do not fit their schema or their name, and cases that a reader would look for in vain. */
export function exampleProblems({ document, catalogue }: Contract): string[] {
  const validators = validatorsOf(document);
  const problems: string[] = [];
  const examples = allExamples(document, catalogue);
  for (const { post } of Object.values(document.paths)) {
    const id = post.operationId as keyof typeof examples;
    const { requests = {}, responses = {} } = examples[id] ?? {};
    const request = jsonContent(post.requestBody) ?? {};
    const response = jsonContent(post.responses['200']) ?? {};
    const check = (kind: string, schema: JsonObject, list: Record<string, { value: unknown }>) => {
      for (const [name, { value }] of Object.entries(list)) {
        const [complaint] = validators.complaints(schema, value);
        if (complaint)
          problems.push(
            `${kind} example ${name} of ${id}, ${JSON.stringify(value)}, does not fit: ${complaint}.`,
          );
      }
    };
    check('request', request, requests);
    check('response', response, responses);
    for (const name of Object.keys(requests)) {
      if (!(name in responses))
        problems.push(`request example ${name} of ${id} has no answer of the same name.`);
    }
    for (const [name, { value }] of Object.entries(responses))
      problems.push(...nameProblems(id, name, value));
    const levels = ['request', 'item'] as const;
    for (const { code } of levels.flatMap((level) => codesOf(catalogue, id, level))) {
      if (!(`error-${code}` in responses)) problems.push(`${code} of ${id} has no example error-${code}.`);
    }
  }
  return [...problems, ...webhookExamples(document, validators)];
}

function nameProblems(id: string, name: string, value: Record<string, unknown>): string[] {
  if (/^\d+$/.test(name)) return [`example ${name} of ${id} has a bare number for a name.`];
  const code = name.match(/^(?:error|item)-(\d+)$/)?.[1];
  return code && !JSON.stringify(value).includes(code)
    ? [`example ${name} of ${id} does not hold ${code}: ${JSON.stringify(value)}`]
    : [];
}

function webhookExamples(
  document: Contract['document'],
  validators: ReturnType<typeof validatorsOf>,
): string[] {
  const post = document.webhooks.friendDeleted?.post as unknown as JsonObject | undefined;
  if (!post) return [];
  const responses = isObject(post.responses) ? post.responses : {};
  return [post.requestBody, responses['200']].flatMap((body) => {
    const content = isObject(body) && isObject(body.content) ? body.content['application/json'] : undefined;
    const examples = isObject(content) && isObject(content.examples) ? content.examples : {};
    return Object.entries(examples).flatMap(([name, node]) => {
      const { value } = follow(document, isObject(node) ? node : {});
      const [complaint] = validators.complaints(jsonContent(body) ?? {}, value);
      return complaint
        ? [`example ${name} of webhook friendDeleted, ${JSON.stringify(value)}, does not fit: ${complaint}.`]
        : [];
    });
  });
}
