import type { SettingName } from '../src/settings.ts';

/** How sure a decision is, in the words of the contract. */
type Status = 'documented' | 'observed' | 'historical' | 'inferred';

/** One open question and what the sandbox does about it. */
export interface Decision {
  readonly question: string;
  readonly answer: string;
  readonly status: Status;
  /** Where the answer comes from, or what else it could be. */
  readonly basis: string;
  /** Setting that switches or tunes it. */
  readonly setting?: SettingName;
}

/** Open questions about a request, before anything is carried out. */
const requestDecisions = {
  checkOrder: {
    question: 'In which order are faults of a request found?',
    answer:
      'Path and method, JSON, URL parameters, UserSig, frequency, admin, account types, shape, account, business.',
    status: 'inferred',
    basis: 'No page gives an order. The gateway has codes of its own, so it looks first.',
  },
  wrongMethod: {
    question: 'What does a GET get?',
    answer: 'InvalidResource, as an unknown path does.',
    status: 'inferred',
    basis: 'The code says that the URL asks for something that does not exist.',
  },
  largeBody: {
    question: 'How large may a body be?',
    answer: '1 MiB; more is HttpParseError.',
    status: 'inferred',
    basis: '1000 accounts take 35 KB. No page gives a limit for these operations.',
  },
  slowRequest: {
    question: 'What becomes of a request that does not arrive?',
    answer: 'TimeoutOrBadRequest after 3 seconds.',
    status: 'inferred',
    basis: 'The overview states the 3 seconds; that they count for a slow sender is inferred.',
    setting: 'requestTimeout',
  },
  urlParameters: {
    question: 'Which URL parameters are refused?',
    answer:
      'A missing, empty, malformed or repeated one of the five: AppIdMissing for sdkappid, else InvalidQueryParameter. Unknown ones pass.',
    status: 'inferred',
    basis: 'The current table has both codes and says no more.',
  },
  random: {
    question: 'Is random looked at?',
    answer: 'It must be an integer from 0 to 4294967295. The same one may come again.',
    status: 'inferred',
    basis: 'The range is documented. Nothing says what happens outside it, or to a repetition.',
    setting: 'randomParameter',
  },
  userSig: {
    question: 'In which order is a UserSig checked?',
    answer: 'Readable, sdkappid, known app, identifier, validity (its last second counts), signature.',
    status: 'inferred',
    basis:
      "The vendor's own Go package verifies in this order. Tolerance for a skewed clock is unknown: none here.",
  },
  badSignatures: {
    question: 'When do bad signatures lock?',
    answer: 'Never, unless a limit per minute is set; then UserSigAttemptsThrottled.',
    status: 'inferred',
    basis: 'The code and its minute are documented, the threshold is not.',
    setting: 'badSignatureLimit',
  },
  frequency: {
    question: 'What is limited to 200 calls per second?',
    answer: 'Each operation of the app, over any second; one more is RateLimited.',
    status: 'inferred',
    basis: 'The pages give the number for each endpoint, an older page names the app as scope.',
    setting: 'rateLimit',
  },
  nonAdmin: {
    question: 'What does a caller get who is no admin?',
    answer: 'IdentifierNotAdmin from the gateway.',
    status: 'inferred',
    basis:
      'Both codes are documented. With AdminRequired a user may act on the own account, as the FAQ implies.',
    setting: 'nonAdmin',
  },
  accountTypes: {
    question: 'What is an account that is no string?',
    answer:
      'InvalidAccountType in From_Account or as an entry of To_Account; any other wrong type is InvalidParameter.',
    status: 'inferred',
    basis:
      'The code asks for strings. A captured answer to an object in place of an array is InvalidParameter.',
  },
  limits: {
    question: 'What do 0 or 1001 accounts, 33 lists or a wrong DeleteType get?',
    answer: 'The whole request fails with InvalidParameter.',
    status: 'inferred',
    basis: 'Older pages had codes of their own (31701, 31702, 32301, 32302); today only this one is listed.',
  },
  unknownFrom: {
    question: 'What if From_Account is not imported?',
    answer: 'The whole request fails with AccountNotFound and Err_Sns_Invalid_Account.',
    status: 'observed',
    basis: 'Sample of an older page and a captured answer of a sibling call.',
  },
} as const satisfies Record<string, Decision>;

/** Open questions about what a deletion does and answers. */
const deletionDecisions = {
  partialFailure: {
    question: 'What does the top level say when accounts fail?',
    answer: 'OK, even when all of them fail.',
    status: 'inferred',
    basis: 'Samples of the sibling batch calls show OK with failed items. None has all of them failing.',
  },
  itemOrder: {
    question: 'In which order are the results?',
    answer: 'That of the request, one for each entry.',
    status: 'inferred',
    basis: 'Every sample shows it.',
  },
  nonFriend: {
    question: 'What is the code for a To_Account that is not a friend?',
    answer: 'NotFriend (31704).',
    status: 'observed',
    basis: 'Tables and a capture say 31704, the FAQ says 30001.',
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
    question: 'What if an account stands in To_Account twice?',
    answer: 'The second time it is not a friend any more.',
    status: 'inferred',
    basis: 'Nothing was found. One after the other is the simplest reading.',
  },
  ownAccount: {
    question: 'What if From_Account stands in To_Account?',
    answer: 'It is not a friend.',
    status: 'inferred',
    basis: 'Nothing was found.',
  },
  deleteTypeDefault: {
    question: 'Which sides does deleteFriends delete without DeleteType?',
    answer: 'One side.',
    status: 'inferred',
    basis: 'deleteAllFriends documents one-way for the same field; the page of deleteFriends states none.',
  },
  reverseOnly: {
    question: 'What does two-way do with someone who has From_Account as a friend and is none?',
    answer: 'Nothing: it is not a friend.',
    status: 'inferred',
    basis: 'Historical codes check the forward relation first.',
  },
  failAccount: {
    question: 'Is there a Fail_Account?',
    answer: 'No.',
    status: 'documented',
    basis: 'Not since 2019; older pages had it, and sibling calls have it when an account fails.',
    setting: 'failAccount',
  },
  successInfo: {
    question: 'What is ErrorInfo of a success?',
    answer: '"0" for deleteFriends and deleteFriendLists, empty for deleteAllFriends.',
    status: 'documented',
    basis: 'So the samples, which disagree with each other.',
    setting: 'successInfo',
  },
  resultInfo: {
    question: 'What is ResultInfo of a deleted account?',
    answer: 'Empty.',
    status: 'documented',
    basis: 'The page says empty; clients have seen "OK".',
    setting: 'resultInfo',
  },
  noFriends: {
    question: 'What does deleteAllFriends say of an account without friends?',
    answer: 'OK.',
    status: 'inferred',
    basis: 'Nothing was found.',
  },
  deleteAllBothSides: {
    question: 'Whose lists does a two-way deleteAllFriends change?',
    answer: 'Those of the friends in the own list. Who only has From_Account in theirs keeps it.',
    status: 'inferred',
    basis: 'The definition of two-way speaks of friends.',
  },
  listNamesSurvive: {
    question: 'What becomes of the friend lists when friends are deleted?',
    answer: 'Members leave them; their names and the sequence stay.',
    status: 'inferred',
    basis: 'A membership is part of the friend data, a name is not.',
  },
  listMembersStay: {
    question: 'Does deleting a list delete its members?',
    answer: 'No. They stay friends and lose the list.',
    status: 'inferred',
    basis: 'A list is a tag on a friend; deleting friends has calls and a webhook of its own.',
  },
  missingLists: {
    question: 'What if a list does not exist?',
    answer: 'The whole request fails with InvalidParameter, and no list is deleted.',
    status: 'inferred',
    basis: 'Historically 32309. The answer has no results for single names.',
    setting: 'missingLists',
  },
  sequence: {
    question: 'How does CurrentSequence move?',
    answer:
      'By one with each call that deletes a list, whatever their number. A name given twice counts once.',
    status: 'inferred',
    basis: 'Samples show 2, 3 and 4 after successive writes.',
  },
  webhookPairs: {
    question: 'What does the webhook of a deletion say?',
    answer: 'One call per request with the directions that ended; none when nothing was deleted.',
    status: 'observed',
    basis: 'The page has several friends in one call, a capture from a client has both directions of one.',
  },
  webhookOthers: {
    question: 'Do the other two operations fire a webhook?',
    answer: 'No.',
    status: 'documented',
    basis: 'The Chinese page of deleteAllFriends says so; the oldest page of deleteFriendLists names none.',
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
    question: 'What does a write get that meets another one on its From_Account?',
    answer: 'Its turn.',
    status: 'inferred',
    basis: 'WriteConflict is documented, when it happens is not.',
    setting: 'concurrentWrites',
  },
  writeTime: {
    question: 'How long does a write occupy its account?',
    answer: 'No time to speak of.',
    status: 'inferred',
    basis: 'Set some milliseconds to let writes meet.',
    setting: 'writeTime',
  },
} as const satisfies Record<string, Decision>;

/** What the sandbox does where the vendor's pages leave something open. The README's table is written from here. */
export const decisions = { ...requestDecisions, ...deletionDecisions };

export type DecisionName = keyof typeof decisions;
