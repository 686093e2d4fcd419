/** What the server can be told to do wrong. Each name stands in the `finds` of the scenario that must notice. */
export const faults = [
  'one-way-deletes-both-sides',
  'two-way-deletes-one-side',
  'second-deletion-succeeds',
  'one-failure-fails-all',
  'items-sorted',
  'unknown-from-account-accepted',
  'thousand-accounts-refused',
  'account-limit-off-by-one',
  'failure-with-http-422',
  'delete-type-in-any-case',
  'delete-all-defaults-to-both',
  'list-deletion-deletes-friends',
  'sequence-does-not-grow',
  'malformed-json-hangs-up',
  'empty-body-accepted',
  'unknown-command-with-http-404',
  'random-above-2-31-refused',
  'signature-not-verified',
  'error-code-as-text',
  'answer-is-html',
  'ok-beside-an-error-code',
  'item-without-text',
  'code-that-nobody-lists',
] as const;

export type Fault = (typeof faults)[number];
export type Has = (fault: Fault) => boolean;
