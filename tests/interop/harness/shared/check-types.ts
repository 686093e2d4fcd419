// Compiled beside the output of each generator. The comment at the end of a line names the check that an error there fails.
import type { deleteEverything } from './calls';
import type { Calls, KnownCode } from './types';

type Assert<T extends true> = T;
type IsAny<T> = 0 extends 1 & T ? true : false;
type Equal<A, B> =
  IsAny<A> extends true
    ? false
    : (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2
      ? true
      : false;
/** Names of the fields that must be there; an index signature for further fields is not one of them. */
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };
type RequiredIn<T> = keyof { [K in keyof Named<T> as object extends Pick<Named<T>, K> ? never : K]: K };
type Required<T> = IsAny<T> extends true ? never : RequiredIn<T>;
type CodeOf<Response, Status> = Extract<Response, { ActionStatus: Status; ErrorCode: unknown }>['ErrorCode'];

type Query = {
  sdkappid: number;
  identifier: string;
  usersig: string;
  random: number;
  contenttype: 'json';
};
type DeleteType = 'Delete_Type_Single' | 'Delete_Type_Both';
type Friends = Calls['deleteFriends'];
type Everyone = Calls['deleteAllFriends'];
type Lists = Calls['deleteFriendLists'];
type Responses = Awaited<ReturnType<typeof deleteEverything>>;

export type Results = [
  Assert<Equal<Required<Friends['query']>, keyof Query>>, // query
  Assert<Equal<Required<Everyone['query']>, keyof Query>>, // query
  Assert<Equal<Required<Lists['query']>, keyof Query>>, // query
  Assert<Friends['query'] extends Query ? true : false>, // query
  Assert<Equal<Required<Friends['body']>, 'From_Account' | 'To_Account'>>, // body
  Assert<Equal<Required<Everyone['body']>, 'From_Account'>>, // body
  Assert<Equal<Required<Lists['body']>, 'From_Account' | 'GroupName'>>, // body
  Assert<Equal<NonNullable<Friends['body']['DeleteType']>, DeleteType>>, // body
  Assert<Equal<NonNullable<Everyone['body']['DeleteType']>, DeleteType>>, // body
  Assert<Equal<Responses[number]['ActionStatus'], 'OK' | 'FAIL'>>, // narrows
  Assert<Equal<CodeOf<Responses[number], 'OK'>, 0>>, // narrows
  Assert<number extends KnownCode ? false : 30003 extends KnownCode ? true : false>, // known codes
  Assert<number extends CodeOf<Responses[0], 'FAIL'> ? true : false>, // open codes
  Assert<number extends CodeOf<Responses[1], 'FAIL'> ? true : false>, // open codes
  Assert<number extends CodeOf<Responses[2], 'FAIL'> ? true : false>, // open codes
];
