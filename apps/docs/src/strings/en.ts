import type { Family, Level, RetryClass, Status } from '@chat-sns/spec';
import { claims, reference } from './en-reference.ts';
import { explorer, userSigTool, workflows } from './en-tools.ts';

const retry: Record<RetryClass, { label: string; meaning: string }> = {
  never: {
    label: 'Do not retry',
    meaning: 'Sending it again changes nothing until the request, the account or the configuration changes.',
  },
  transient: {
    label: 'Back off and retry',
    meaning: 'A temporary problem of the server or a write conflict.',
  },
  throttled: { label: 'Slow down, then retry', meaning: 'Too many calls.' },
  cooldown: { label: 'Wait a minute, then retry', meaning: 'The service refuses calls for about a minute.' },
  're-sign': { label: 'New UserSig, then retry once', meaning: 'The signature is no longer valid.' },
  done: {
    label: 'Treat as done',
    meaning: 'Do not retry: nothing is left to delete on the side of From_Account.',
  },
};

const status: Record<Status, { label: string; meaning: string }> = {
  documented: { label: 'documented', meaning: 'a current page of the vendor states it' },
  observed: { label: 'observed', meaning: 'seen in a real response, stated on no current page' },
  historical: { label: 'historical', meaning: 'only older editions of the pages state it' },
  inferred: { label: 'inferred', meaning: 'concluded from other facts, stated by no source' },
  unknown: { label: 'unknown', meaning: 'looked for and not found' },
};

const family: Record<Family, string> = {
  relationship: 'Relationship service',
  gateway: 'Gateway',
  auth: 'Sign-in and UserSig',
  account: 'Account service',
};

const level: Record<Level, string> = {
  request: 'Whole request (ErrorCode)',
  item: 'Single account (ResultCode)',
};

/** Words of the changelog, which exists in English only. */
const changelog = {
  title: 'Changelog',
  lead: 'What changed in the contract and in the packages made from it.',
  contract: (version: string) => `This site shows version ${version} of the contract.`,
  pending: 'Waiting for the next release',
  none: 'No package has been released yet.',
  bumps: { major: 'major', minor: 'minor', patch: 'patch', none: 'no release' },
};

/** Words around the guides. Their text is in `guides/`. */
const guides = {
  title: 'Guides',
  label: 'All guides',
  lead: 'One task in each guide. A test compiles every sample and runs it against the mock or the sandbox.',
};

/** Words about the language of a page. */
const languages = {
  /** The language's name in itself. */
  name: 'English',
  label: 'Language',
  /** Offers the language at the home page to readers whose browser prefers it. */
  offer: 'This site is also in English.',
  dismiss: 'Dismiss',
  /** Says that a language was translated by machine: short for the bar, long for the page. The original has none. */
  machine: undefined as { short: string; notice: string; original: string } | undefined,
};

/** Words around the sandbox's own document, which is English too. */
const sandboxControl = {
  title: 'Control a sandbox over HTTP',
  lead: 'Read and replace the friend graph, queue faults, and inspect calls and webhooks.',
  seeAlso: 'See also:',
  guide: 'Guide: test with the mock and the sandbox',
  overview: ['Path', 'What it does'],
  responses: 'Responses',
  responseColumns: ['HTTP', 'Meaning', 'Body'],
  noBody: 'none',
  bodies: 'Response bodies',
  files: {
    'control.openapi.yaml': 'This page as an OpenAPI 3.1 document.',
    'state.schema.json': 'JSON Schema of the friend graph and of seed files.',
    'fault.schema.json': 'JSON Schema of a fault.',
  },
};

/** Every word of the site that does not come from the contract. A further language is a second object of this type. */
export const en = {
  retry,
  status,
  family,
  level,
  ...reference,
  claims,
  guides,
  explorer,
  userSigTool,
  languages,
  changelog,
  sandboxControl,
  workflows,
  site: {
    name: 'chat-sns',
    nav: 'Sections',
    menu: 'Menu',
    tree: 'All pages',
    crumbs: 'Where this page is',
    onPage: 'On this page',
    turn: 'Previous and next page',
    previous: 'Previous',
    next: 'Next',
    theme: 'Colours',
    themes: { system: 'as the system', light: 'light', dark: 'dark' },
    /** What the site is about, in the words that people search for. */
    about: 'Tencent Cloud Chat',
    copyPage: 'Copy as Markdown',
    skip: 'Skip to the content',
    copy: 'Copy',
    copyCode: 'Copy code',
    copied: 'Copied',
    copyFailed: 'The browser blocked copying. Select the text instead.',
    unofficial:
      'Unofficial. Not made, checked or endorsed by Tencent. Made from public pages; nothing here was tested against the live service.',
    version: (version: string) => `Contract version ${version}. MIT licence.`,
  },
  notFound: {
    title: 'This page does not exist',
    text: 'The address has no page. The search and the list of pages lead to everything that is here.',
  },
  search: {
    open: 'Search',
    label: 'Search codes, fields, hosts and pages',
    placeholder: '31704, To_Account, Tokyo …',
    hint: 'A code, a field, a path, a host, or words of a heading. Arrow keys choose, Enter opens, Escape closes.',
    results: 'Results',
    none: 'Nothing found.',
    one: '1 result',
    many: '{n} results',
    close: 'Close',
    kinds: {
      code: 'Code',
      call: 'Call',
      host: 'Host',
      field: 'Field',
      page: 'Page',
      heading: 'Section',
    },
  },
  contents: {
    title: 'Everything on this site',
    lead: 'All pages, codes, fields and hosts, and the Chinese terms of the vendor’s pages, each with the place that explains it.',
    fields: 'Fields, values and files',
    terms: 'Terms of the vendor’s Chinese pages',
  },
  sections: {
    start: 'Start',
    api: 'API reference',
    guides: 'Guides',
    errors: 'Error codes',
    tools: 'Tools',
    evidence: 'Evidence',
  },
  nav: {
    'guides/': 'Guides',
    'errors/': 'Error codes',
    'explorer/': 'Explorer',
    'disagreements/': 'Disagreements',
    'sources/': 'Sources',
    'reference/': 'Reference',
  },
  home: {
    title: 'Delete friends and friend lists in Tencent Cloud Chat',
    label: 'Overview',
    description:
      'friend_delete, friend_delete_all and group_delete of the Tencent Cloud Chat (IM) REST API: OpenAPI contract, error codes, limits, samples and tests.',
    lead: 'Reference, client, mock and sandbox for the three server calls that delete friends and friend lists. The vendor’s pages contradict each other in places; every fact here names its source.',
    unofficial:
      'Unofficial: not made, checked or endorsed by Tencent. Nothing is published yet: there are no packages on npm, and the repository has no public address.',
    without:
      'Without a copy of it you can read everything here, take [openapi.yaml and errors.json](#downloads), and send the curl sample of an operation to the service.',
    operations: 'Three operations and a webhook',
    before: 'Before the first call',
    points: [
      '**HTTP 200 does not mean success.** Failures come with HTTP 200 too. Decide by ActionStatus and ErrorCode, not by the HTTP status and not by ErrorInfo.',
      '**OK does not mean that every account was deleted.** deleteFriends most likely returns OK even when some accounts fail (inferred). Read the ResultCode of each account; 31704 means that it was not a friend, so there was nothing to delete.',
      '**A deletion cannot be undone.** Say in every call whether it is one-way or two-way: the vendor’s page about deleteFriends names no default.',
    ],
    find: 'Find your way',
    ways: {
      'guides/': 'From the first call to retries, tests and the webhook. Every sample is tested.',
      'explorer/': 'Send calls from a form to the mock or the sandbox, and see the friend graph change.',
      'errors/': 'What each code means, what to do about it, and whether a retry can help.',
      'disagreements/': 'Where the vendor’s pages contradict each other, and what the contract does there.',
      'sources/': 'The pages and editions that were read, and what the contract says beyond them.',
      'reference/': 'The same contract in Redoc, with search. Requires JavaScript.',
    },
    downloads: 'Machine-readable files',
    files: {
      'openapi.yaml': 'The contract as one OpenAPI 3.1 document.',
      'openapi.json': 'The same document as JSON.',
      'errors.json': 'The error catalogue.',
      'claims.json': 'Every fact with its status and its sources.',
      'llms.txt': 'Every page with a link to its Markdown, for language models.',
      'llms-full.txt': 'The guides, calls and codes as one Markdown file.',
    },
  },
};

export type Strings = typeof en;
