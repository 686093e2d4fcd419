import type { ContractDocument } from '@chat-sns/spec';
import { isObject, type JsonObject } from '../contract.ts';
import type { Emit } from './facts.ts';
import { contents, parameterFacts } from './operation-facts.ts';
import { asArray } from './schema-facts.ts';

/** What a receiver of webhooks relies on. Here the consumer answers, so the directions are turned round. */
export function webhookFacts(document: ContractDocument, emit: Emit): void {
  for (const [name, item] of Object.entries(document.webhooks) as unknown as [string, JsonObject][]) {
    const post = isObject(item.post) ? item.post : undefined;
    emit(`webhook ${name}: present`, 'webhook', post !== undefined);
    if (!post) continue;
    emit(`webhook ${name}: operationId`, 'webhook', post.operationId);
    emit(`webhook ${name}: security`, 'security', post.security);
    emit(`webhook ${name}: timeout in seconds`, 'timeout', post['x-timeout-seconds'], 'in');
    for (const key of ['summary', 'description', 'tags', 'externalDocs']) {
      emit(`webhook ${name}: ${key}`, 'text', post[key]);
    }
    for (const parameter of asArray(post.parameters)) {
      if (isObject(parameter))
        parameterFacts(document, parameter, `webhook ${name} query parameter`, 'out', emit);
    }
    if (isObject(post.requestBody)) contents(document, post.requestBody, `webhook ${name} body`, 'out', emit);
    for (const [status, response] of Object.entries(isObject(post.responses) ? post.responses : {})) {
      emit(`webhook ${name} HTTP ${status}: present`, 'response', true, 'in');
      if (isObject(response)) contents(document, response, `webhook ${name} receiver's answer`, 'in', emit);
    }
  }
}
