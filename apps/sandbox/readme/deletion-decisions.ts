import type { Decision } from './decision.ts';

/** Open questions about what a deletion does and answers. */
export const deletionDecisions = {
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
