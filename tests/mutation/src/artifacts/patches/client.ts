import { type ArtifactMutant, patchesOf } from './patches-of.ts';

const client = patchesOf('packages/client');

/** What the client could do wrong while the contract stays right. Each patch names one place of the built package. */
export const clientMutants: ArtifactMutant[] = [
  client('swallows a FAIL', /failed: status !== "OK" \|\| code !== 0/, 'failed: false', /FAIL with 30003/),
  client(
    'decides by the code alone',
    /failed: status !== "OK" \|\| code !== 0/,
    'failed: code !== 0',
    /FAIL with 0/,
  ),
  client(
    'decides by the status alone',
    /failed: status !== "OK" \|\| code !== 0/,
    'failed: status !== "OK"',
    /OK with 30003/,
  ),
  client(
    'forgets an item code',
    /"31707": \{\s*"title": "DeletionFiltered",\s*"retry": "never"\s*\},/,
    '',
    /an item with 31707/,
  ),
  client(
    'takes a non-friend for a failure',
    /else if \(isDone\(item\.ResultCode\)\) outcome/,
    'else if (false) outcome',
    /item with 31704/,
  ),
  client(
    'takes every item for deleted',
    /else if \(item\.ResultCode === 0\) outcome/,
    'else if (true) outcome',
    /an item with \d+: deleted/,
  ),
  client(
    'matches items by position',
    /const item = counted\.get\(account\);/,
    'const item = [...counted.values()][sent.To_Account.indexOf(account)];',
    /an item with/,
  ),
  client(
    'loses unanswered accounts',
    /outcome\.unanswered\.push\(account\)/,
    'outcome.deleted.push(account)',
    /unanswered/,
  ),
  // At the place of the call: how a random number is made may change.
  client(
    'sends random beyond 32 bits',
    /random: random\(\)/,
    'random: random() * 4',
    /random is a whole number/,
  ),
  client(
    'sends half of the range of random',
    /random: random\(\)/,
    'random: random() >>> 1',
    /random uses all 32 bits/,
  ),
  client('sends the same random', /random: random\(\)/, 'random: 7', /random is fresh/),
  client('sends contenttype xml', /contenttype: "json"\s*\}/, 'contenttype: "xml" }', /sends the query/),
  client(
    'deletes both ways by default',
    /request\.DeleteType \?\? "Delete_Type_Single"/,
    'request.DeleteType ?? "Delete_Type_Both"',
    /deleteAllFriends sends the body/,
  ),
  client('sends 1001 accounts', /"accountsPerRequest": 1e3/, '"accountsPerRequest": 1001', /1001 accounts/),
  client(
    'refuses the 1000th account',
    /"accountsPerRequest": 1e3/,
    '"accountsPerRequest": 999',
    /1000 accounts/,
  ),
  client('sends 33 lists', /"listsPerRequest": 32/, '"listsPerRequest": 33', /33 lists/),
  client(
    'counts characters for bytes',
    /new TextEncoder\(\)\.encode\(value\)\.length <= limits/,
    'value.length <= limits',
    /33 bytes/,
  ),
  client(
    'takes HTTP 502 for an answer',
    /if \(response\.status !== 200\) throw[^;]*;/,
    'if (response.status !== 200) return Response.json({ ActionStatus: "OK", ErrorCode: 0, ErrorInfo: "", CurrentSequence: 1 });',
    /HTTP 502/,
  ),
  client(
    'calls the path of another operation',
    /post\(operations\[operation\]\.path,/,
    'post(operations.deleteFriends.path,',
    /deleteAllFriends sends to/,
  ),
  client('forgets the sequence', /sequence: body\.CurrentSequence,/, 'sequence: 0,', /sequence comes back/),
];
