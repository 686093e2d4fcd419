import type { Contract, JsonObject } from '@chat-sns/release/contract';
import { type Mutant, nodeAt } from './mutant.ts';

/** Paths, methods, names, frequency, statuses and the webhook of every operation, and the webhook itself. */
export function operationMutants({ document }: Contract): Mutant[] {
  return [
    ...Object.entries(document.paths).flatMap(([path, { post }]) =>
      ofOperation(path, post as unknown as JsonObject),
    ),
    ...webhookMutants(),
    rootMutant(
      'a security scheme beside the parameters',
      (root) => {
        root.security = [{ userSig: [] }];
      },
      ['security'],
    ),
    rootMutant(
      'security not stated',
      (root) => {
        delete root.security;
      },
      ['security'],
    ),
  ];
}

function ofOperation(path: string, operation: JsonObject): Mutant[] {
  const id = String(operation.operationId);
  const mutant = (
    family: string,
    what: string,
    change: (post: JsonObject, item: JsonObject) => void,
  ): Mutant => ({
    family,
    name: `${id}: ${what}`,
    words: [id, path],
    apply: (contract) => {
      const item = nodeAt(contract, ['paths', path]);
      change(item.post as JsonObject, item);
    },
  });
  const limit = (post: JsonObject) => post['x-rate-limit'] as JsonObject;
  const inPaths = (what: string, change: (paths: JsonObject) => void): Mutant => ({
    ...mutant('path', what, () => {}),
    apply: (contract) => change(nodeAt(contract, ['paths'])),
  });
  return [
    inPaths('another path', (paths) => {
      paths[`${path}s`] = paths[path];
      delete paths[path];
    }),
    inPaths('another version', (paths) => {
      paths[path.replace('v4', 'v5')] = paths[path];
      delete paths[path];
    }),
    ...(['calls', 'perSeconds'] as const).flatMap((key) =>
      [-1, 1].map((step) =>
        mutant('frequency', `${key} moved by ${step}`, (post) => {
          limit(post)[key] = Number(limit(post)[key]) + step;
        }),
      ),
    ),
    mutant('frequency', 'another scope', (post) => {
      limit(post).scope = 'app';
    }),
    mutant('frequency', 'scope called documented', (post) => {
      delete limit(post)['x-keyword-status'];
    }),
    mutant('webhook', 'another webhook', (post) => {
      post['x-webhook'] = post['x-webhook'] ? null : 'friendDeleted';
    }),
    mutant('response', 'no 502', (post) => {
      delete (post.responses as JsonObject)['502'];
    }),
    mutant('response', 'a 400', (post) => {
      (post.responses as JsonObject)['400'] = { description: 'Refused.' };
    }),
    mutant('response', 'the body is optional', (post) => {
      (post.requestBody as JsonObject).required = false;
    }),
    mutant('response', 'a security scheme beside the parameters', (post) => {
      post.security = [{ userSig: [] }];
    }),
  ];
}

function webhookMutants(): Mutant[] {
  const mutant = (what: string, change: (post: JsonObject) => void, words = ['friendDeleted']): Mutant => ({
    family: 'webhook',
    name: `webhook: ${what}`,
    words: [...words, 'webhook'],
    apply: (contract) => change(nodeAt(contract, ['webhooks', 'friendDeleted', 'post'])),
  });
  return [
    mutant(
      'waits 1 second',
      (post) => {
        post['x-timeout-seconds'] = 1;
      },
      ['timeout', 'timeoutSeconds'],
    ),
    mutant(
      'waits 3 seconds',
      (post) => {
        post['x-timeout-seconds'] = 3;
      },
      ['timeout', 'timeoutSeconds'],
    ),
    mutant(
      'timeout not stated',
      (post) => {
        delete post['x-timeout-seconds'];
      },
      ['timeout', 'timeoutSeconds'],
    ),
    mutant('answered by 204', (post) => {
      post.responses = { '204': { description: 'Nothing.' } };
    }),
    rootMutant(
      'the webhook is gone',
      (root) => {
        delete (root.webhooks as JsonObject).friendDeleted;
      },
      ['friendDeleted', 'Sns.CallbackFriendDelete'],
    ),
  ];
}

const rootMutant = (what: string, change: (root: JsonObject) => void, words: string[]): Mutant => ({
  family: 'webhook',
  name: what,
  words,
  apply: ({ document }) => change(document as unknown as JsonObject),
});
