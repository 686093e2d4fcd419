import type { OperationId } from '@chat-sns/spec';
import type { Reply } from '../call.ts';
import { entryOf, type Title } from '../refusal.ts';
import type { Fields, ResultItem } from './operations/outcome.ts';

export type SuccessInfo = 'documented' | 'zero' | 'empty';

// The samples of the vendor's pages disagree with each other; test/envelope.test.ts holds this against the contract.
const documentedInfo: Record<OperationId, string> = {
  deleteFriends: '0',
  deleteAllFriends: '',
  deleteFriendLists: '0',
};

/** The envelope of success around an operation's own fields, which come first as on the vendor's pages. */
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
 * Writes 1000 items several times as fast as JSON.stringify. A To_Account needs no escaping, because the contract's
 * pattern has let nothing through that would; texts are few, so each is escaped once.
 */
function writeItems(items: readonly ResultItem[]): string {
  const texts = new Map<string, string>();
  const quote = (text: string) => {
    const quoted = texts.get(text) ?? JSON.stringify(text);
    texts.set(text, quoted);
    return quoted;
  };
  return items
    .map(
      (item) =>
        `{"To_Account":"${item.To_Account}","ResultCode":${item.ResultCode},"ResultInfo":${quote(item.ResultInfo)}}`,
    )
    .join(',');
}

export function writeFail(code: number, info: string): string {
  return JSON.stringify({ ActionStatus: 'FAIL', ErrorCode: code, ErrorInfo: info, ErrorDisplay: '' });
}

// The vendor's sample answer has the first two for a web page's call. The third names Content-Type as well, without
// which a browser sends no JSON.
export const serviceHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'X-Requested-With, Content-Type',
};

/** An answer of the service: HTTP 200 whatever it says. */
export function answer(body: string, arrives: Reply['arrives'] = 'whole'): Reply {
  return { status: 200, type: 'application/json', body, headers: serviceHeaders, arrives };
}

/** A refusal for what never became a call. */
export function refusal(title: Title): Reply {
  const { code, info } = entryOf(title);
  return answer(writeFail(code, info?.text ?? ''));
}

/** The answer of a gateway in front of the service. */
export function badGateway(): Reply {
  const title = '502 Bad Gateway';
  const body = `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`;
  return { status: 502, type: 'text/html', body, arrives: 'whole' };
}

/** A bug of the sandbox. Never HTTP 200, so that it cannot be taken for an answer of the vendor. */
export function bug(error: unknown): Reply {
  const text = error instanceof Error ? error.stack : error;
  return {
    status: 500,
    type: 'text/plain',
    body: `A bug in the sandbox, not an answer of the service.\n${text}\n`,
    arrives: 'whole',
  };
}
