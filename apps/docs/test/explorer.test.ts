import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { printLiteral, type SnippetValues, toCurl, toTypeScript } from '../src/browser/explorer/copies.ts';
import { addressProblem, lineOfValue, linesOf } from '../src/browser/explorer/form.ts';
import { maskUserSig } from '../src/browser/explorer/show-result.ts';
import { explorer } from '../src/strings/en-tools.ts';

const values: SnippetValues = {
  target: 'own',
  base: 'http://127.0.0.1:4020',
  path: '/v4/sns/group_delete',
  region: 'singapore',
  sdkAppId: 1400000000,
  identifier: 'administrator',
  secretKey: 'key',
  userSig: undefined,
  operation: 'deleteFriendLists',
  body: { From_Account: 'alice', GroupName: [`it's "a" $list`, 'b'] },
  unchecked: false,
};

/** The body that a shell passes to curl. */
function printData(curl: string): string {
  const printed = curl.replace(/^curl "[^"]*" \\\n {2}-H '[^']*' \\\n {2}--data-raw /, 'printf %s ');
  return execFileSync('bash', ['-c', printed], { encoding: 'utf8' });
}

test('a shell passes the body to curl exactly as typed', () => {
  expect(JSON.parse(printData(toCurl(values)))).toEqual(values.body);
  const json = `{"From_Account": 'it\\n$(exit 1)`;
  expect(printData(toCurl({ ...values, body: undefined, json }))).toBe(json);
});

test('the signature is a variable in both copies until the reader includes it', () => {
  expect(toCurl(values)).toContain('usersig=${USER_SIG:?set it to ');
  expect(toTypeScript(values)).toContain("secretKey: process.env.SECRET_KEY ?? ''");
  expect(toTypeScript({ ...values, secretKey: undefined })).toContain("userSig: process.env.USER_SIG ?? ''");
  const asked = { ...values, userSig: 'eJ*-_' };
  expect(toCurl(asked)).toContain('usersig=eJ%2A-_\\\n');
  expect(toTypeScript(asked)).toContain("userSig: 'eJ*-_'");
});

test('a shell asks for each value that the form lacks, and sends nothing', () => {
  const lacking = { ...values, base: '', sdkAppId: Number.NaN, identifier: '' };
  const all = { CHAT_URL: 'u', SDK_APP_ID: '1', IDENTIFIER: 'i', USER_SIG: 's' };
  const run = (missing: string) =>
    spawnSync('bash', ['-c', `curl() { echo "$1"; }; ${toCurl(lacking)}`], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...all, [missing]: '' },
    });
  expect(run('none').stdout).toMatch(
    /^u\/v4\/sns\/group_delete\?sdkappid=1&identifier=i&usersig=s&random=\d+&contenttype=json\n$/,
  );
  for (const missing of Object.keys(all)) {
    const { status, stdout, stderr } = run(missing);
    expect([status === 0, stdout], missing).toEqual([false, '']);
    expect(stderr).toMatch(new RegExp(`${missing}: set it to an? |${missing}: set it to the `));
  }
});

test('the TypeScript has the typed strings as equivalent literals', () => {
  expect(toTypeScript(values)).toContain(String.raw`GroupName: ['it\'s "a" $list', 'b']`);
  expect(toTypeScript({ ...values, target: 'live' })).toContain("region: 'singapore'");
});

test('the TypeScript is a comment when the body is not a JSON object, and the raw call when the checks are skipped', () => {
  expect(toTypeScript({ ...values, body: undefined })).toMatch(/^\/\/ .*\n$/);
  expect(toTypeScript({ ...values, unchecked: true })).toContain("chat.raw.POST('/v4/sns/group_delete', {");
});

test('a literal is equivalent to its JSON, whatever its names and strings contain', async () => {
  const json = String.raw`{"a":null,"b-c":[[],{},[1,{"d":true}]],"__proto__":{"x":1},"":"'\\'\"\\\" \n\u2028\ud800</script>","n":-1.5e-7,"1":"\\"}`;
  const module = `export default ${printLiteral(JSON.parse(json))}`;
  const { default: read } = await import(`data:text/javascript,${encodeURIComponent(module)}`);
  expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(json)));
});

test('only addresses that the policy of the page allows are accepted', () => {
  const { problems } = explorer.script;
  const problemOf = (address: string) => addressProblem(address, problems);
  for (const address of ['http://127.0.0.1:4020', 'http://localhost', 'http://LOCALHOST:1/x']) {
    expect(problemOf(address), address).toBeUndefined();
  }
  for (const address of ['http://localhost.example.com', 'http://127.0.0.1.example.com', 'http://', '']) {
    expect(problemOf(address), address).toBe(problems.address);
  }
  expect(problemOf('http://localhost:1/?x=1')).toBe(problems.addressExtra);
});

test('an address that is nearly right gets a message with what to write instead', () => {
  const { problems } = explorer.script;
  const insteadOf = (address: string) => addressProblem(address, problems)?.match(/http:\/\/\S+/)?.[0];
  expect(insteadOf('http://[::1]:4020')).toBe('http://localhost:4020');
  expect(insteadOf('http://[0:0:0:0:0:0:0:1]')).toBe('http://localhost');
  expect(insteadOf('[::1]:4020')).toBe('http://localhost:4020');
  expect(insteadOf('https://127.0.0.1:4020')).toBe('http://127.0.0.1:4020');
  expect(insteadOf('ftp://localhost')).toBe('http://localhost');
  expect(insteadOf('localhost:4020')).toBe('http://localhost:4020');
});

test('a shown URL contains no signature', () => {
  expect(maskUserSig('http://a/?usersig=secret&random=1')).toBe('http://a/?usersig=***&random=1');
});

test('lists are read line by line without blanks, and each value keeps its line number', () => {
  const text = ' bob \n\ncarol\n';
  expect(linesOf(text)).toEqual(['bob', 'carol']);
  expect([0, 1].map((index) => lineOfValue(text, index))).toEqual([1, 3]);
});
