import type { SourceRecord } from '../../documents/evidence.ts';
import { operationIds } from '../catalogue.ts';
import type { DocumentClaim } from './document-claims.ts';

type Stated = unknown | unknown[];
type Read = (record: SourceRecord, ...words: string[]) => Stated;

const operation = `(${operationIds.join('|')})`;
const schema = operation.replace(/\b[a-z]/g, (start) => start.toUpperCase());

/**
 * Where a record states the fact of a claim, by the claim's name: the first pattern that fits decides. A fact that has
 * no place in any record rests on discoveries alone.
 */
const places: [name: RegExp, read: Read][] = (
  [
    ['servers\\.([\\w-]+)\\.url', ({ hosts }, region) => hosts?.[titleOf(region)]],
    ['servers\\.([\\w-]+)\\.x-backup-url', ({ backups }, region) => backups?.[titleOf(region)]],
    ['not-offered\\.([^.]+)\\.host', ({ hosts }, region) => hosts?.[region]],
    ['not-offered\\.([^.]+)\\.backup', ({ backups }, region) => backups?.[region]],
    [
      `${operation}\\.x-rate-limit\\.(calls|perSeconds)`,
      (record, id, key) => isPageOf(record, id) && record.frequency?.[key as 'calls'],
    ],
    ['x-public-codes\\.minimum', ({ publicCodes }) => publicCodes?.from],
    ['x-public-codes\\.maximum', ({ publicCodes }) => publicCodes?.to],
    [`${operation}\\.x-sample-url`, (record, id) => isPageOf(record, id) && record.samples?.url],
    [`${operation}\\.x-debugging-tool`, (record, id) => isPageOf(record, id) && record.debugTool],
    [`${operation}\\.x-related\\..+\\.path`, (record, id) => isPageOf(record, id) && record.related],
    ['friendDeleted\\.x-timeout-seconds', ({ webhook }) => webhook?.timeoutSeconds],
    ['UserId\\.maxLength', statedUserIdBytes],
    ['UserId\\.pattern\\..+', statedUserIdPatterns],
    ['query\\.(\\w+)\\.(minimum|maximum)', ({ query }, name, key) => query?.[name]?.[key as 'minimum']],
    ['query\\.(\\w+)\\.enum\\.\\w+', ({ query }, name) => query?.[name]?.const],
    [
      `${schema}Request\\.GroupName\\.(minItems|maxItems)`,
      ({ request, limits }, _, key) => [
        request?.GroupName?.[key as 'maxItems'],
        limits?.listsPerRequest?.[rangeKeys[key] ?? 'maximum'],
      ],
    ],
    [
      `${schema}Request\\.(\\w+)\\.(maxItems|default)`,
      (record, id, field, key) => isPageOf(record, id) && record.request?.[field]?.[key as 'default'],
    ],
    [
      `${schema}Request\\.required\\.(\\w+)`,
      (record, id, field) => isPageOf(record, id) && record.request?.[field]?.required && field,
    ],
    [
      `${schema}(?:Ok|Fail)\\.required\\.(\\w+)`,
      ({ response }, _, field) => response?.[field]?.required && field,
    ],
    [
      'FriendListName\\.(minLength|maxLength|x-max-bytes)',
      ({ limits }, key) => [
        limits?.listNameBytes?.[rangeKeys[key] ?? 'maximum'],
        key !== 'x-max-bytes' && limits?.listNameLength?.[rangeKeys[key] ?? 'maximum'],
      ],
    ],
    ['DeleteType\\.enum\\.\\w+', statedDeleteTypes],
    [
      `(?:${schema}Request|\\w+Item)\\.(\\w+)\\.enum\\.\\w+`,
      (record, _, field) => statedValues(record, field),
    ],
    [
      `${schema}ResultCodeKnown\\.enum\\.0`,
      (record, id) => isPageOf(record, id) && statedItemSuccess(record),
    ],
    [`${schema}(Error|Result)CodeKnown\\.enum\\.(\\d+)`, statedLevel],
    ['ActionStatus(?:Ok|Fail)\\.enum\\.\\w+', ({ response }) => response?.ActionStatus?.values],
    ['NoError\\.enum\\.0', ({ response }) => response?.ErrorCode?.success],
    ['OptPlatform\\.enum\\.\\w+', ({ webhook }) => webhook?.query?.OptPlatform?.values],
    [
      '(?:friendDeleted\\.query|FriendDeletedEvent)\\.CallbackCommand\\.enum\\..+',
      ({ webhook }) => webhook?.command,
    ],
    ['friendDeleted\\.query\\.Sign\\.pattern', statedSignPattern],
    ['WebhookResponse\\.(\\w+)\\.enum\\.\\w+', ({ webhook }, field) => webhook?.answer?.[field]?.values],
    [
      'WebhookResponse\\.required\\.(\\w+)',
      ({ webhook }, field) => webhook?.answer?.[field]?.required && field,
    ],
    [
      'errors\\.\\d+\\.code',
      ({ codes }) => codes?.map((entry) => (typeof entry === 'number' ? entry : entry.code)),
    ],
    ['errors\\.(\\d+)\\.text', statedText],
  ] satisfies [string, Read][]
).map(([name, read]) => [new RegExp(`^${name}$`), read]);

/** Whether a record states a claim at the claim's own place. The same value in another place proves nothing. */
export function recordStates(record: SourceRecord, { name, kind, value }: DocumentClaim): boolean {
  for (const [pattern, read] of places) {
    const words = pattern.exec(name);
    if (!words) continue;
    const wanted = kind === 'url' || kind === 'x-backup-url' ? new URL(String(value)).host : value;
    return [read(record, ...words.slice(1))].flat().includes(wanted);
  }
  return false;
}

const rangeKeys: Record<string, 'minimum' | 'maximum'> = {
  minItems: 'minimum',
  minLength: 'minimum',
  maxItems: 'maximum',
  maxLength: 'maximum',
  'x-max-bytes': 'maximum',
};

/**
 * A page with one table for all fields does not say at which level a code stands. One that names a single field does, and
 * so does one that says what fails.
 */
function statedLevel(record: SourceRecord, id?: string, field?: string, code?: string) {
  const { codes = [], codeFields = [] } = record;
  const listed = codes.find((one) => String(typeof one === 'number' ? one : one.code) === code);
  if (!listed) return undefined;
  const fields = isPageOf(record, id) ? codeFields.filter((name) => name.endsWith('Code')) : [];
  const levels = { request: 'ErrorCode', item: 'ResultCode' };
  const level = typeof listed === 'object' && listed.level && levels[listed.level];
  return (fields.length === 1 ? fields[0] : level) === `${field}Code` && Number(code);
}

/** Facts on the page of one operation say nothing about another. */
const isPageOf = (record: SourceRecord, id = '') => record.operation?.toLowerCase() === id.toLowerCase();

/** `silicon-valley` as the pages name the region. */
const titleOf = (region = '') =>
  region.replace(/(?:^|-)\w/g, (start) => start.replace('-', ' ').toUpperCase());

function statedUserIdBytes({ usersig, limits }: SourceRecord) {
  return [usersig?.userIdMaxBytes, limits?.userIdBytes];
}

/** A page states an alphabet for the whole UserID, or a prefix after which it leaves the rest open. */
function statedUserIdPatterns({ usersig, limits }: SourceRecord) {
  const { userIdAlphabet: alphabet } = usersig ?? {};
  const { userIdPrefix: prefix } = limits ?? {};
  return [alphabet && `[${alphabet}]+`, prefix && `${prefix}[ -~]*`];
}

function statedDeleteTypes({ deleteTypes, samples }: SourceRecord) {
  const inSamples = Object.values(samples?.requests ?? {}).map(
    (body) => (body as { DeleteType?: string }).DeleteType,
  );
  return [...Object.keys(deleteTypes ?? {}), ...inSamples];
}

/** The page gives the digest and its encoding, from which the form follows. */
function statedSignPattern({ webhook }: SourceRecord) {
  const { algorithm, encoding } = webhook?.sign ?? {};
  return algorithm === 'SHA-256' && encoding === 'lower-case hex' && '^[0-9a-f]{64}$';
}

/** The values of a field of the request, or of an item of the response. */
function statedValues({ request, response = {} }: SourceRecord, name = '') {
  const inItems = Object.entries(response).find(([field]) => field.endsWith(`[].${name}`))?.[1];
  return [request?.[name]?.values, inItems?.values].flat();
}

function statedItemSuccess({ response = {} }: SourceRecord) {
  return Object.entries(response).find(([field]) => field.endsWith('[].ResultCode'))?.[1].success;
}

function statedText({ samples }: SourceRecord, code?: string) {
  const { ErrorCode, ErrorInfo } = samples?.response ?? {};
  return String(ErrorCode) === code && ErrorInfo;
}
