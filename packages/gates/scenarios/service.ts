/** Facts about the service as a whole, written down a second time. Hosts by region, as a caller names the region. */
export const regions: Record<string, [host: string, backup: string]> = {
  china: ['console.tim.qq.com', 'adminapi.my-imcloud.com'],
  singapore: ['adminapisgp.im.qcloud.com', 'adminapisgp.my-imcloud.com'],
  seoul: ['adminapikr.im.qcloud.com', 'adminapikr.my-imcloud.com'],
  tokyo: ['adminapijpn.im.qcloud.com', 'adminapijpn.my-imcloud.com'],
  frankfurt: ['adminapiger.im.qcloud.com', 'adminapiger.my-imcloud.com'],
  'silicon-valley': ['adminapiusa.im.qcloud.com', 'adminapiusa.my-imcloud.com'],
  jakarta: ['adminapiidn.im.qcloud.com', 'adminapiidn.my-imcloud.com'],
};

/** Hosts that a caller is warned of, and why they are not offered. */
export const notOffered: Record<string, string> = {
  'adminapiind.im.qcloud.com': 'withdrawn',
  'adminapiksa.im.qcloud.com': 'unconfirmed',
};

export const operations = {
  deleteFriends: { path: '/v4/sns/friend_delete', webhook: 'friendDeleted' },
  deleteAllFriends: {
    path: '/v4/sns/friend_delete_all',
    webhook: null,
    defaultDeleteType: 'Delete_Type_Single',
  },
  deleteFriendLists: { path: '/v4/sns/group_delete', webhook: null },
};

/** No page states it for this call; it is what the inference says. */
export const inferredDeleteType = 'Delete_Type_Single';

export const method = 'post';
export const secretQuery = ['sdkappid', 'identifier', 'usersig'];
export const frequency = { calls: 200, perSeconds: 1, scope: 'app-and-operation', 'x-status': 'inferred' };
export const statuses = { '200': 'application/json', '502': 'text/html' };
export const webhookTimeoutSeconds = 2;
