import type { Json, JsonObject } from '@chat-sns/release/contract';

/** A request as it goes over the wire, and what the service makes of it. */
export interface RequestScenario {
  name: string;
  path: string;
  query: Record<string, string>;
  body: JsonObject;
  /** The code of the refusal; absent when the request is accepted. */
  refused?: number;
}

const friends = '/v4/sns/friend_delete';
const all = '/v4/sns/friend_delete_all';
const lists = '/v4/sns/group_delete';
const query = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: 'eJwtzE0LgkAQBuD',
  random: '4294967295',
  contenttype: 'json',
};
const bodies: Record<string, JsonObject> = {
  [friends]: { From_Account: 'id', To_Account: ['id1'], DeleteType: 'Delete_Type_Both' },
  [all]: { From_Account: 'id' },
  [lists]: { From_Account: 'id', GroupName: ['group1'] },
};
const many = (count: number) => Array.from({ length: count }, (_, index) => `user${index}`);
const paths = [friends, all, lists];
const badQuery = 60025;
const badBody = 30001;

const withBody = (
  path: string,
  name: string,
  change: Record<string, Json | undefined>,
  refused?: number,
) => ({
  name: `${path}: ${name}`,
  path,
  query,
  body: JSON.parse(JSON.stringify({ ...bodies[path], ...change })) as JsonObject,
  ...(refused === undefined ? {} : { refused }),
});

function withQuery(
  name: string,
  change: Record<string, string | undefined>,
  refused?: number,
): RequestScenario[] {
  const changed = JSON.parse(JSON.stringify({ ...query, ...change })) as Record<string, string>;
  return paths.map((path) => ({ ...withBody(path, name, {}, refused), query: changed }));
}

/** Hand-written: none of these numbers, names and values is read from the contract. */
export const requestScenarios: RequestScenario[] = [
  ...withQuery('the five query parameters as documented', {}),
  ...withQuery('random 0', { random: '0' }),
  ...withQuery('random 4294967296 is one too many', { random: '4294967296' }, badQuery),
  ...withQuery('random -1', { random: '-1' }, badQuery),
  ...withQuery('random is no number', { random: 'abc' }, badQuery),
  ...withQuery('random is missing', { random: undefined }, badQuery),
  ...withQuery('contenttype xml', { contenttype: 'xml' }, badQuery),
  ...withQuery('contenttype is missing', { contenttype: undefined }, badQuery),
  ...withQuery('sdkappid is missing', { sdkappid: undefined }, 60012),
  ...withQuery('sdkappid 1', { sdkappid: '1' }),
  ...withQuery('sdkappid 0', { sdkappid: '0' }, badQuery),
  ...withQuery('sdkappid is no number', { sdkappid: 'app' }, badQuery),
  ...withQuery('identifier is missing', { identifier: undefined }, badQuery),
  ...withQuery('identifier of 1 character', { identifier: 'a' }),
  ...withQuery('identifier is empty', { identifier: '' }, badQuery),
  ...withQuery('identifier of 32 characters', { identifier: 'a'.repeat(32) }),
  ...withQuery('identifier of 33 characters', { identifier: 'a'.repeat(33) }, badQuery),
  ...withQuery('identifier with a blank', { identifier: 'a b' }, badQuery),
  ...withQuery('usersig is missing', { usersig: undefined }, badQuery),
  ...withQuery('usersig is empty', { usersig: '' }, badQuery),
  ...withQuery('usersig of 1 character', { usersig: 'e' }),
  ...paths.flatMap((path) => [
    withBody(path, 'a field that no page knows', { Somebody: 'else' }),
    withBody(path, 'From_Account is missing', { From_Account: undefined }, badBody),
    withBody(path, 'From_Account is a number', { From_Account: 1 }, 60015),
    withBody(path, 'From_Account is empty', { From_Account: '' }, badBody),
    withBody(path, 'From_Account of 1 character', { From_Account: 'a' }),
    withBody(path, 'From_Account of every kind of letter', { From_Account: 'azAZ09_-' }),
    withBody(path, 'From_Account with a dot', { From_Account: 'a.b' }, badBody),
    withBody(path, 'From_Account of 32 characters', { From_Account: 'a'.repeat(32) }),
    withBody(path, 'From_Account of 33 characters', { From_Account: 'a'.repeat(33) }, badBody),
  ]),
  ...[friends, all].flatMap((path) => [
    withBody(path, 'DeleteType Delete_Type_Single', { DeleteType: 'Delete_Type_Single' }),
    withBody(path, 'DeleteType Delete_Type_Both', { DeleteType: 'Delete_Type_Both' }),
    withBody(path, 'DeleteType is left out', { DeleteType: undefined }),
    withBody(path, 'DeleteType in lower case', { DeleteType: 'delete_type_both' }, badBody),
    withBody(path, 'DeleteType is a number', { DeleteType: 1 }, badBody),
  ]),
  withBody(friends, 'To_Account is missing', { To_Account: undefined }, badBody),
  withBody(friends, 'To_Account is a string', { To_Account: 'id1' }, badBody),
  withBody(friends, 'To_Account is empty', { To_Account: [] }, badBody),
  withBody(friends, 'To_Account of 1000', { To_Account: many(1000) }),
  withBody(friends, 'To_Account of 1001', { To_Account: many(1001) }, badBody),
  withBody(friends, 'To_Account holds a number', { To_Account: ['id1', 2] }, 60015),
  withBody(friends, 'To_Account names an account twice', { To_Account: ['id1', 'id1'] }),
  withBody(lists, 'GroupName is missing', { GroupName: undefined }, badBody),
  withBody(lists, 'GroupName is a string', { GroupName: 'group1' }, badBody),
  withBody(lists, 'GroupName is empty', { GroupName: [] }, badBody),
  withBody(lists, 'GroupName of 32', { GroupName: many(32) }),
  withBody(lists, 'GroupName of 33', { GroupName: many(33) }, badBody),
  withBody(lists, 'GroupName holds a name of 1 byte', { GroupName: ['g'] }),
  withBody(lists, 'GroupName holds a name of 30 bytes', { GroupName: ['g'.repeat(30)] }),
  withBody(lists, 'GroupName holds a name of 31 bytes', { GroupName: ['g'.repeat(31)] }, badBody),
  withBody(lists, 'GroupName holds a name of 10 characters in 30 bytes', { GroupName: ['好'.repeat(10)] }),
  withBody(
    lists,
    'GroupName holds a name of 11 characters in 33 bytes',
    { GroupName: ['好'.repeat(11)] },
    badBody,
  ),
  withBody(lists, 'GroupName holds an empty name', { GroupName: [''] }, badBody),
  withBody(lists, 'GroupName holds a number', { GroupName: [1] }, badBody),
];
