import { hostsPath } from '../paths.ts';

/** Terms as the vendor's Chinese pages write them, by the place of this site that is about them. */
export const vendorTerms: Readonly<Record<string, readonly string[]>> = {
  '': ['即时通信', '即时通信 IM', '云通信'],
  'operations/': ['服务端 API', 'REST API', '关系链', '关系链管理'],
  'operations/deleteFriends/': ['好友', '删除好友', '批量删除好友'],
  'operations/deleteAllFriends/': ['删除所有好友', '清空好友'],
  'operations/deleteFriendLists/': ['分组', '好友分组', '删除分组'],
  'webhooks/friendDeleted/': ['回调', '第三方回调', '删除好友之后回调'],
  [hostsPath]: ['域名', '地域', '接入地域'],
  'guides/one-way-or-two-way/': ['双向删除', '单向删除', '双向好友', '单向好友', '校验好友'],
  'guides/limits-and-rate/': ['使用限制', '频率限制', '限频'],
  'guides/sign-in/': ['签名', '密钥', '管理员'],
  'errors/': ['错误码'],
};

/** Words that readers search for and that no name on this site contains, by the place that is about them. */
export const readerWords: Readonly<Record<string, readonly string[]>> = {
  'guides/one-way-or-two-way/': ['two-way', 'mutual'],
  'guides/limits-and-rate/': ['qps', 'how many calls'],
  'guides/sign-in/': ['usersig', 'generate usersig token', 'create a UserSig: Node Python Go PHP'],
  'guides/clean-up/': ['delete a million', 'bulk mass', '1000000'],
  'guides/webhook/': ['webhook signature', 'callback signature verify'],
  'guides/webhook/#check-the-signature-without-the-client': ['verify webhook'],
  'guides/pipelines/': ['junit', 'github actions'],
  'guides/first-call/': ['curl'],
  [hostsPath]: ['backup'],
  [`${hostsPath}#tokyo`]: ['japan'],
  [`${hostsPath}#seoul`]: ['korea'],
  [`${hostsPath}#frankfurt`]: ['germany'],
};
