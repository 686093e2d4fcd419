import type { OkOf, RequestOf } from '../contract.ts';
import { createRules } from '../request-rules.ts';
import type { Operation } from './operation.ts';

/** The account whose friends are all deleted. Without `DeleteType` the documented default, one-way, is sent. */
export type DeleteAllFriendsRequest = RequestOf<'deleteAllFriends'>;

const rules = createRules('deleteAllFriends');

export const deleteAllFriends: Operation<'deleteAllFriends', DeleteAllFriendsRequest> = {
  id: 'deleteAllFriends',
  prepare: (request) => ({
    From_Account: rules.checkUserId(request?.From_Account, 'From_Account'),
    DeleteType: rules.checkDeleteType(request.DeleteType ?? 'Delete_Type_Single'),
  }),
  read: ({ body }) => ({ raw: body as OkOf<'deleteAllFriends'> }),
};
