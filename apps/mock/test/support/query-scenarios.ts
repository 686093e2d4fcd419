import type { FaultKind } from '../../src/faults/table.ts';
import { canary, type RequestChanges } from './call.ts';

/** A fault, its code, what is wrong, the request, and a part of the message that the response must have. */
export type Scenario = [kind: FaultKind, code: number, why: string, changes: RequestChanges, says: string];

const twice = `sdkappid=1&identifier=a&usersig=${canary}&random=1&random=2&contenttype=json`;
const query = (changes: Record<string, string | undefined>): RequestChanges => ({ query: changes });

// Codes are typed by hand in scenarios: a second entry, independent of the table that is tested.
export const targetScenarios: Scenario[] = [
  ['unknown-path', 60009, 'another command', { path: '/v4/sns/friend_remove' }, '/v4/sns/friend_delete'],
  ['unknown-path', 60009, 'a slash at the end', { path: '/v4/sns/friend_delete/' }, 'no such path'],
  ['unknown-path', 60009, 'capitals', { path: '/v4/sns/Friend_Delete' }, 'no such path'],
  ['unknown-path', 60009, 'the root', { path: '/' }, 'no such path'],
  ['wrong-method', 60009, 'GET', { method: 'GET' }, 'POST'],
  ['wrong-method', 60009, 'PUT', { method: 'PUT' }, 'POST'],
  ['wrong-method', 60009, 'DELETE', { method: 'DELETE' }, 'POST'],
];

export const queryScenarios: Scenario[] = [
  ...['%', '%zz', '%E4', '%E4%'].map(
    (random): Scenario => [
      'bad-encoding',
      60002,
      random,
      { rawQuery: `sdkappid=1&x=${random}` },
      'HTTP parse Error',
    ],
  ),
  ['app-id-missing', 60012, 'absent', query({ sdkappid: undefined }), 'sdkappid'],
  ['app-id-missing', 60012, 'empty', query({ sdkappid: '' }), 'sdkappid'],
  ['app-id-missing', 60012, 'in capitals', query({ sdkappid: undefined, SdkAppid: '1' }), 'sdkappid'],
  ['bad-query', 60025, 'sdkappid a word', query({ sdkappid: 'app' }), 'sdkappid'],
  ['bad-query', 60025, 'sdkappid 0', query({ sdkappid: '0' }), 'sdkappid'],
  ['bad-query', 60025, 'sdkappid 1e3', query({ sdkappid: '1e3' }), 'sdkappid'],
  ['bad-query', 60025, 'no identifier', query({ identifier: undefined }), 'identifier is missing'],
  ['bad-query', 60025, 'an identifier with a space', query({ identifier: 'a b' }), 'identifier'],
  ['bad-query', 60025, 'no usersig', query({ usersig: undefined }), 'usersig is missing'],
  ['bad-query', 60025, 'an empty usersig', query({ usersig: '' }), 'usersig'],
  ['bad-query', 60025, 'usersig in capitals', query({ usersig: undefined, UserSig: canary }), 'usersig'],
  ['bad-query', 60025, 'no contenttype', query({ contenttype: undefined }), 'contenttype is missing'],
  ['bad-query', 60025, 'contenttype xml', query({ contenttype: 'xml' }), 'contenttype'],
  ['bad-query', 60025, 'contenttype JSON', query({ contenttype: 'JSON' }), 'contenttype'],
  ['bad-random', 60025, 'absent', query({ random: undefined }), 'random is missing'],
  ['bad-random', 60025, 'in capitals', query({ random: undefined, Random: '1' }), 'random'],
  ['bad-random', 60025, 'repeated', { rawQuery: twice }, 'random'],
  ...['4294967296', '-1', '1.5', 'abc', '1e3', '0x10', '', ' 7', '１'].map(
    (random): Scenario => ['bad-random', 60025, `"${random}"`, query({ random }), 'random'],
  ),
];
