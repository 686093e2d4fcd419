import type { ContractDocument } from '../../documents/openapi.ts';

/** Steps of a pointer that say nothing about the fact itself. */
const silent = new Set(['components', 'paths', 'webhooks', 'post', 'schemas', 'schema', 'properties']);
const spoken: Record<string, string> = {
  parameters: 'query',
  'x-hosts-not-offered': 'not-offered',
};

/**
 * The name of a place in the document, in words that do not depend on any order: `DeleteFriendsRequest.To_Account`. An
 * item of a list goes by its own name.
 */
export function nameOfPlace(document: ContractDocument, pointer: string): string {
  let node: unknown = document;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .flatMap((step) => {
      const parent = node;
      node = (node as Record<string, unknown>)[step];
      return wordsOfStep(parent, step, node);
    })
    .join('.');
}

/** What the step from a node to one in it adds to the name. */
export function wordsOfStep(parent: unknown, step: string, node: unknown): string[] {
  if (silent.has(step)) return [];
  const {
    post,
    'x-region': serverRegion,
    region,
    name,
    host,
    path,
  } = Object(node) as Record<string, string | undefined> & { post?: { operationId: string } };
  if (post) return [post.operationId];
  const itemName = serverRegion ?? name ?? region ?? host ?? path ?? step;
  return [Array.isArray(parent) ? itemName : (name ?? spoken[step] ?? step)];
}
