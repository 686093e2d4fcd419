import { type OperationId, operations } from '@chat-sns/spec';
import examples from '@chat-sns/spec/examples.json' with { type: 'json' };
import { expect, test } from 'vitest';
import { bug, writeOk } from '../src/envelope.ts';

test.each(Object.keys(operations) as OperationId[])(
  '%s succeeds with the ErrorInfo of its sample',
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

test('a bug is an HTTP 500 that no client takes for the service', () => {
  expect(bug(new Error('oops'))).toMatchObject({ status: 500, type: 'text/plain' });
});
