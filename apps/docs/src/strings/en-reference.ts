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
    secret: 'secret, keep it out of logs',
    pattern: 'matches',
    always: 'always',
    whenAbsent: 'when absent',
    eachItem: 'Each:',
    arrayOf: (type: string) => `array of ${type}`,
    oneOfCodes: (count: number) => `${count} known codes, listed below.`,
  },
  operation: {
    onPage: 'On this page',
    webhookAddress: 'to the URL configured for the app',
    sections: {
      samples: 'Call it',
      request: 'Request',
      response: 'Response',
      limits: 'Limits',
      codes: 'Codes',
      examples: 'Examples',
      related: 'Related calls',
    },
    sampleUrl: 'Sample address of the vendor’s page; xxxxxx stands for the host',
    debuggingTool: 'In the vendor’s debugging tool',
    publicCodes: (from: number, to: number) =>
      `The codes from ${from} to ${to} are public ones, which every call of the service can get:`,
    inRedoc: 'In the Redoc reference',
    firesWebhook: 'Fires a webhook',
    firesNone: 'Fires no webhook',
    inWorkflows: 'In workflows:',
    query: 'Query parameters',
    requestBody: 'Request body',
    responseBody: 'Response',
    timeout: (seconds: number) =>
      `The service waits ${seconds === 1 ? '1 second' : `${seconds} seconds`} for the response.`,
    rate: (calls: number, seconds: number) =>
      `${calls} calls ${seconds === 1 ? 'per second' : `in ${seconds} seconds`}`,
    rateScope: 'Counted for each app and operation',
    codesIntro: 'Read `ErrorCode`. 0 is success.',
    codesIntroWithItems:
      'Read `ErrorCode` for the whole request and each `ResultCode` for a single account. 0 is success. The page has one list for both, so at which of them a code stands is mostly inferred.',
    codes: (count: number) => (count === 1 ? '1 code' : `${count} codes`),
    codeColumns: ['Code', 'Meaning', 'Level', 'Retry advice'],
  },
  calling: {
    title: 'Operations',
    lead: 'Three POST calls with a JSON body. They share one URL format, one way to sign in and one response format.',
    webhook: 'Webhook',
    address: 'Address and sign-in',
    addressText:
      'The query names the app, the administrator who calls and the signature. Parameter names and values are case-sensitive.',
    hosts: 'Hosts by region',
    hostsText:
      'Use the host of the region in which the app was created, and its backup host when the first name does not resolve.',
    hostColumns: ['Region', 'Host', 'Backup host'],
    notOffered: 'Mentioned elsewhere, not offered here',
    about: 'About the contract',
  },
  catalogue: {
    title: 'Error codes',
    description: (count: number) => `${count} codes with meaning, remedy and retry advice.`,
    lead: 'Decide by the number alone: messages vary, and failures come with HTTP 200 too. Every code has its own link, such as `errors/#31704`.',
    search: 'Search',
    retry: 'Retry advice',
    any: 'any',
    shown: { one: '{n} code', many: '{n} codes', none: 'No code matches.' },
    action: 'What to do.',
    changed: 'Where sources differ.',
    level: 'Level',
    returnedBy: 'Returned by',
    wireText: 'Message on the wire',
    knownFrom: 'Status',
    kept: (family: string) => `${family}: older and observed codes`,
    explains: (what: string) =>
      what === 'requests'
        ? 'No operation returns it today. It is kept because it explains how the service checks requests.'
        : `No operation returns it today. It is kept because it explains how ${what} behaves.`,
    example: (operationId: string) => `Example response of ${operationId}`,
  },
  disagreements: {
    title: 'Where the pages disagree',
    description: 'Where the vendor’s pages contradict each other, and what the contract does there.',
    lead: 'Several pages describe the same call, in several editions and languages, and they do not always agree. Each entry says what differs, what the contract does, and why.',
    index: 'Topics',
    topics: 'Topic by topic',
    choice: 'The contract.',
    reason: 'Why.',
    comparison: {
      title: 'At a glance',
      lead: 'What each edition of each page states. A page that omits something is not wrong: it may be older than what it omits. A cell is empty where an edition has no such field, or where only part of it was read.',
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
    lead: 'Each record contains what one edition of one page states. Every change of the contract is checked against the records.',
    records: 'Pages that were read',
    discoveries: 'Beyond the pages',
    discoveriesLead: 'Claims that no current page states, with the evidence for each.',
    evidence: 'Evidence.',
    folded: (count: number) => (count === 1 ? '1 source' : `${count} sources`),
  },
  redoc: {
    title: 'Reference',
    description: 'The contract in Redoc, with search.',
    noScript: 'Redoc needs JavaScript to draw this page. Turn it on, or read the same contract here:',
    prerendered: 'On one page, without scripts',
    catalogue: 'Every code explained',
  },
  llms: {
    summary:
      'Unofficial contract of three server API calls of Tencent Cloud Chat that delete friends and friend lists. Every response comes with HTTP 200: ActionStatus and ErrorCode in the body distinguish success from failure.',
    operations: 'Operations',
    webhook: 'Webhook, a POST to the URL configured for the app.',
    translation: 'the reference and the error codes, translated by machine.',
    errors: 'Error codes',
    files: 'Machine-readable files',
    more: 'More',
  },
};
