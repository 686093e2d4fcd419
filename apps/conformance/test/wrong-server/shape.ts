import type { Has } from './faults.ts';
import { Refusal } from './refusal.ts';

export interface Body {
  From_Account: string;
  To_Account: string[];
  DeleteType: string;
  GroupName: string[];
}

/** The checks of the relationship service. A planted fault changes the HTTP status of what they refuse. */
export function checkShape(command: string, json: unknown, has: Has): Body {
  const status = has('failure-with-http-422') ? 422 : 200;
  const refuse = (info = '') => {
    throw new Refusal(30001, info, status);
  };
  if (typeof json !== 'object' || json === null || Array.isArray(json)) refuse('SNS_DECODE_ERR');
  const {
    From_Account,
    To_Account,
    DeleteType = 'Delete_Type_Single',
    GroupName,
  } = json as Record<string, unknown>;
  const accounts = [From_Account, ...(Array.isArray(To_Account) ? To_Account : [])];
  if (accounts.some((account) => typeof account === 'number'))
    throw new Refusal(60015, 'body account invalid');
  if (typeof From_Account !== 'string' || !/^(?=.{1,32}$)(?:[\w-]+|@RBT#[ -~]*)$/.test(From_Account))
    refuse();

  if (command === 'friend_delete') {
    if (!Array.isArray(To_Account)) return refuse('SNS_DECODE_ERR') as never;
    const most = has('account-limit-off-by-one') ? 1001 : has('thousand-accounts-refused') ? 999 : 1000;
    if (To_Account.length === 0 || To_Account.length > most) refuse();
    if (has('chatbot-refused') && To_Account.some((account) => /^@RBT#/.test(account))) refuse();
  }
  const type = has('delete-type-in-any-case') ? capitalise(DeleteType) : DeleteType;
  if (type !== 'Delete_Type_Single' && type !== 'Delete_Type_Both') refuse();

  if (command === 'group_delete') {
    if (!Array.isArray(GroupName)) return refuse('SNS_DECODE_ERR') as never;
    if (GroupName.length === 0 || GroupName.length > 32) refuse();
    if (GroupName.some((name) => name === '' || Buffer.byteLength(name) > 30)) refuse();
  }
  return { ...(json as Body), DeleteType: type as string };
}

const capitalise = (type: unknown) =>
  String(type).replace(/(^|_)([a-z])/g, (_, before, letter) => before + letter.toUpperCase());
