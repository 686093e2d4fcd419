import type { Reply } from '../call.ts';

/** A response of the control interface, which uses HTTP statuses in the ordinary way. */
export function createJsonReply(status: number, value?: unknown): Reply {
  const body = value === undefined ? '' : `${JSON.stringify(value, null, 2)}\n`;
  const headers = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };
  return { status, type: 'application/json', body, headers, arrives: 'whole' };
}
