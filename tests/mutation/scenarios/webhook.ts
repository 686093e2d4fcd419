import type { Json, JsonObject } from '@chat-sns/release/contract';

/** A call of the webhook, or what a receiver answers. */
export interface WebhookScenario {
  name: string;
  part: 'query' | 'body' | 'answer';
  value: JsonObject;
  possible: boolean;
}

const query = {
  SdkAppid: '1400000000',
  CallbackCommand: 'Sns.CallbackFriendDelete',
  contenttype: 'json',
  ClientIP: '127.0.0.1',
  OptPlatform: 'RESTAPI',
};
const pair = { From_Account: 'id', To_Account: 'id1' };
const body = { CallbackCommand: 'Sns.CallbackFriendDelete', PairList: [pair] };
const answer = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' };
const bases = { query, body, answer };
// The vendor's own vector: token xxxxyyyy, RequestTime 1669872112.
const sign = '17773bc39a671d7b9aa835458704d2a6db81360a5940292b587d6d760d484061';

type Fields = Record<string, Json | undefined>;
const scenario = (
  part: keyof typeof bases,
  name: string,
  change: Fields,
  possible: boolean,
): WebhookScenario => ({
  name: `webhook ${part}: ${name}`,
  part,
  value: JSON.parse(JSON.stringify({ ...bases[part], ...change })) as JsonObject,
  possible,
});

const platforms = ['RESTAPI', 'Web', 'Android', 'iOS', 'Windows', 'macOS', 'Mac', 'iPad', 'Unknown'];

/** Hand-written from the pages of the webhook, and from one captured call. */
export const webhookScenarios: WebhookScenario[] = [
  scenario('query', 'as documented', {}, true),
  scenario('query', 'signed', { Sign: sign, RequestTime: '1669872112' }, true),
  scenario('query', 'Sign one digit short', { Sign: sign.slice(1) }, false),
  scenario('query', 'Sign one digit long', { Sign: `${sign}0` }, false),
  scenario('query', 'Sign in capitals', { Sign: sign.toUpperCase() }, false),
  scenario('query', 'RequestTime is no number', { RequestTime: 'now' }, false),
  scenario('query', 'RequestId as captured', { RequestId: '2b7d1f9e-0c55-4a0e-9d0c-3f6f2a1e7b11' }, true),
  scenario('query', 'SdkAppid left out', { SdkAppid: undefined }, false),
  scenario('query', 'SdkAppid 0', { SdkAppid: '0' }, false),
  scenario('query', 'SdkAppid 1', { SdkAppid: '1' }, true),
  scenario('query', 'SdkAppid is no number', { SdkAppid: 'app' }, false),
  scenario('query', 'CallbackCommand left out', { CallbackCommand: undefined }, false),
  scenario(
    'query',
    'CallbackCommand of another webhook',
    { CallbackCommand: 'Sns.CallbackFriendAdd' },
    false,
  ),
  ...['contenttype', 'ClientIP', 'OptPlatform'].map((name) =>
    scenario('query', `${name} left out`, { [name]: undefined }, true),
  ),
  ...platforms.map((name) => scenario('query', `OptPlatform ${name}`, { OptPlatform: name }, true)),
  scenario('query', 'OptPlatform Amiga', { OptPlatform: 'Amiga' }, false),
  scenario('body', 'as documented', {}, true),
  scenario(
    'body',
    'PairList with both directions',
    { PairList: [pair, { From_Account: 'id1', To_Account: 'id' }] },
    true,
  ),
  scenario('body', 'CallbackCommand left out', { CallbackCommand: undefined }, false),
  scenario('body', 'CallbackCommand of another webhook', { CallbackCommand: 'Sns.CallbackFriendAdd' }, false),
  scenario('body', 'PairList left out', { PairList: undefined }, false),
  scenario('body', 'PairList is no array', { PairList: pair }, false),
  ...['From_Account', 'To_Account'].flatMap((field) => [
    scenario('body', `PairList: ${field} left out`, { PairList: [without(pair, field)] }, false),
    scenario('body', `PairList: ${field} is a number`, { PairList: [{ ...pair, [field]: 1 }] }, false),
  ]),
  scenario('answer', 'as documented', {}, true),
  scenario('answer', 'ActionStatus FAIL', { ActionStatus: 'FAIL', ErrorCode: 1, ErrorInfo: 'busy' }, true),
  scenario('answer', 'ActionStatus MAYBE', { ActionStatus: 'MAYBE' }, false),
  scenario('answer', 'ErrorCode 2', { ErrorCode: 2 }, false),
  ...Object.entries({ ActionStatus: 1, ErrorCode: '0', ErrorInfo: 0 }).flatMap(([field, wrong]) => [
    scenario('answer', `${field} left out`, { [field]: undefined }, false),
    scenario('answer', `${field} of the wrong type`, { [field]: wrong }, false),
  ]),
];

function without(object: JsonObject, field: string): JsonObject {
  const { [field]: _, ...rest } = object;
  return rest;
}
