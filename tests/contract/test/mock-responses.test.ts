import { startMock } from '@chat-sns/mock';
import { afterAll, describe, expect, test } from 'vitest';
import { document, examples, operationIds, pathOf, schemaName, validatorOf } from '../contract.ts';

const mock = await startMock({ requireRandom: true });
afterAll(() => mock.close());

const query = {
  sdkappid: '1400000000',
  identifier: 'administrator',
  usersig: 'x',
  random: '1',
  contenttype: 'json',
};

interface Mistake {
  name: string;
  body?: string;
  query?: Record<string, string>;
}

/** Every way to make a valid request invalid in one place, read from the schema. */
function singleMistakes(request: Record<string, unknown>, schemaOf: string): Mistake[] {
  const { required = [], properties = {} } = document.components.schemas[schemaOf] ?? {};
  const json = (change: object) => JSON.stringify({ ...request, ...change });
  return [
    ...required.map((field) => ({ name: `without ${field}`, body: json({ [field]: undefined }) })),
    ...Object.keys(properties).map((field) => ({ name: `${field} is null`, body: json({ [field]: null }) })),
    ...Object.entries(properties).flatMap(([field, { type, maxItems = 0 }]) =>
      type === 'array'
        ? [
            { name: `${field} is empty`, body: json({ [field]: [] }) },
            { name: `${field} has ${maxItems + 1}`, body: json({ [field]: Array(maxItems + 1).fill('a') }) },
          ]
        : [],
    ),
    { name: 'broken JSON', body: '{"From_Account":' },
    { name: 'an empty body', body: '' },
    ...Object.keys(query).map((name) => {
      const { [name as 'random']: _, ...rest } = query;
      return { name: `without ${name}`, query: rest };
    }),
    { name: 'random too large', query: { ...query, random: '4294967296' } },
  ];
}

describe.each(operationIds)('%s', (operation) => {
  const validate = validatorOf(schemaName(operation, 'Result'));
  const request = Object.values(examples[operation].requests)[0]?.value ?? {};

  async function send(mistake: Mistake) {
    const url = `${mock.url}${pathOf(operation)}?${new URLSearchParams(mistake.query ?? query)}`;
    const response = await fetch(url, { method: 'POST', body: mistake.body ?? JSON.stringify(request) });
    return { status: response.status, body: await response.json() };
  }

  test('a valid request gets a success that matches the schema', async () => {
    const { status, body } = await send({ name: 'none' });
    validate(body);
    expect({ status, errors: validate.errors }).toEqual({ status: 200, errors: null });
    expect(body).toMatchObject({ ActionStatus: 'OK', ErrorCode: 0 });
  });

  test.each(
    singleMistakes(request, schemaName(operation, 'Request')).map(
      (mistake) => [mistake.name, mistake] as const,
    ),
  )('an invalid request (%s) gets HTTP 200 and a failure that matches the schema', async (_, mistake) => {
    const { status, body } = await send(mistake);
    validate(body);
    expect({ status, errors: validate.errors }, "The mock must use the service's envelope").toEqual({
      status: 200,
      errors: null,
    });
    expect(body).toMatchObject({ ActionStatus: 'FAIL' });
  });
});
