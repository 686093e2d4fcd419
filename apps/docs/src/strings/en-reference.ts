/** Words of the pages that describe calls, codes and sources. */
export const reference = {
  levelShort: { request: 'whole request', item: 'single account' },
  range: {
    items: {
      between: (from: number, to: number) => (from === 0 ? `at most ${to} items` : `${from} to ${to} items`),
      atLeast: (from: number) => `at least ${from} items`,
    },
    characters: {
      between: (from: number, to: number) =>
        from === 0 ? `at most ${to} characters` : `${from} to ${to} characters`,
      atLeast: (from: number) => (from === 1 ? 'not empty' : `at least ${from} characters`),
    },
    bytes: {
      between: (from: number, to: number) => `${from} to ${to} bytes`,
      atLeast: (from: number) => `at least ${from} bytes`,
    },
    number: {
      between: (from: number, to: number) => `${from} to ${to}`,
      atLeast: (from: number) => `at least ${from}`,
    },
  },
  field: {
    required: 'required',
    pattern: 'matches',
    always: 'always',
    whenAbsent: 'when absent',
    eachItem: 'Each:',
    arrayOf: (type: string) => `array of ${type}`,
    oneOfCodes: (count: number) => `One of ${count} codes, listed below.`,
  },
  operation: {
    onPage: 'On this page',
    webhookAddress: 'to the URL that the app has set',
    sections: {
      samples: 'Call it',
      request: 'Request',
      answer: 'Answer',
      limits: 'Limits',
      codes: 'Codes',
      examples: 'Examples',
      related: 'Related calls',
    },
    inRedoc: 'In the Redoc reference',
    firesWebhook: 'Fires a webhook',
    firesNone: 'Fires no webhook',
    inWorkflows: 'In workflows:',
    query: 'Query parameters',
    requestBody: 'Request body',
    answerBody: 'Answer',
    timeout: (seconds: number) =>
      `The service waits ${seconds === 1 ? '1 second' : `${seconds} seconds`} for the answer.`,
    rate: (calls: number, seconds: number) =>
      `${calls} calls ${seconds === 1 ? 'per second' : `in ${seconds} seconds`}, counted for each app and operation`,
    codesIntro:
      'Read `ErrorCode` for the whole request and each `ResultCode` for a single account. 0 is success.',
    codes: (count: number) => (count === 1 ? '1 code' : `${count} codes`),
    codeColumns: ['Code', 'Meaning', 'Level', 'What a client does'],
  },
  calling: {
    title: 'Operations',
    lead: 'Three POST calls with a JSON body. They share one form of address, one way to sign in and one kind of answer.',
    webhook: 'Webhook',
    address: 'Address and sign-in',
    addressText:
      'The query names the app, the administrator who calls and the signature. Parameter names and values are case-sensitive.',
    hosts: 'Hosts by region',
    hostsText:
      'Take the host of the region in which the app was created. The backup host is for the case that the first cannot be reached by its name.',
    hostColumns: ['Region', 'Host', 'Backup host'],
    notOffered: 'Named somewhere, not offered here',
    answers: 'About the contract',
  },
  catalogue: {
    title: 'Error codes',
    description: (count: number) => `${count} codes with meaning, remedy and retry advice.`,
    lead: 'The number is the only part of an answer to decide by: texts vary, and HTTP says 200 to a failure too. Every code has a link of its own, such as `errors/#31704`.',
    search: 'Search',
    retry: 'What a client does',
    any: 'any',
    shown: { one: '{n} code', many: '{n} codes', none: 'No code matches.' },
    action: 'What to do.',
    changed: 'Where sources differ.',
    level: 'Level',
    answeredBy: 'Answered by',
    wireText: 'Text on the wire',
    knownFrom: 'Status',
    kept: (family: string) => `${family}: older and observed codes`,
    explains: (what: string) =>
      what === 'requests'
        ? 'No operation today. Kept because it explains how the service checks requests.'
        : `No operation today. Kept because it explains how ${what} behaves.`,
    example: (operationId: string) => `Example answer of ${operationId}`,
  },
  disagreements: {
    title: 'Where the pages disagree',
    description: 'What the vendor’s pages say differently, and what the contract does there.',
    lead: 'The same call is described by several pages, in several editions and languages. They do not always say the same. Each entry says what differs, what the contract does, and why.',
    index: 'Topics',
    topics: 'Topic by topic',
    choice: 'The contract.',
    reason: 'Why.',
    comparison: {
      title: 'At a glance',
      lead: 'What each edition of each page states. A page that is silent is not wrong: it may be older than what it leaves out. A place is empty where an edition has no such field or only a part of it was read.',
      regions: 'Regions',
      details: 'Frequency, default and success',
      codes: 'Codes that each edition lists',
      page: 'Page',
      code: 'Code',
      contract: 'The contract',
      detailColumns: ['Edition', 'Calls per second', 'Default of DeleteType', 'ErrorInfo on success'],
      notStated: 'not stated',
      listed: 'stated',
      notListed: 'not stated',
      part: 'in part',
    },
  },
  sources: {
    title: 'Sources',
    description:
      'The pages and editions that the contract was checked against, and the claims that go beyond them.',
    lead: 'Each record holds what one edition of one page states. The contract is compared with the records whenever it changes.',
    records: 'Pages that were read',
    discoveries: 'Beyond the pages',
    discoveriesLead: 'Claims that no current page states, with the evidence for each.',
    evidence: 'Evidence.',
    folded: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  },
  redoc: {
    title: 'Reference',
    description: 'The contract in Redoc, with search.',
    noScript: 'Redoc draws this page with JavaScript. Switch it on, or read the same contract here:',
    prerendered: 'On one page, without scripts',
    catalogue: 'Every code explained',
  },
  llms: {
    summary:
      'Unofficial contract of three server API calls of Tencent Cloud Chat that delete friends and friend lists. Every answer comes with HTTP 200: success and failure are told apart by ActionStatus and ErrorCode in the body.',
    operations: 'Operations',
    webhook: 'Webhook, a POST to the URL that the app has set.',
    translation: 'the reference and the error codes, translated by machine.',
    errors: 'Error codes',
    files: 'Machine-readable files',
    more: 'More',
  },
};
