import { entryOf } from '../contract.ts';
import { type Fault, type FaultRow, faultTable } from '../faults/table.ts';
import type { Reply } from '../http/front.ts';

/** The part of the envelope that every answer has. */
export interface Envelope {
  ActionStatus: 'OK' | 'FAIL';
  ErrorCode: number;
  ErrorInfo: string;
  ErrorDisplay?: string;
  ResultItem?: ResultItem[];
}
export interface ResultItem {
  To_Account: string;
  ResultCode: number;
  ResultInfo: string;
}

/** Answer to a fault: the code of the table, with the service's own text where one is known. */
export function failEnvelope({ kind, text }: Fault): Envelope {
  const row: FaultRow = faultTable[kind];
  const { code, info } = entryOf(row.title);
  return {
    ActionStatus: 'FAIL',
    ErrorCode: code,
    ErrorInfo: row.wire && info ? info.text : text,
    ErrorDisplay: '',
  };
}

/** The envelope as a reply. Its HTTP status is 200, whatever it says. */
export const jsonReply = (body: Envelope): Reply => ({
  status: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
