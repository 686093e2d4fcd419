/** The mistakes that can be planted in the server. Each is in the `finds` of the scenario that must notice it. */
export const faults = [
  'one-way-deletes-both-sides',
  'two-way-deletes-one-side',
  'second-deletion-succeeds',
  'one-failure-fails-all',
  'items-sorted',
  'unknown-from-account-accepted',
  'thousand-accounts-refused',
  'account-limit-off-by-one',
  'chatbot-refused',
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
  'error-code-as-string',
  'response-is-html',
  'ok-beside-an-error-code',
  'item-without-info',
  'code-that-nobody-lists',
] as const;

export type Fault = (typeof faults)[number];
export type Has = (fault: Fault) => boolean;
