import type { ContractDocument, JsonExample, Operation } from '../documents/openapi.ts';
import { contentExamples } from './examples.ts';

type Body = JsonExample['value'];
interface Sample {
  path: string;
  operationId: string;
  body: Body;
}

/**
 * Gives every operation the same samples: the request of its first example that states every field, sent with curl,
 * with the client and with what Node and Python bring along. Address and credentials are variables of the environment.
 * Changes the document and returns it.
 */
export function placeSamples(document: ContractDocument): ContractDocument {
  for (const [path, { post }] of Object.entries(document.paths)) {
    const sample = { path, operationId: post.operationId, body: findFullRequest(document, post) };
    post['x-codeSamples'] = [
      { lang: 'Shell', label: 'curl', source: curl(sample) },
      { lang: 'TypeScript', label: 'TypeScript client', source: client(sample) },
      { lang: 'JavaScript', label: 'Node', source: node(sample) },
      { lang: 'Python', label: 'Python', source: python(sample) },
    ];
  }
  return document;
}

function findFullRequest(document: ContractDocument, { requestBody, operationId }: Operation): Body {
  const requests = Object.values(contentExamples(document, requestBody.content['application/json'].examples));
  const most = Math.max(...requests.map(({ value }) => Object.keys(value).length));
  const full = requests.find(({ value }) => Object.keys(value).length === most);
  if (full === undefined) throw new Error(`spec/paths/${operationId}.yaml has no example of a request`);
  return full.value;
}

const curl = ({ path, body }: Sample) => `curl "\${CHAT_URL:?}${path}\\
?sdkappid=$SDK_APP_ID\\
&identifier=$IDENTIFIER\\
&usersig=$USER_SIG\\
&random=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')\\
&contenttype=json" \\
  -H 'content-type: application/json' \\
  --data '${JSON.stringify(body)}'
`;

const client = ({ operationId, body }: Sample) => `import { createChatClient } from '@chat-sns/client';

const chat = createChatClient({
  baseUrl: process.env.CHAT_URL ?? '',
  sdkAppId: Number(process.env.SDK_APP_ID),
  identifier: process.env.IDENTIFIER ?? '',
  secretKey: process.env.SECRET_KEY ?? '',
});

const outcome = await chat.${operationId}({
${printFields(body, '  ')}
});
console.log(outcome);
`;

const node = ({ path, body }: Sample) => `const url = new URL('${path}', process.env.CHAT_URL ?? '');
url.search = String(
  new URLSearchParams({
    sdkappid: process.env.SDK_APP_ID ?? '',
    identifier: process.env.IDENTIFIER ?? '',
    usersig: process.env.USER_SIG ?? '',
    random: String(Math.floor(Math.random() * 2 ** 32)),
    contenttype: 'json',
  }),
);
const response = await fetch(url, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
${printFields(body, '    ')}
  }),
});
const result = await response.json();

// A failure has HTTP 200 too: the body decides.
if (result.ActionStatus !== 'OK' || result.ErrorCode !== 0) {
  throw new Error(\`\${result.ErrorCode} \${result.ErrorInfo}\`);
}
console.log(result);
`;

const python = ({ path, body }: Sample) => `import json
import os
import random
from urllib.parse import urlencode
from urllib.request import Request, urlopen

query = urlencode({
    "sdkappid": os.environ["SDK_APP_ID"],
    "identifier": os.environ["IDENTIFIER"],
    "usersig": os.environ["USER_SIG"],
    "random": random.randrange(2**32),
    "contenttype": "json",
})
body = {
${Object.entries(body)
  .map(([name, value]) => `    ${JSON.stringify(name)}: ${printJson(value)},`)
  .join('\n')}
}
request = Request(
    os.environ["CHAT_URL"] + "${path}?" + query,
    json.dumps(body).encode(),
    {"Content-Type": "application/json"},
)
with urlopen(request) as response:
    result = json.load(response)

# A failure has HTTP 200 too: the body decides.
if result["ActionStatus"] != "OK" or result["ErrorCode"] != 0:
    raise SystemExit(f"{result['ErrorCode']} {result['ErrorInfo']}")
print(result)
`;

const printFields = (body: Body, indent: string) =>
  Object.entries(body)
    .map(([name, value]) => `${indent}${name}: ${printJson(value).replaceAll('"', "'")},`)
    .join('\n');

const printJson = (value: unknown) => JSON.stringify(value).replaceAll('","', '", "');
