import type { Call } from './calls.ts';
import type { Guide } from './guides.ts';

/** Paths of pages below the folder of their language. Each ends in a slash. */
export const changelogPath = 'changelog/';
/** The one place that says how to get the client, which is not published yet. */
export const clientInstall = 'guides/first-call/#with-the-packages';
export const contentsPath = 'contents/';
export const hostsPath = 'hosts/';
/** What a host sends for an address without a page. It is no page of the tree. */
export const notFoundPath = '404.html';
export const referencePath = 'reference/';
export const sandboxControlPath = 'sandbox-control/';
export const workflowsPath = 'workflows/';
/** The one place that says what a UserID may look like. */
export const userIdPlace = 'operations/#user-id';

export function callPath({ kind, operation }: Call): string {
  return `${kind}s/${operation.operationId}/`;
}

export function codePath(code: number | string): string {
  return `errors/${code}/`;
}

export function guidePath({ name }: Guide): string {
  return `guides/${name}/`;
}
