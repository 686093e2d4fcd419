import { deleteEverything } from './calls';

/** Makes the three calls. The service responds to failures with HTTP 200 too: `ActionStatus` tells them apart. */
export async function summarize(baseUrl: string, usersig: string, account: string) {
  const [friends, everyone, lists] = await deleteEverything(baseUrl, usersig, account);
  return [
    friends.ActionStatus === 'OK' ? `${friends.ResultItem.length} results` : friends.ErrorCode,
    everyone.ActionStatus === 'OK' ? 'all deleted' : everyone.ErrorCode,
    lists.ActionStatus === 'OK' ? `sequence ${lists.CurrentSequence}` : lists.ErrorCode,
  ];
}
