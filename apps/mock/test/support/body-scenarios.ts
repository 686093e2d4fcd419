import type { OperationId } from '@chat-sns/spec';
import { firstRequest, type RequestChanges } from './call.ts';
import type { Scenario } from './query-scenarios.ts';

/** The first request example of an operation with changes; undefined takes a field away. */
const change =
  (operation: OperationId) =>
  (changes: Record<string, unknown>): RequestChanges => ({
    body: { ...firstRequest(operation), ...changes },
  });
const raw = (body: string | Uint8Array): RequestChanges => ({ body });
const repeat = (length: number) => Array.from({ length }, (_, index) => `name${index}`);

const friends = change('deleteFriends');
const all = change('deleteAllFriends');
const lists = change('deleteFriendLists');
const account = 'body account invalid';
const decode = 'SNS_DECODE_ERR';

export const bodyScenarios: Partial<Record<OperationId, Scenario[]>> = {
  deleteFriends: [
    ['body-empty', 60003, 'no body', raw(''), 'empty'],
    ['body-empty', 60003, 'white space', raw(' \n'), 'empty'],
    ['body-not-json', 60003, 'half an object', raw('{"From_Account":'), 'JSON'],
    ['body-not-json', 60003, 'a byte order mark', raw('\uFEFF{}'), 'JSON'],
    ['body-not-json', 60003, 'a form', raw('From_Account=id'), 'JSON'],
    ['body-not-json', 60003, 'no UTF-8', raw(new Uint8Array([0x7b, 0xff, 0x7d])), 'UTF-8'],
    ['account-not-string', 60015, 'From_Account 10001', friends({ From_Account: 10001 }), account],
    ['account-not-string', 60015, 'an entry 10001', friends({ To_Account: ['id1', 10001] }), account],
    ['account-not-string', 60015, 'an entry null', friends({ To_Account: [null] }), account],
    ...['null', '0', 'false', '""', '"x"', '[]', '[{}]', '12'].map(
      (body): Scenario => ['wrong-shape', 30001, `the body ${body}`, raw(body), decode],
    ),
    ['wrong-shape', 30001, 'To_Account an object', friends({ To_Account: {} }), decode],
    ['wrong-shape', 30001, 'To_Account one account', friends({ To_Account: 'id1' }), decode],
    ['wrong-shape', 30001, 'DeleteType a number', friends({ DeleteType: 2 }), decode],
    ['field-missing', 30001, 'From_Account', friends({ From_Account: undefined }), 'From_Account is missing'],
    ['field-missing', 30001, 'To_Account', friends({ To_Account: undefined }), 'To_Account is missing'],
    ['field-missing', 30001, 'everything', raw('{}'), 'To_Account is missing'],
    ['list-empty', 30001, 'To_Account', friends({ To_Account: [] }), 'To_Account'],
    ...[1001, 1002, 5000].map(
      (count): Scenario => [
        'list-too-long',
        30001,
        `${count} accounts`,
        friends({ To_Account: repeat(count) }),
        '1000',
      ],
    ),
    ['bad-delete-type', 30001, 'lower case', friends({ DeleteType: 'delete_type_both' }), 'Delete_Type_Both'],
    ['bad-string', 30001, 'an empty From_Account', friends({ From_Account: '' }), 'From_Account'],
    ['bad-string', 30001, 'an entry of 33 characters', friends({ To_Account: ['x'.repeat(33)] }), '32'],
    ['bad-string', 30001, 'another alphabet', friends({ To_Account: ['id1', '老'] }), 'To_Account.1'],
    ['bad-string', 30001, 'an e-mail address', friends({ To_Account: ['a.b@example.com'] }), 'To_Account.0'],
    ['bad-string', 30001, 'a chatbot in lower case', friends({ To_Account: ['@rbt#001'] }), 'To_Account.0'],
  ],
  deleteAllFriends: [
    ['account-not-string', 60015, 'From_Account 1', all({ From_Account: 1 }), account],
    ['field-missing', 30001, 'From_Account', all({ From_Account: undefined }), 'From_Account is missing'],
    ['bad-delete-type', 30001, 'empty', all({ DeleteType: '' }), 'DeleteType'],
  ],
  deleteFriendLists: [
    ['account-not-string', 60015, 'From_Account 1', lists({ From_Account: 1 }), account],
    ['wrong-shape', 30001, 'GroupName one name', lists({ GroupName: 'x' }), decode],
    ['wrong-shape', 30001, 'a name 7', lists({ GroupName: [7] }), decode],
    ['field-missing', 30001, 'From_Account', lists({ From_Account: undefined }), 'From_Account is missing'],
    ['field-missing', 30001, 'GroupName', lists({ GroupName: undefined }), 'GroupName is missing'],
    ['list-empty', 30001, 'GroupName', lists({ GroupName: [] }), 'GroupName'],
    ...[33, 34, 500].map(
      (count): Scenario => [
        'list-too-long',
        30001,
        `${count} names`,
        lists({ GroupName: repeat(count) }),
        '32',
      ],
    ),
    ['bad-string', 30001, 'a name of 31 bytes', lists({ GroupName: ['x'.repeat(31)] }), '30'],
    ['bad-string', 30001, '11 characters of 3 bytes', lists({ GroupName: ['老'.repeat(11)] }), '30 bytes'],
    ['bad-string', 30001, 'an empty name', lists({ GroupName: [''] }), 'GroupName.0'],
  ],
};
