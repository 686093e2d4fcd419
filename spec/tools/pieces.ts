import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { operationIds } from './catalogue.ts';

const repository = new URL('../../', import.meta.url);
const exists = (path: string) => existsSync(new URL(path, repository));
const read = (path: string) => readFileSync(new URL(path, repository), 'utf8');
const list = (pattern: string) => globSync(pattern, { cwd: repository });

interface Piece {
  isThere: boolean;
  /** What is missing and what to do. */
  step: string;
  /** The operation runs without it; `npm test` asks for it. */
  canWait?: true;
}

/** Every piece that an operation of the document lacks before it can run, in the order in which to add them. */
export function missingPieces(): string[] {
  const unused = list('spec/paths/*.yaml')
    .map((file) => basename(file, '.yaml'))
    .filter((id) => !operationIds.some((known) => known === id))
    .map(
      (id) =>
        `No path of spec/openapi.yaml leads to spec/paths/${id}.yaml. Add the vendor's path with $ref: ./paths/${id}.yaml.`,
    );
  return [...unused, ...stepsOf(({ canWait }) => !canWait)];
}

/** The pieces that an operation of the document still lacks when it runs. */
export const waitingPieces = (): string[] => stepsOf(({ canWait }) => canWait === true);

const stepsOf = (isWanted: (piece: Piece) => boolean) =>
  operationIds
    .flatMap(piecesOf)
    .filter((piece) => !piece.isThere && isWanted(piece))
    .map(({ step }) => step);

function piecesOf(id: string): Piece[] {
  const name = `${id[0]?.toUpperCase()}${id.slice(1)}`;
  const path = `spec/paths/${id}.yaml`;
  if (!exists(path))
    return [{ isThere: false, step: `spec/openapi.yaml leads to ${path}, which does not exist. Write it.` }];
  return [
    {
      isThere: new RegExp(`^ *operationId: ${id}$`, 'm').test(read(path)),
      step: `${path} has no operationId ${id}. Name the operation after its file.`,
    },
    ...['Request', 'Ok', 'Fail', 'Result'].map((part) =>
      file(`spec/components/schemas/${name}${part}.yaml`, `Write the schema of its ${words[part]}.`),
    ),
    ...examplesOf(id),
    mention('spec/errors/*.yaml', id, 'Add it to the operations of each code that its page lists.'),
    mention('spec/sources/*.yaml', `operation: ${id}`, 'Write a record of what its page states.'),
    mention('spec/evidence.yaml', `${id}:`, 'Name the records and discoveries behind it and its schemas.'),
    mention(
      'spec/sources/record.schema.json',
      `"${id}"`,
      'Add it to the operations that a record can be about.',
    ),
    mention(
      'spec/errors/catalogue.schema.json',
      `"${id}"`,
      'Add it to the operations that a code can belong to.',
    ),
    file(`spec/_generated/schemas/${name}ErrorCodeKnown.yaml`, 'Run: npm run generate'),
    file(
      `packages/client/src/operations/${id}.ts`,
      'Write how the client checks its request and reads its response.',
    ),
    mention('packages/client/src/outcomes.ts', `${id}:`, 'Declare what a successful call resolves to.'),
    mention('packages/client/src/contract.ts', `${id}:`, 'Say whether a second call is safe.'),
    mention('packages/client/src/client.ts', `${id}:`, 'Add the method, throwing and safe.'),
    mention('packages/client/src/index.ts', `${name}Outcome`, 'Export the types of its request and outcome.'),
    file(`apps/sandbox/src/service/operations/${id}.ts`, 'Write what it does to the graph.'),
    mention('apps/sandbox/src/service/engine.ts', `'${id}'`, 'Add its case to run().'),
    mention('apps/sandbox/src/service/envelope.ts', `${id}:`, 'Add the ErrorInfo of its documented success.'),
    mention('apps/sandbox/fault.schema.json', `"${id}"`, 'Add it to the operations that a fault can name.'),
    ...[
      mention('scripts/demo/calls.ts', `'${id}'`, 'Add a success and a failure to the demo.'),
      mention(
        'apps/conformance/scenario.schema.json',
        `"${id}"`,
        'Add it to the operations that a scenario can call.',
      ),
      mention(
        'apps/conformance/scenarios/*.yaml',
        `call: ${id}`,
        'Write a success, an invalid request and an unknown account.',
      ),
      mention('tests/mutation/scenarios/*.ts', `${id}:`, 'Write by hand what the service does.'),
      mention('spec/overlays/ko.yaml', pathIn(id), 'Add its Korean text.'),
    ].map((piece) => ({ ...piece, canWait: true as const })),
  ];
}

const words: Record<string, string> = {
  Request: 'request body',
  Ok: 'success',
  Fail: 'failure',
  Result: 'response, which is one of the two',
};

const file = (path: string, task: string): Piece => ({
  isThere: exists(path),
  step: `${path} does not exist. ${task}`,
});

const mention = (pattern: string, word: string, task: string): Piece => ({
  isThere: list(pattern).some((path) => read(path).includes(word)),
  step: `${pattern} does not contain ${word}. ${task}`,
});

function examplesOf(id: string): Piece[] {
  const names = list(`spec/examples/${id}/*.yaml`).map((path) => basename(path, '.yaml'));
  const request = names.find((name) => name.endsWith('.request'));
  return [
    {
      isThere: request !== undefined,
      step: `spec/examples/${id} has no *.request.yaml. Write one from the page's sample.`,
    },
    ...names
      .filter((name) => name.endsWith('.request'))
      .map((name) =>
        file(
          `spec/examples/${id}/${name.replace('.request', '.response')}.yaml`,
          'Write the response to the request of that name.',
        ),
      ),
    {
      isThere: names.some((name) => name.startsWith('error-')),
      step: `spec/examples/${id} has no error-*.response.yaml. Write one failure.`,
    },
  ];
}

/** The path that leads to an operation, as the document writes it. */
function pathIn(id: string): string {
  return (
    new RegExp(`^ *(/\\S+):\\n *\\$ref: ./paths/${id}\\.yaml$`, 'm').exec(read('spec/openapi.yaml'))?.[1] ??
    id
  );
}
