import { hostsPath } from '../paths.ts';

/**
 * Other words for a place of this site: those of the vendor's Chinese pages, and those that readers typed and that no
 * heading has.
 */
export const vendorTerms: Readonly<Record<string, readonly string[]>> = {
  '': ['即时通信', '即时通信 IM', '云通信'],
  'operations/': ['服务端 API', 'REST API', '关系链', '关系链管理'],
  'operations/deleteFriends/': ['好友', '删除好友', '批量删除好友'],
  'operations/deleteAllFriends/': ['删除所有好友', '清空好友'],
  'operations/deleteFriendLists/': ['分组', '好友分组', '删除分组'],
  'webhooks/friendDeleted/': ['回调', '第三方回调', '删除好友之后回调'],
  'guides/webhook/': ['webhook signature'],
  'guides/pipelines/': ['junit', 'github actions'],
  'guides/first-call/': ['curl'],
  'hosts/#tokyo': ['japan'],
  'hosts/#seoul': ['korea'],
  'hosts/#frankfurt': ['germany'],
  [hostsPath]: ['域名', '地域', '接入地域'],
  'guides/one-way-or-two-way/': ['two-way', '双向删除', '单向删除', '双向好友', '单向好友', '校验好友'],
  'guides/limits-and-rate/': ['qps', '使用限制', '频率限制', '限频'],
  'guides/sign-in/': ['usersig', 'UserSig Node Python Go PHP', '签名', '密钥', '管理员'],
  'errors/': ['错误码'],
};
