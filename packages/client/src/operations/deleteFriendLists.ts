import type { OkOf, RequestOf } from '../contract.ts';
import { responseError } from '../envelope.ts';
import { createRules } from '../request-rules.ts';
import type { Operation } from './operation.ts';

/** The friend lists to delete. The friends in them stay friends (inferred). */
export type DeleteFriendListsRequest = RequestOf<'deleteFriendLists'>;

const rules = createRules('deleteFriendLists');

export const deleteFriendLists: Operation<'deleteFriendLists', DeleteFriendListsRequest> = {
  id: 'deleteFriendLists',
  prepare: (request) => ({
    From_Account: rules.checkUserId(request?.From_Account, 'From_Account'),
    GroupName: rules.checkListNames(request.GroupName),
  }),
  read({ body }, _sent, origin) {
    if (!Number.isInteger(body.CurrentSequence)) {
      throw responseError(
        'MissingSequence',
        'the lists are deleted, but the response has no integer CurrentSequence',
        origin,
        { raw: body },
      );
    }
    return { sequence: body.CurrentSequence as number, raw: body as OkOf<'deleteFriendLists'> };
  },
};
