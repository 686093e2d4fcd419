import type { FieldFacts, SourceRecord } from '../../documents/evidence.ts';
import type { ContractDocument, Schema } from '../../documents/openapi.ts';
import { type Claims, claimsOfRecord, flatten, mapValues, resolve, typeWord } from './claims.ts';
import { alternativesOf } from './document-claims.ts';

/** The facts of a page that is not about a single operation: hosts, UserIDs, lists, the webhook. */
export function sharedClaimsOfRecord(record: SourceRecord): Claims {
  const { usersig, limits, deleteTypes, webhook } = record;
  const own = flatten({
    usersig: usersig && { userIdMaxBytes: usersig.userIdMaxBytes, userIdAlphabet: usersig.userIdAlphabet },
    limits: limits && {
      listNameBytes: limits.listNameBytes,
      listsPerUser: limits.listsPerUser,
      userIdPrefix: limits.userIdPrefix,
    },
    deleteTypes: deleteTypes && Object.keys(deleteTypes).join(),
    webhook: webhook && {
      command: webhook.command,
      timeoutSeconds: webhook.timeoutSeconds,
      query: mapValues(webhook.query, ({ values }) => ({ stated: true, values: values?.join() })),
      body: mapValues(webhook.body, ({ type }) => ({ type })),
      answer: mapValues(webhook.answer, ({ type, required, values }) => ({
        type,
        required,
        values: values?.join(),
      })),
    },
  });
  return new Map([...claimsOfRecord(record), ...own]);
}

/** The same facts as the contract states them. A current page must state each one, or a choice explains it. */
export function sharedClaimsOfContract(document: ContractDocument): Claims {
  const { schemas } = document.components;
  const webhook = document.webhooks.friendDeleted?.post;
  const [people, chatbots] = alternativesOf(schemas.UserId?.pattern) ?? [];
  const command = webhook?.parameters.find(({ name }) => name === 'CallbackCommand');
  return flatten({
    hosts: Object.fromEntries(
      document.servers.map((server) => [server.description, new URL(server.url).host]),
    ),
    backups: Object.fromEntries(
      document.servers.map((server) => [server.description, new URL(server['x-backup-url']).host]),
    ),
    usersig: {
      userIdMaxBytes: schemas.UserId?.maxLength,
      userIdAlphabet: people?.match(/^\[(.+)\]\+$/)?.[1],
    },
    limits: {
      listNameBytes: {
        minimum: schemas.FriendListName?.minLength,
        maximum: schemas.FriendListName?.['x-max-bytes'],
      },
      listsPerUser: schemas.DeleteFriendListsRequest?.properties?.GroupName?.maxItems,
      userIdPrefix: chatbots?.replace('[ -~]*', ''),
    },
    deleteTypes: schemas.DeleteType?.enum?.join(),
    webhook: {
      command: command?.schema.enum?.[0],
      timeoutSeconds: webhook?.['x-timeout-seconds'],
      query: Object.fromEntries(
        (webhook?.parameters ?? []).map(({ name, schema }) => [
          name,
          { stated: true, values: choicesOf(resolve(schemas, schema)) },
        ]),
      ),
      body: typesOf(schemas, schemas.FriendDeletedEvent),
      answer: answerOf(schemas.WebhookResponse),
    },
  });
}

/** Several values of which one is sent. The only value of a parameter is a fact of another name. */
const choicesOf = ({ enum: values = [] }: Schema) => (values.length > 1 ? values.join() : undefined);

function typesOf(schemas: Record<string, Schema>, schema: Schema | undefined, prefix = '') {
  const facts: Record<string, FieldFacts> = {};
  for (const [field, property] of Object.entries(schema?.properties ?? {})) {
    facts[`${prefix}${field}`] = { type: typeWord(property) ?? '' };
    if (property.items)
      Object.assign(facts, typesOf(schemas, resolve(schemas, property.items), `${field}[].`));
  }
  return facts;
}

function answerOf(schema: Schema | undefined) {
  return mapValues(schema?.properties, (property, name) => ({
    type: typeWord(property),
    values: property.enum?.join(),
    required: schema?.required?.includes(name) ?? false,
  }));
}
