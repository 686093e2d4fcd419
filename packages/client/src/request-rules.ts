import { limits, type OperationId, type RequestOf } from './contract.ts';
import { ChatRequestError, type RequestTitle } from './errors.ts';

type DeleteType = NonNullable<RequestOf<'deleteAllFriends'>['DeleteType']>;

const deleteTypes: Record<DeleteType, true> = { Delete_Type_Single: true, Delete_Type_Both: true };
const encoder = new TextEncoder();
// Text of ASCII, which most is, has as many bytes as characters: encoding a thousand names took half of a call.
const bytesOf = (text: string) => (/^[ -~]*$/.test(text) ? text.length : encoder.encode(text).length);

/** The documented limits, checked before anything is sent. */
export function createRules(operation: OperationId) {
  const requestError = (title: RequestTitle, info: string) =>
    new ChatRequestError({ operation, title, info, retry: 'never', carriedOut: 'no' });

  /** Only what no source allows: the vendor's pages disagree on the characters, so the service judges these. */
  function checkUserId(value: unknown, field: string): string {
    if (typeof value === 'string' && value !== '' && bytesOf(value) <= limits.userIdLength) return value;
    throw requestError(
      'InvalidUserId',
      `${field} must be a string of 1 to ${limits.userIdLength} bytes of UTF-8`,
    );
  }

  /** Keeps each value once, in the order of its first appearance: a duplicate means nothing in a deletion. */
  function checkList(
    value: unknown,
    field: string,
    most: number,
    checkItem: (item: unknown, field: string) => string,
  ) {
    if (!Array.isArray(value)) throw requestError('InvalidList', `${field} must be an array of strings`);
    const items = [...new Set(Array.from(value, (item, index) => checkItem(item, `${field}[${index}]`)))];
    if (items.length === 0) throw requestError('EmptyList', `${field} must not be empty`);
    if (items.length > most)
      throw requestError(
        'ListTooLong',
        `${field} has ${items.length} values, but at most ${most} are allowed`,
      );
    return items;
  }

  function checkListName(value: unknown, field: string): string {
    if (typeof value === 'string' && value !== '' && bytesOf(value) <= limits.listNameBytes) return value;
    throw requestError(
      'InvalidListName',
      `${field} must be a string of 1 to ${limits.listNameBytes} bytes of UTF-8`,
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
