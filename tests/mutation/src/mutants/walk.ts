import { asArray, type Contract, isObject, type JsonObject } from '@chat-sns/release/contract';

/** A schema of the document, where it stands, and the names under which a reader knows it. */
export interface SchemaPlace {
  path: string[];
  schema: JsonObject;
  names: string[];
}

const madeFromCatalogue = /(ErrorCode|ResultCode)Known$/;

/** Every schema but the lists of codes, with its properties and items: components, parameters and bodies. */
export function schemaPlaces({ document }: Contract): SchemaPlace[] {
  const places: SchemaPlace[] = [];
  const users = usersOfComponents(document);
  const visit = (node: unknown, path: string[], names: string[]) => {
    if (!isObject(node)) return;
    places.push({ path, schema: node, names });
    for (const [name, property] of Object.entries(isObject(node.properties) ? node.properties : {})) {
      visit(property, [...path, 'properties', name], [name]);
    }
    visit(node.items, [...path, 'items'], names);
    for (const key of ['oneOf', 'anyOf'])
      for (const [index, branch] of asArray(node[key]).entries())
        visit(branch, [...path, key, `${index}`], names);
  };
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    if (madeFromCatalogue.test(name)) continue;
    visit(
      schema,
      ['components', 'schemas', name],
      [name, ...(users.get(name) ?? []), ...homeOf(document, name)],
    );
  }
  const visitParameters = (list: unknown, path: string[]) => {
    for (const [index, parameter] of Object.entries(isObject(list) || Array.isArray(list) ? list : {})) {
      if (!isObject(parameter) || !isObject(parameter.schema)) continue;
      const ownName = Array.isArray(list) ? [] : [index];
      visit(parameter.schema, [...path, index, 'schema'], [String(parameter.name), ...ownName]);
    }
  };
  visitParameters(document.components.parameters, ['components', 'parameters']);
  visitParameters(document.webhooks.friendDeleted?.post.parameters, [
    'webhooks',
    'friendDeleted',
    'post',
    'parameters',
  ]);
  return places;
}

/** A body is known by the call that it belongs to. */
function homeOf(document: Contract['document'], component: string): string[] {
  const operation = component.replace(/(Request|Result|Ok|Fail)$/, '');
  const id = `${operation[0]?.toLowerCase()}${operation.slice(1)}`;
  const path = Object.entries(document.paths).find(([, { post }]) => post.operationId === id)?.[0];
  if (path) return [id, path];
  return component === 'FriendDeletedEvent' || component === 'WebhookResponse' ? ['webhook'] : [];
}

/** For each component the fields and parameters that refer to it, however far away. */
function usersOfComponents(document: Contract['document']): Map<string, string[]> {
  const users = new Map<string, string[]>();
  const visit = (node: unknown, names: string[], depth: number) => {
    if (typeof node !== 'object' || node === null || depth > 40) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string' && value.startsWith('#/components/schemas/')) {
        const target = value.slice('#/components/schemas/'.length);
        users.set(target, [...new Set([...(users.get(target) ?? []), ...names])]);
        visit(document.components.schemas[target], names, depth + 1);
      } else {
        const named = 'name' in node && typeof node.name === 'string' ? [node.name] : names;
        visit(value, fieldNames.test(key) ? [key] : named, depth + 1);
      }
    }
  };
  visit({ ...document, components: { ...document.components, schemas: {} } }, [], 0);
  visit(document.components.schemas, [], 0);
  return users;
}

/** The vendor's fields begin with a capital; keywords of JSON Schema do not. */
const fieldNames = /^[A-Z][A-Za-z]*(_[A-Z][a-z]+)?$/;
