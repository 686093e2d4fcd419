import { type ArtifactMutant, patchesOf } from './patches-of.ts';

const sandbox = patchesOf('apps/sandbox');

/** What the sandbox could do wrong while the contract stays right. Each patch names one place of the built package. */
export const sandboxMutants: ArtifactMutant[] = [
  sandbox(
    'skips the reverse direction',
    /(const ResultItem = To_Account\.map[\s\S]*?if \()bothSides && /,
    '$1false && ',
    /reverse direction/,
  ),
  sandbox(
    'skips the reverse direction of all friends',
    /(for \(const friend of mine\.friends\.keys\(\)\) \{[\s\S]*?if \()bothSides && /,
    '$1false && ',
    /all friends/,
  ),
  sandbox(
    'deletes both ways whatever is asked',
    /(function deleteFriends\([^{]*\{[^{]*\{\s*const bothSides = )DeleteType === "Delete_Type_Both"/,
    '$1true',
    /one-way/,
  ),
  sandbox('forgets the sequence', /mine\.sequence \+ 1/, 'mine.sequence', /sequence/),
  sandbox(
    'counts lists in the sequence',
    /mine\.sequence \+ 1/,
    'mine.sequence + names.length',
    /sequence grows by one/,
  ),
  sandbox(
    'deletes the lists that it finds',
    /rules\.missingLists === "strict"/,
    'false',
    /missing one fails/,
  ),
  sandbox('keeps the deleted lists', /account\.lists\.delete\(name\);/, ';', /lists: the state/),
  sandbox('deletes nothing', /account\.friends\.delete\(To_Account\);/, ';', /friends of ann/),
  sandbox('takes a second mention for a friend', / && !gone\.has\(friend\)/, '', /named twice/),
  sandbox(
    'deletes strangers',
    /if \(mine\.friends\.has\(friend\)( &&)/,
    'if (true$1',
    /not a friend|two-way: items/,
  ),
  sandbox(
    'tells the webhook one direction',
    /PairList: \[\.\.\.pairs\]/,
    'PairList: pairs.slice(0, 1)',
    /webhook has one pair/,
  ),
  sandbox('calls the webhook for nothing', /if \(pairs\.length === 0\) return;/, '', /no webhook/),
  sandbox(
    'accepts every key',
    /if \(!signed\.authentic\) fail\("UserSigWrongKey"\);/,
    '',
    /a key of another app/,
  ),
  sandbox(
    'accepts every caller',
    /if \(!gateway\.admins\.includes\(query\.identifier\)\)/,
    'if (false)',
    /no admin/,
  ),
  sandbox(
    'knows every account',
    /graph\.get\(id\) \?\? refuse\("AccountNotFound"\)/,
    'graph.get(id) ?? { friends: new Map(), lists: new Map(), sequence: 0 }',
    /never imported/,
  ),
  sandbox(
    'has no call frequency',
    /if \(!gateway\.countCall\(operation\)\)/,
    'if (false)',
    /200 calls in a second/,
  ),
  sandbox(
    'counts characters for bytes',
    /Buffer\.byteLength\(name\) > limits\.listNameBytes\);\s*if \(long !== -1\)/,
    'name.length > limits.listNameBytes); if (long !== -1)',
    /33 bytes/,
  ),
];
