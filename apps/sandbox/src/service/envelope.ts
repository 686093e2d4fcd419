import type { OperationId } from '@chat-sns/spec';
import type { Reply } from '../call.ts';
import { entryOf, type Title } from '../refusal.ts';
import { UnwritableStore } from '../state/store.ts';
import type { Fields, ResultItem } from './operations/outcome.ts';

export type SuccessInfo = 'documented' | 'zero' | 'empty';

// The vendor's samples disagree with each other; envelope.test.ts compares this with the contract's examples.
const documentedInfo: Record<OperationId, string> = {
  deleteFriends: '0',
  deleteAllFriends: '',
  deleteFriendLists: '0',
};

/** Writes the envelope of a success around an operation's own fields, which come first as on the vendor's pages. */
export function writeOk(
  operation: OperationId,
  style: SuccessInfo,
  { ResultItem, ...fields }: Fields,
): string {
  const ErrorInfo = style === 'documented' ? documentedInfo[operation] : style === 'zero' ? '0' : '';
  const rest = JSON.stringify({ ...fields, ActionStatus: 'OK', ErrorCode: 0, ErrorInfo, ErrorDisplay: '' });
  return ResultItem ? `{"ResultItem":[${writeItems(ResultItem)}],${rest.slice(1)}` : rest;
}

/**
 * Writes 1000 items several times faster than JSON.stringify. Of the characters that JSON escapes, the contract allows only
 * two in a To_Account, after the `@RBT#` of a chatbot; there are few distinct ResultInfos, so each is escaped once.
 */
function writeItems(items: readonly ResultItem[]): string {
  const known = new Map<string, string>();
  const quote = (info: string) => {
    const quoted = known.get(info) ?? JSON.stringify(info);
    known.set(info, quoted);
    return quoted;
  };
  return items
    .map(
      (item) =>
        `{"To_Account":"${item.To_Account.replace(/["\\]/g, '\\$&')}","ResultCode":${item.ResultCode},"ResultInfo":${quote(item.ResultInfo)}}`,
    )
    .join(',');
}

export function writeFail(code: number, info: string): string {
  return JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info, ErrorDisplay: '' });
}

// The vendor's sample of a response to a web page has the first two. The third also names Content-Type, without which
// a browser sends no JSON.
const serviceHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type',
};

/** A response of the service: HTTP 200 for success and failure. */
export function createReply(body: string, arrives: Reply['arrives'] = 'whole'): Reply {
  return { status: 200, type: 'application/json', body, headers: serviceHeaders, arrives };
}

/** Refuses a request that never became a call. */
export function createRefusal(title: Title): Reply {
  const { code, info } = entryOf(title);
  return createReply(writeFail(code, info?.text ?? ''));
}

/** The response of a reverse proxy in front of the service. */
export function createBadGateway(): Reply {
  const title = '502 Bad Gateway';
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status: 502, type: 'text/html', body, arrives: 'whole' };
}

/**
 * Reports a failure of the sandbox: a bug, or a store that cannot be written. Never HTTP 200, so that nobody takes it
 * for a response of the service.
 */
export function createFailureReply(error: unknown): Reply {
  const what = error instanceof UnwritableStore ? 'A failure' : 'A bug';
  return {
    status: 500,
    type: 'text/plain',
    body: `${what} in the sandbox, not a response of the service.\n${describeFailure(error)}\n`,
    arrives: 'whole',
  };
}

/** The reason why the store cannot be written; of a bug, where it happened. */
export function describeFailure(error: unknown): string {
  if (error instanceof UnwritableStore) return error.message;
  return String((error instanceof Error && error.stack) || error);
}
