import type { Decision } from './decision.ts';

/** Open questions about a request, before anything is carried out. */
export const requestDecisions = {
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
