import type { Status } from '@chat-sns/spec';
import type { SettingName } from '../src/settings.ts';

/** An open question, and what the sandbox does. */
interface Decision {
  readonly question: string;
  readonly answer: string;
  /** How well it is known, in the words of the contract. */
  readonly status: Exclude<Status, 'unknown'>;
  /** The evidence for it, or the alternatives. */
  readonly basis: string;
  /** The setting that changes it. */
  readonly setting?: SettingName;
}

/** Open questions about a request before it is carried out. */
const requestDecisions = {
  checkOrder: {
    question: 'In which order is a request checked?',
    answer:
      'Path and method, JSON, URL parameters, UserSig, rate limit, admin, types of accounts, shape, From_Account, operation.',
    status: 'inferred',
    basis: 'No page states an order. The gateway has codes of its own, so it checks first.',
  },
  wrongMethod: {
    question: 'What is the response to a GET?',
    answer: 'InvalidResource, as for an unknown path.',
    status: 'inferred',
    basis: 'The code is documented for a URL that does not exist.',
  },
  largeBody: {
    question: 'How large can a body be?',
    answer: '1 MiB; more is HttpParseError.',
    status: 'inferred',
    basis: '1000 accounts take 35 KB. No page states a limit for these operations.',
  },
  slowRequest: {
    question: 'What happens to a request that does not arrive completely?',
    answer: 'TimeoutOrBadRequest after 3 seconds.',
    status: 'inferred',
    basis: 'The overview states 3 seconds; that they apply to a slow sender is inferred.',
    setting: 'requestTimeout',
  },
  urlParameters: {
    question: 'Which URL parameters are rejected?',
    answer:
      'Any of the five that is missing, empty, invalid or duplicate: AppIdMissing without sdkappid, else InvalidQueryParameter. Unknown ones pass.',
    status: 'inferred',
    basis: 'The current table lists both codes without details.',
  },
  random: {
    question: 'Is random checked?',
    answer: 'It must be an integer from 0 to 4294967295. It need not be unique.',
    status: 'inferred',
    basis:
      'The range is documented. No page states what happens outside it, to a duplicate, or without one: two official SDKs left it out.',
    setting: 'randomParameter',
  },
  userSig: {
    question: 'In which order is a UserSig checked?',
    answer: 'Format, sdkappid, known app, identifier, expiry (the last second is still valid), signature.',
    status: 'inferred',
    basis:
      "The vendor's Go package verifies in this order. Whether the service tolerates clock skew is unknown; the sandbox does not.",
  },
  badSignatures: {
    question: 'When do bad signatures lock a caller out?',
    answer: 'Never, unless a limit per minute is set; then UserSigAttemptsThrottled.',
    status: 'inferred',
    basis: 'The code and the minute are documented, the threshold is not.',
    setting: 'badSignatureLimit',
  },
  frequency: {
    question: 'What does the limit of 200 calls per second apply to?',
    answer: 'Each operation of the app, in any span of one second; one more is RateLimited.',
    status: 'inferred',
    basis: 'The pages state the number for each endpoint; an older page names the app as the scope.',
    setting: 'rateLimit',
  },
  nonAdmin: {
    question: 'What is the response to a caller who is not an admin?',
    answer: 'IdentifierNotAdmin from the gateway.',
    status: 'inferred',
    basis:
      'Both codes are documented. With AdminRequired a user may act on their own account, as the FAQ implies.',
    setting: 'nonAdmin',
  },
  accountTypes: {
    question: 'What is the code for an account that is not a string?',
    answer:
      'InvalidAccountType in From_Account or as an entry of To_Account; any other wrong type is InvalidParameter.',
    status: 'inferred',
    basis:
      'The code is documented for accounts that are not strings. A captured response to an object instead of an array is InvalidParameter.',
  },
  limits: {
    question: 'What is the response to 0 or 1001 accounts, 33 lists or an invalid DeleteType?',
    answer: 'The whole request fails with InvalidParameter.',
    status: 'inferred',
    basis: 'Older pages list special codes (31701, 31702, 32301, 32302); today only this one is listed.',
  },
  unknownFrom: {
    question: 'What happens if From_Account is not imported?',
    answer: 'The whole request fails with AccountNotFound and Err_Sns_Invalid_Account.',
    status: 'observed',
    basis: 'A sample on an older page and a captured response of a similar call.',
  },
} as const satisfies Record<string, Decision>;

/** Open questions about what a deletion does and responds. */
const deletionDecisions = {
  partialFailure: {
    question: 'What is the result of the whole request when accounts fail?',
    answer: 'OK, even if all of them fail.',
    status: 'inferred',
    basis: 'Samples of similar batch calls show OK with failed items. In none of them do all items fail.',
  },
  itemOrder: {
    question: 'In which order are the items of ResultItem?',
    answer: 'In the order of To_Account, one for each entry.',
    status: 'inferred',
    basis: 'Every sample shows it.',
  },
  nonFriend: {
    question: 'What is the code for a To_Account that is not a friend?',
    answer: 'NotFriend (31704).',
    status: 'observed',
    basis: 'Tables and a capture state 31704, the FAQ states 30001.',
    setting: 'nonFriend',
  },
  unknownAccount: {
    question: 'What is the code for a To_Account that is not imported?',
    answer: 'AccountNotFound (30003).',
    status: 'inferred',
    basis: '30002, 30003 and 31704 are all possible; no sample shows one.',
    setting: 'unknownAccount',
  },
  duplicates: {
    question: 'What happens if To_Account contains an account twice?',
    answer: 'The second time it is no longer a friend.',
    status: 'inferred',
    basis: 'Nothing was found. Deleting one after the other is the simplest reading.',
  },
  ownAccount: {
    question: 'What happens if To_Account contains From_Account?',
    answer: 'It is not a friend.',
    status: 'inferred',
    basis: 'Nothing was found.',
  },
  deleteTypeDefault: {
    question: 'What is the default of DeleteType in deleteFriends?',
    answer: 'One-way.',
    status: 'inferred',
    basis:
      'deleteAllFriends documents one-way for the same field; the page of deleteFriends states no default.',
  },
  reverseOnly: {
    question:
      "In a two-way deletion, what happens to an account that lists From_Account but is not on From_Account's own list?",
    answer: 'Nothing: it is not a friend.',
    status: 'inferred',
    basis: 'Historical codes imply that the forward relation is checked first.',
  },
  failAccount: {
    question: 'Does a response have Fail_Account?',
    answer: 'No.',
    status: 'documented',
    basis: 'Not since 2019; older pages have it, and similar calls have it when an account fails.',
    setting: 'failAccount',
  },
  successInfo: {
    question: 'What is the ErrorInfo of a success?',
    answer: '"0" for deleteFriends and deleteFriendLists, empty for deleteAllFriends.',
    status: 'documented',
    basis: 'As in the samples, which disagree with each other.',
    setting: 'successInfo',
  },
  resultInfo: {
    question: 'What is the ResultInfo of a deleted account?',
    answer: 'Empty.',
    status: 'documented',
    basis: 'The page states an empty string; clients have seen "OK".',
    setting: 'resultInfo',
  },
  noFriends: {
    question: 'What is the response of deleteAllFriends for an account without friends?',
    answer: 'OK.',
    status: 'inferred',
    basis: 'Nothing was found.',
  },
  deleteAllBothSides: {
    question: 'Whose lists does a two-way deleteAllFriends change?',
    answer:
      "Those of the accounts on From_Account's own list. An account that only lists From_Account itself keeps it.",
    status: 'inferred',
    basis: 'The definition of two-way is about friends.',
  },
  listNamesSurvive: {
    question: 'What happens to friend lists when friends are deleted?',
    answer: 'The friends are removed from them; the lists and CurrentSequence stay.',
    status: 'inferred',
    basis: 'A membership is part of the data of a friend, a list is not.',
  },
  listMembersStay: {
    question: 'Does deleting a list delete its members?',
    answer: 'No. They stay friends.',
    status: 'inferred',
    basis: 'A list is a tag on a friend; deleting friends has its own calls and its own webhook.',
  },
  missingLists: {
    question: 'What happens if a list does not exist?',
    answer: 'The whole request fails with InvalidParameter, and no list is deleted.',
    status: 'inferred',
    basis: 'Historically 32309. The response has no results for single names.',
    setting: 'missingLists',
  },
  sequence: {
    question: 'How does CurrentSequence change?',
    answer:
      'It grows by one with each call that deletes lists, however many. A duplicate name is deleted once.',
    status: 'inferred',
    basis: 'Samples show 2, 3 and 4 after successive writes.',
  },
  webhookPairs: {
    question: 'What does the webhook of a deletion contain?',
    answer: 'Each direction that ended, in one webhook per request; no webhook if nothing was deleted.',
    status: 'observed',
    basis:
      'The page shows several friends in one webhook, a capture from a client both directions of one friend.',
  },
  webhookOthers: {
    question: 'Do the other two operations fire a webhook?',
    answer: 'No.',
    status: 'documented',
    basis:
      'The Chinese page of deleteAllFriends states it; the oldest page of deleteFriendLists states it too.',
  },
  deletionFilter: {
    question: 'When are deletions filtered?',
    answer:
      'Never, unless a limit per minute and From_Account is set; then the request fails with DeletionFiltered.',
    status: 'inferred',
    basis: 'Neither the threshold nor the level of the code is published.',
    setting: 'deletionLimit',
  },
  concurrentWrites: {
    question: 'What happens to a write while another one on the same From_Account is in progress?',
    answer: 'It waits its turn.',
    status: 'inferred',
    basis: 'WriteConflict is documented, but not when it happens.',
    setting: 'concurrentWrites',
  },
  writeTime: {
    question: 'How long does a write lock an account?',
    answer: 'It does not, by default.',
    status: 'inferred',
    basis: 'Set a time to make concurrent writes likely.',
    setting: 'writeTime',
  },
} as const satisfies Record<string, Decision>;

/** What the sandbox does where the vendor's pages leave something open. The README's table is generated from it. */
export const decisions = { ...requestDecisions, ...deletionDecisions };

export type DecisionName = keyof typeof decisions;
