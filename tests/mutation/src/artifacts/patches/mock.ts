import { type ArtifactMutant, patchesOf } from './patches-of.ts';

const mock = patchesOf('apps/mock');

/** What the mock could do wrong while the contract stays right. Each patch names one place of the built package. */
export const mockMutants: ArtifactMutant[] = [
  mock(
    'answers 422',
    /(jsonReply = \(body\) => \(\{\s*)status: 200/,
    '$1status: body.ActionStatus === "OK" ? 200 : 422',
    /expected 200, got 422|200,"FAIL"/,
  ),
  mock(
    'answers success to every request',
    /(function faultOf\(operation, body, violations\) \{)/,
    '$1 return undefined;',
    /answer: expected \["FAIL"/,
  ),
  mock(
    'counts characters for bytes',
    /Buffer\.byteLength\(entry\) > limit/,
    'entry.length > limit',
    /33 bytes/,
  ),
  mock(
    'forgets that sdkappid has a code of its own',
    /about\("sdkappid"\)\(violation\)/,
    'false',
    /sdkappid is missing/,
  ),
  mock(
    'gives numbers as accounts the common code',
    /code === "type" && isAccount\(operation, location\)/,
    'false',
    /is a number|holds a number/,
  ),
  mock(
    'answers in reverse order',
    /const items = accounts\.map\(/,
    'const items = [...accounts].reverse().map(',
    /an item with mock/,
  ),
  mock(
    'ignores mock accounts',
    /(function itemAnswer\(operation, account\) \{)/,
    '$1 return undefined;',
    /an item with mock/,
  ),
  mock(
    'forgets codes of whole requests',
    /found\.request\.set\(value\.ErrorCode, name\)/,
    'void name',
    /with mock-\d+/,
  ),
];
