import type { CatalogueEntry } from '../../documents/catalogue.ts';
import type { FieldFacts, SourceRecord } from '../../documents/evidence.ts';
import type { ContractDocument, OperationId, Schema } from '../../documents/openapi.ts';
import { codesOf } from '../catalogue.ts';
import { codesOfRecord } from './sources.ts';

/** Single facts, each under a dotted key such as `request.To_Account.maxItems`. */
export type Claims = Map<string, unknown>;

/** The facts of a record that the contract can state as well, one by one. */
export function claimsOfRecord(record: SourceRecord): Claims {
  const { path, frequency, hosts, backups, query, request, response, httpStatus, webhooks } = record;
  const { publicCodes, debugTool, related, samples } = record;
  return flatten({
    path,
    frequency: frequency && { calls: frequency.calls, perSeconds: frequency.perSeconds },
    hosts,
    backups,
    query: mapValues(query, ({ minimum, maximum, const: constant }) => ({
      minimum,
      maximum,
      const: constant,
    })),
    request,
    response: mapValues(response, ({ type, values, success }) => ({ type, values: values?.join(), success })),
    codes: asKeys(codesOfRecord(record)),
    httpStatus: httpStatus && { always: httpStatus.always, except: httpStatus.except.join() },
    webhooks: webhooks?.join(),
    publicCodes,
    debugTool,
    sampleUrl: samples?.url,
    related: related && asKeys(related),
  });
}

/** The same facts as the contract states them for an operation. */
export function claimsOfContract(
  document: ContractDocument,
  catalogue: CatalogueEntry[],
  id: OperationId,
): Claims {
  const [path, post] = findOperation(document, id);
  if (!post) throw new Error(`spec/openapi.yaml has no operation ${id}`);
  const { schemas } = document.components;
  const name = id[0]?.toUpperCase() + id.slice(1);
  const { minimum, maximum } = document['x-public-codes'];
  const own = (codes: CatalogueEntry[]) => codes.map(({ code }) => code).filter((code) => code < minimum);
  return flatten({
    path,
    frequency: { calls: post['x-rate-limit'].calls, perSeconds: post['x-rate-limit'].perSeconds },
    hosts: byRegion(document, 'url'),
    backups: byRegion(document, 'x-backup-url'),
    query: queryFacts(document),
    request: fields(schemas, `${name}Request`, { withRules: true }),
    response: responseFacts(schemas, name),
    httpStatus: {
      always: Number(Object.keys(post.responses)[0]),
      except: Object.keys(post.responses).slice(1).join(),
    },
    webhooks: post['x-webhook'] ? webhookCommand(document, post['x-webhook']) : '',
    publicCodes: { from: minimum, to: maximum },
    debugTool: post['x-debugging-tool'],
    sampleUrl: post['x-sample-url'],
    related: asKeys(post['x-related'].map(({ path: command }) => command)),
    codes: asKeys([...own(codesOf(catalogue, id, 'request')), ...own(codesOf(catalogue, id, 'item'))]),
  });
}

function findOperation(document: ContractDocument, id: OperationId) {
  const found = Object.entries(document.paths).find(([, item]) => item.post.operationId === id);
  return [found?.[0], found?.[1].post] as const;
}

const asKeys = (keys: (number | string)[]) => Object.fromEntries(keys.map((key) => [key, true]));

const byRegion = (document: ContractDocument, field: 'url' | 'x-backup-url') =>
  Object.fromEntries(document.servers.map((server) => [server.description, new URL(server[field]).host]));

/** What the pages state of the query: limits of inline schemas, and the one allowed value. */
function queryFacts({ components: { parameters } }: ContractDocument) {
  return Object.fromEntries(
    Object.values(parameters).map(({ name, schema: { minimum, maximum, enum: values } }) => [
      name,
      { minimum, maximum, const: values?.[0] },
    ]),
  );
}

function fields(schemas: Record<string, Schema>, name: string, { withRules = false } = {}) {
  const facts: Record<string, FieldFacts> = {};
  const schema = schemas[name];
  for (const [field, property] of Object.entries(schema?.properties ?? {})) {
    const target = resolve(schemas, property);
    const rules = {
      required: schema?.required?.includes(field) ?? false,
      minItems: target.minItems,
      maxItems: target.maxItems,
      default: property.default,
    };
    const [known = {}] = target.anyOf ?? [];
    const type = typeWord(target) ?? typeWord(resolve(schemas, known));
    facts[field] = { type, ...(withRules ? rules : {}) } as FieldFacts;
    for (const [inner, fact] of Object.entries(fields(schemas, nameOf(target.items)))) {
      facts[`${field}[].${inner}`] = fact;
    }
  }
  return facts;
}

/** Both sides of the response; an only value that differs between them becomes the values or the success code. */
function responseFacts(schemas: Record<string, Schema>, name: string) {
  const facts = { ...fields(schemas, `${name}Fail`), ...fields(schemas, `${name}Ok`) };
  const only = (side: 'Ok' | 'Fail', field: string) =>
    resolve(schemas, schemas[`${name}${side}`]?.properties?.[field] ?? {}).enum?.[0];
  Object.assign(facts.ActionStatus ?? {}, {
    values: [only('Ok', 'ActionStatus'), only('Fail', 'ActionStatus')].join(),
  });
  Object.assign(facts.ErrorCode ?? {}, { success: only('Ok', 'ErrorCode') });
  for (const [field, fact] of Object.entries(facts)) {
    const codes = schemas[`${name}ResultCodeKnown`]?.enum ?? [];
    if (field.endsWith('[].ResultCode')) Object.assign(fact, { success: codes.find((code) => code === 0) });
  }
  return facts;
}

const webhookCommand = (document: ContractDocument, name: string) =>
  document.webhooks[name]?.post.parameters.find((parameter) => parameter.name === 'CallbackCommand')?.schema
    .enum?.[0];

export function mapValues<From, To>(
  values: Record<string, From> | undefined,
  change: (value: From, key: string) => To,
) {
  return (
    values && Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]))
  );
}

const nameOf = ({ $ref = '' }: Schema = {}) => $ref.replace('#/components/schemas/', '');

export function resolve(schemas: Record<string, Schema>, schema: Schema): Schema {
  const target = schemas[nameOf(schema)];
  return target ? { ...target, ...schema } : schema;
}

/** The type as the vendor's tables spell it, such as `String`. */
export function typeWord({ type }: Schema): string | undefined {
  return (
    type &&
    [type]
      .flat()
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join(' or ')
  );
}

export function flatten(value: unknown, prefix = '', claims: Claims = new Map()): Claims {
  if (value === undefined) return claims;
  if (typeof value !== 'object' || value === null) return claims.set(prefix, value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0 && prefix.split('.').length === 2) claims.set(prefix, 'stated');
  for (const [key, inner] of entries) flatten(inner, prefix ? `${prefix}.${key}` : key, claims);
  return claims;
}
