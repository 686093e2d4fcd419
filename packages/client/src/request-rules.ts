import { limits, type OperationId, type RequestOf } from './contract.ts';
import { ChatRequestError, type RequestTitle } from './errors.ts';

type DeleteType = NonNullable<RequestOf<'deleteAllFriends'>['DeleteType']>;

const deleteTypes: Record<DeleteType, true> = { Delete_Type_Single: true, Delete_Type_Both: true };
const encoder = new TextEncoder();
// Encoding a thousand names would take half of a call: no character takes more than three bytes, and one of ASCII takes one.
const fits = (text: string, most: number) =>
  text.length * 3 <= most || (/^[ -~]*$/.test(text) ? text.length : encoder.encode(text).length) <= most;

const nameItem = (field: string, index: number | undefined) =>
  index === undefined ? field : `${field}[${index}]`;

/** The documented limits, checked before anything is sent. */
export function createRules(operation: OperationId) {
  const requestError = (title: RequestTitle, info: string) =>
    new ChatRequestError({ operation, title, info, retry: 'never', carriedOut: 'no' });

  /** Only what no source allows: the vendor's pages disagree on the characters, so the service judges these. */
  function checkUserId(value: unknown, field: string, index?: number): string {
    if (typeof value === 'string' && value !== '' && fits(value, limits.userIdLength)) return value;
    throw requestError(
      'InvalidUserId',
      `${nameItem(field, index)} must be a string of 1 to ${limits.userIdLength} bytes of UTF-8`,
    );
  }

  /** Keeps each value once, in the order of its first appearance: a duplicate means nothing in a deletion. */
  function checkList(
    value: unknown,
    field: string,
    most: number,
    checkItem: (item: unknown, field: string, index: number) => string,
  ) {
    if (!Array.isArray(value)) throw requestError('InvalidList', `${field} must be an array of strings`);
    const items = new Set<string>();
    for (let index = 0; index < value.length; index += 1) items.add(checkItem(value[index], field, index));
    if (items.size === 0) throw requestError('EmptyList', `${field} must not be empty`);
    if (items.size > most)
      throw requestError('ListTooLong', `${field} has ${items.size} values, but at most ${most} are allowed`);
    return [...items];
  }

  function checkListName(value: unknown, field: string, index?: number): string {
    if (typeof value === 'string' && value !== '' && fits(value, limits.listNameBytes)) return value;
    throw requestError(
      'InvalidListName',
      `${nameItem(field, index)} must be a string of 1 to ${limits.listNameBytes} bytes of UTF-8`,
    );
  }

  function checkDeleteType(value: unknown): DeleteType {
    if (typeof value === 'string' && Object.hasOwn(deleteTypes, value)) return value as DeleteType;
    throw requestError('InvalidDeleteType', `DeleteType must be ${Object.keys(deleteTypes).join(' or ')}`);
  }

  return {
    checkUserId,
    checkListName,
    checkDeleteType,
    checkAccounts: (value: unknown) => checkList(value, 'To_Account', limits.accountsPerRequest, checkUserId),
    checkListNames: (value: unknown) => checkList(value, 'GroupName', limits.listsPerRequest, checkListName),
  };
}
