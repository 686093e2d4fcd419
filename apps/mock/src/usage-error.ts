/** A value that the command was called with cannot be used. Exit code 2. */
export class UsageError extends Error {}
