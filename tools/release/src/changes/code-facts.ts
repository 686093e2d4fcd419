import type { CatalogueEntry } from '@chat-sns/spec';
import type { Emit } from './facts.ts';

/** What a handler of errors relies on, code by code. */
export function codeFacts(catalogue: CatalogueEntry[], emit: Emit): void {
  for (const entry of catalogue) {
    const where = `error code ${entry.code}`;
    emit(`${where}: present`, 'code', entry.title);
    emit(`${where}: title`, 'code-title', entry.title);
    emit(`${where}: retry class`, 'code-retry', entry.retry);
    for (const level of entry.levels) emit(`${where}: level ${level}`, 'code-level', true);
    for (const operation of entry.operations)
      emit(`${where}: answered by ${operation}`, 'code-operation', true);
    emit(`${where}: status`, 'x-status', entry.status);
    emit(`${where}: status of its levels`, 'x-status', entry.levelStatus);
    emit(`${where}: text on the wire`, 'code-text', entry.info?.text);
    emit(`${where}: status of its text`, 'x-status', entry.info?.status);
    emit(`${where}: family`, 'text', entry.family);
    for (const key of ['meaning', 'action', 'explains', 'changed'] as const) {
      emit(`${where}: ${key}`, 'text', entry[key]);
    }
  }
}
