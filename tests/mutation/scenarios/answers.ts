import type { Json, JsonObject } from '@chat-sns/release/contract';

/** A body that the service may or may not send. */
export interface AnswerScenario {
  name: string;
  path: string;
  body: JsonObject;
  possible: boolean;
}

const friends = '/v4/sns/friend_delete';
const all = '/v4/sns/friend_delete_all';
const lists = '/v4/sns/group_delete';
const ok = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '', ErrorDisplay: '' };
const item = { To_Account: 'id1', ResultCode: 0, ResultInfo: '' };
const successes: Record<string, JsonObject> = {
  [friends]: { ResultItem: [item], ...ok },
  [all]: { ...ok },
  [lists]: { CurrentSequence: 4, ...ok },
};
const failure = { ActionStatus: 'FAIL', ErrorCode: 30001, ErrorInfo: 'SNS_DECODE_ERR', ErrorDisplay: '' };
const paths = [friends, all, lists];
const items = (count: number) => Array.from({ length: count }, () => item);

type Fields = Record<string, Json | undefined>;
const answer = (path: string, name: string, base: JsonObject, change: Fields, possible: boolean) => ({
  name: `${path}: ${name}`,
  path,
  body: JSON.parse(JSON.stringify({ ...base, ...change })) as JsonObject,
  possible,
});
const success = (path: string, name: string, change: Fields, possible: boolean) =>
  answer(path, `a success, ${name}`, successes[path] ?? {}, change, possible);
const fail = (path: string, name: string, change: Fields, possible: boolean) =>
  answer(path, `a failure, ${name}`, failure, change, possible);
const oneItem = (name: string, change: Fields, possible: boolean) =>
  success(friends, `ResultItem: ${name}`, { ResultItem: [{ ...item, ...change } as JsonObject] }, possible);

const envelope = ['ActionStatus', 'ErrorCode', 'ErrorInfo'];
const wrong: Fields = { ActionStatus: 1, ErrorCode: '0', ErrorInfo: 0, ErrorDisplay: 0 };

/** Hand-written: none of these numbers, names and values is read from the contract. */
export const answerScenarios: AnswerScenario[] = [
  ...paths.flatMap((path) => [
    success(path, 'as documented', {}, true),
    success(path, 'ErrorDisplay left out', { ErrorDisplay: undefined }, true),
    success(path, 'a field that no page knows', { RequestId: 'x' }, true),
    success(path, 'ErrorCode 1', { ErrorCode: 1 }, false),
    success(path, 'ActionStatus in lower case', { ActionStatus: 'ok' }, false),
    fail(path, 'as documented', {}, true),
    fail(path, 'ErrorDisplay left out', { ErrorDisplay: undefined }, true),
    fail(path, 'ErrorCode 0', { ErrorCode: 0 }, false),
    ...[60006, 70032, 70052, 79999].map((code) =>
      fail(path, `ErrorCode ${code}, which its page does not list`, { ErrorCode: code }, true),
    ),
    ...envelope.flatMap((field) => [
      success(path, `${field} left out`, { [field]: undefined }, false),
      fail(path, `${field} left out`, { [field]: undefined }, false),
    ]),
    ...Object.entries(wrong).flatMap(([field, value]) => [
      success(path, `${field} of the wrong type`, { [field]: value }, false),
      fail(path, `${field} of the wrong type`, { [field]: value }, false),
    ]),
  ]),
  success(friends, 'ResultItem left out', { ResultItem: undefined }, false),
  success(friends, 'ResultItem is no array', { ResultItem: item }, false),
  success(friends, 'ResultItem is empty', { ResultItem: [] }, false),
  success(friends, '1000 members of ResultItem', { ResultItem: items(1000) }, true),
  success(friends, '1001 members of ResultItem', { ResultItem: items(1001) }, false),
  oneItem('ResultCode 31704', { ResultCode: 31704 }, true),
  oneItem('ResultCode 31799, which no page lists', { ResultCode: 31799 }, true),
  ...['To_Account', 'ResultCode', 'ResultInfo'].map((field) =>
    oneItem(`${field} left out`, { [field]: undefined }, false),
  ),
  oneItem('To_Account is a number', { To_Account: 1 }, false),
  oneItem('To_Account is empty', { To_Account: '' }, false),
  oneItem('To_Account of 1 character', { To_Account: 'a' }, true),
  oneItem('ResultCode is a string', { ResultCode: '0' }, false),
  oneItem('ResultInfo is a number', { ResultInfo: 0 }, false),
  oneItem('ResultInfo OK', { ResultInfo: 'OK' }, true),
  fail(friends, 'ResultItem beside it', { ResultItem: [item] }, true),
  fail(friends, '1000 members of ResultItem', { ResultItem: items(1000) }, true),
  fail(friends, '1001 members of ResultItem', { ResultItem: items(1001) }, false),
  fail(friends, 'ResultItem is empty', { ResultItem: [] }, false),
  fail(friends, 'ResultItem is no array', { ResultItem: item }, false),
  ...['Fail_Account', 'Invalid_Account'].flatMap((field) =>
    [success, fail].flatMap((either) => [
      either(friends, `${field} of the oldest edition, empty`, { [field]: [] }, true),
      either(friends, `${field} with 1000 accounts`, { [field]: Array(1000).fill('id1') }, true),
      either(friends, `${field} with 1001 accounts`, { [field]: Array(1001).fill('id1') }, false),
      either(friends, `${field} holds a number`, { [field]: [1] }, false),
      either(friends, `${field} holds an empty name`, { [field]: [''] }, false),
      either(friends, `${field} holds a name of 1 character`, { [field]: ['a'] }, true),
      either(friends, `${field} is no array`, { [field]: 'id1' }, false),
    ]),
  ),
  success(lists, 'CurrentSequence left out', { CurrentSequence: undefined }, false),
  success(lists, 'CurrentSequence is a string', { CurrentSequence: '4' }, false),
  success(lists, 'CurrentSequence 0', { CurrentSequence: 0 }, true),
  success(lists, 'CurrentSequence -1', { CurrentSequence: -1 }, false),
  fail(lists, 'CurrentSequence beside it', { CurrentSequence: 0 }, true),
  fail(lists, 'CurrentSequence -1', { CurrentSequence: -1 }, false),
  fail(lists, 'CurrentSequence is a string', { CurrentSequence: '4' }, false),
];
