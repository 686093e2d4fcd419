import type { ContractDocument } from '@chat-sns/spec';
import { isObject, type JsonObject } from '../contract.ts';
import type { Emit } from './facts.ts';
import { asArray } from './schema-facts.ts';

/** The regions that the contract offers, and the hosts that it warns of. */
export function serverFacts(document: ContractDocument, emit: Emit): void {
  const { servers } = document;
  for (const server of servers) {
    const where = `region ${server['x-region']}`;
    emit(`${where}: present`, 'server', true, 'in');
    emit(`${where}: host`, 'host', server.url, 'in');
    emit(`${where}: backup host`, 'host', server['x-backup-url'], 'in');
    emit(`${where}: name`, 'text', server.description, 'in');
  }
  // Tools that take no region call the first server.
  emit('servers: first', 'server-order', servers[0]?.['x-region'], 'in');
  for (const entry of asArray((document as unknown as JsonObject)['x-hosts-not-offered'])) {
    if (!isObject(entry)) continue;
    const { description, 'x-source': _, ...rest } = entry;
    emit(`host ${entry.host} (not offered): entry`, 'host-not-offered', rest);
    emit(`host ${entry.host} (not offered): description`, 'text', description);
  }
}
