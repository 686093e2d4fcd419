import type {
  CatalogueEntry,
  ContractDocument,
  OperationExamples,
  OperationId,
  ResponseExample,
} from '@chat-sns/spec';
import errorsJson from '@chat-sns/spec/errors.json' with { type: 'json' };
import examplesJson from '@chat-sns/spec/examples.json' with { type: 'json' };
import documentJson from '@chat-sns/spec/openapi.json' with { type: 'json' };
import { Ajv2020 } from 'ajv/dist/2020.js';

export type Envelope = {
  ActionStatus: 'OK' | 'FAIL';
  ErrorCode: number;
  ErrorInfo: string;
  ErrorDisplay?: string;
  CurrentSequence?: number;
  ResultItem?: { To_Account: string; ResultCode: number; ResultInfo: string }[];
};
interface EnvelopeExamples extends OperationExamples {
  responses: Record<string, ResponseExample & { value: Envelope }>;
}

export const catalogue = errorsJson.errors as CatalogueEntry[];
export const examples = examplesJson as unknown as Record<OperationId, EnvelopeExamples>;

const document = documentJson as unknown as ContractDocument;
const posts = Object.entries(document.paths).map(([path, { post }]) => ({ path, post }));

/** Operations in the order of the document, read from it and not from the mock's code. */
export const operationIds = posts.map(({ post }) => post.operationId);
export const pathOf = (operation: OperationId) =>
  posts.find(({ post }) => post.operationId === operation)?.path ?? '';

/** Codes that an operation can respond with, by the catalogue. */
export const codesOf = (operation: OperationId, level: 'request' | 'item') =>
  catalogue
    .filter((entry) => entry.operations.includes(operation) && entry.levels.includes(level))
    .filter(() => level === 'request' || operation === 'deleteFriends')
    .map(({ code }) => code);

/** What the published schema of the operation says is wrong with a response; empty when nothing is. */
export const problemsOf = createCheck(document);

/** The same for a response of the mock: the service sends codes that the contract does not list, the mock does not. */
export const problemsOfMock = createCheck(withListedCodes(document));

function createCheck(checked: ContractDocument) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(checked, 'contract');
  return (operation: OperationId, response: unknown): string[] => {
    const post = posts.find((candidate) => candidate.post.operationId === operation)?.post;
    const { $ref } = post?.responses['200'].content['application/json'].schema ?? { $ref: '' };
    const validate = ajv.getSchema(`contract${$ref}`);
    if (!validate) throw new Error(`The contract has no ${$ref}`);
    validate(response);
    return validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`) ?? [];
  };
}

function withListedCodes(open: ContractDocument): ContractDocument {
  const { schemas } = open.components;
  const closed = Object.entries(schemas).map(([name, schema]) => [name, schemas[`${name}Known`] ?? schema]);
  return { ...open, components: { ...open.components, schemas: Object.fromEntries(closed) } };
}
