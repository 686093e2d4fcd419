import { checkClient } from './harness/clients.ts';
import {
  checkMsw,
  checkPostman,
  checkSampler,
  checkSpectral,
  checkSwaggerParser,
} from './harness/readers.ts';
import { checkGateway, checkPrismMock } from './harness/servers.ts';
import type { Failure, Tool } from './harness/tool.ts';

const prismNotJson: Failure = {
  cause: { reproduction: 'prism: a body that is not JSON' },
  found: '; not deleteFriends: the body is not JSON (no response)',
  note: 'Never responds to a body that is not JSON.',
};

/** Every tool, in the order of the table. */
export const tools: Tool[] = [
  {
    id: 'openapi-fetch',
    title: 'openapi-typescript and openapi-fetch',
    packages: ['openapi-typescript', 'openapi-fetch'],
    commands: [
      'openapi-typescript openapi.yaml --output chat.ts --enum --conditional-enums --default-non-nullable=false',
    ],
    notes:
      '`--default-non-nullable=false` keeps `DeleteType` of `deleteAllFriends` optional. `--enum --conditional-enums` gives the codes names (`DeleteFriendsErrorCodeKnown.AccountNotFound`); leave both out where the output must have no code.',
    quick: true,
    check: checkClient(true),
  },
  {
    id: 'hey-api',
    title: 'Hey API',
    packages: ['@hey-api/openapi-ts'],
    commands: ['openapi-ts'],
    notes: "`enums: 'javascript'` gives the codes names: `DeleteFriendsErrorCodeKnown.ACCOUNT_NOT_FOUND`.",
    quick: true,
    check: checkClient(true),
  },
  {
    id: 'orval',
    title: 'Orval',
    packages: ['orval'],
    commands: ['orval'],
    notes:
      'The generated functions know no host: the mutator `send.ts` adds it. The codes have names: `DeleteFriendsErrorCodeKnown.AccountNotFound`.',
    quick: true,
    check: checkClient(true),
  },
  {
    id: 'openapi-zod-client',
    title: 'openapi-zod-client',
    packages: ['openapi-zod-client', '@zodios/core', 'zod'],
    commands: ['openapi-zod-client openapi.yaml --output client.ts --export-schemas'],
    notes:
      'Needs Zod 3. It checks every request and response while the program runs. The codes have no names.',
    quick: true,
    check: checkClient(false),
  },
  {
    id: 'kubb',
    title: 'Kubb',
    packages: ['@kubb/cli', '@kubb/plugin-client'],
    commands: ['kubb generate'],
    notes:
      'Version 4. The `fetch` client sends no content type of its own, so the snippet adds one. The codes have names: `deleteFriendsErrorCodeKnownEnum.AccountNotFound`.',
    quick: false,
    check: checkClient(true),
  },
  {
    id: 'typed-openapi',
    title: 'typed-openapi',
    packages: ['typed-openapi'],
    commands: ['typed-openapi openapi.yaml --output client.ts'],
    notes:
      'The generated client sends nothing itself: the snippet passes it `fetch`. The codes have no names.',
    quick: false,
    check: checkClient(false),
  },
  {
    id: 'redocly',
    title: 'Redocly generate-client',
    packages: ['@redocly/cli'],
    commands: ['redocly generate-client openapi.yaml --output client.ts'],
    notes:
      'Experimental. Outside of browsers the client adds the header `X-Redocly-Client`. The codes have no names.',
    quick: false,
    check: checkClient(false),
  },
  {
    id: 'express-openapi-validator',
    title: 'express-openapi-validator',
    packages: ['express-openapi-validator', 'express'],
    commands: ['node gateway.ts'],
    notes: 'Validates requests and responses.',
    quick: true,
    check: checkGateway,
  },
  {
    id: 'openapi-backend',
    title: 'openapi-backend',
    packages: ['openapi-backend'],
    commands: ['node gateway.ts'],
    notes:
      'Set `quick: true`: without it, the document is checked against the schema of OpenAPI 3.0 and refused.',
    quick: true,
    check: checkGateway,
  },
  {
    id: 'prism-mock',
    title: 'Prism, mock',
    packages: ['@stoplight/prism-cli'],
    commands: ['prism mock openapi.yaml --port "$PORT"'],
    notes:
      '`Prefer: example=error-30003` asks for a refusal. Refuses invalid requests with 422, which the service never sends.',
    quick: true,
    check: checkPrismMock,
    failures: { 'requests: faults': prismNotJson },
  },
  {
    id: 'prism-proxy',
    title: 'Prism, proxy',
    packages: ['@stoplight/prism-cli'],
    commands: ['prism proxy openapi.yaml "$UPSTREAM" --port "$PORT" --errors'],
    notes: 'With `--errors` it stops what the document does not allow.',
    quick: false,
    check: checkGateway,
    failures: { 'requests: faults': prismNotJson },
  },
  {
    id: 'msw-source',
    title: 'Mock Service Worker',
    packages: ['@msw/source', 'msw'],
    commands: [],
    notes:
      'Needs MSW 2. Intercepts the calls to every host in `servers`, and gives the first example of each operation.',
    quick: false,
    check: checkMsw,
  },
  {
    id: 'postman',
    title: 'Postman',
    packages: ['openapi-to-postmanv2', 'newman'],
    commands: [
      'openapi2postmanv2 --spec openapi.yaml --output collection.json --options folderStrategy=Tags,parametersResolution=Example',
      'newman run collection.json --env-var "baseUrl=$CHAT_URL" --reporters json --reporter-json-export report.json',
    ],
    notes:
      'The collection holds sample credentials: put your own into the parameters, and a fresh `random` into each call.',
    quick: false,
    check: checkPostman,
  },
  {
    id: 'openapi-sampler',
    title: 'openapi-sampler',
    packages: ['openapi-sampler'],
    commands: ['node sample.ts'],
    notes: 'Makes a request and a response of each operation out of the schemas.',
    quick: false,
    check: checkSampler,
  },
  {
    id: 'spectral',
    title: 'Spectral, all rules',
    packages: ['@stoplight/spectral-cli'],
    commands: [
      'spectral lint openapi.yaml --ruleset all-rules.yaml --fail-severity hint --quiet --format text',
    ],
    notes: 'Every rule of `spectral:oas`, down to hints.',
    quick: true,
    check: checkSpectral,
    failures: {
      'loads: contact-properties': {
        cause: 'document',
        found: '"Contact object must have "name", "url" and "email"."',
        note: 'Its one finding is the contact without an e-mail address: the project has no address to give.',
      },
    },
  },
  {
    id: 'swagger-parser',
    title: 'swagger-parser',
    packages: ['@apidevtools/swagger-parser'],
    commands: ['node validate.ts'],
    notes: 'Validates the document and follows its references.',
    quick: false,
    check: checkSwaggerParser,
  },
];
