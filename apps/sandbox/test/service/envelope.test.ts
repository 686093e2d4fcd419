import { type OperationId, operations } from '@chat-sns/spec';
import examples from '@chat-sns/spec/examples.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { entryOf, Refusal, refuse, type Title } from '../../src/refusal.ts';
import { createFailureReply, createRefusal, writeOk } from '../../src/service/envelope.ts';
import { codeOf } from '../support/service.ts';

test.each(Object.keys(operations) as OperationId[])(
  '%s succeeds with the ErrorInfo of the contract’s examples',
  (operation) => {
    const samples: { value: { ErrorInfo?: unknown; ActionStatus?: unknown } }[] = Object.values(
      examples[operation].responses,
    );
    const infos = samples
      .filter(({ value }) => value.ActionStatus === 'OK')
      .map(({ value }) => value.ErrorInfo);
    expect(infos.length).toBeGreaterThan(0);
    expect(new Set(infos)).toEqual(new Set([JSON.parse(writeOk(operation, 'documented', {})).ErrorInfo]));
  },
);

test('an account that JSON escapes is one in the response', () => {
  const To_Account = '@RBT#"a\\"b\\n';
  const items = [{ To_Account, ResultCode: 0, ResultInfo: '' }];
  expect(JSON.parse(writeOk('deleteFriends', 'zero', { ResultItem: items })).ResultItem).toEqual(items);
});

test('a bug is an HTTP 500 that no client takes for a response of the service', () => {
  const error = new Error('oops');
  expect(createFailureReply(error)).toEqual({
    status: 500,
    type: 'text/plain',
    body: `A bug in the sandbox, not a response of the service.\n${error.stack}\n`,
    arrives: 'whole',
  });
});

test.each<[Title, string]>([
  ['AccountNotFound', 'Err_Sns_Invalid_Account'],
  ['InternalError', ''],
])('%s is refused with the ErrorInfo known from the wire, or an empty one', (title, ErrorInfo) => {
  const refused = { ActionStatus: 'FAIL', ErrorCode: codeOf(title), ErrorInfo, ErrorDisplay: '' };
  expect(JSON.parse(createRefusal(title).body)).toEqual(refused);
  expect(() => refuse(title)).toThrow(new Refusal(codeOf(title), ErrorInfo));
});

test('a title that is not in the catalogue is a bug', () => {
  expect(() => entryOf('NoSuchTitle' as Title)).toThrow('NoSuchTitle is not in the error catalogue');
});
