import { expect, test } from 'vitest';
import { parseWorkflows } from '../src/arazzo.ts';
import { runCommand } from '../src/pages/workflows.ts';
import { sayCondition } from '../src/parts/workflows.ts';
import { en } from '../src/strings/en.ts';

test.each([
  ['$statusCode == 200', 'HTTP status is 200'],
  ['$response.body#/ActionStatus == "OK"', '`ActionStatus` is `OK`'],
  ['$response.body#/ResultItem/0/ResultCode == 31704', '`ResultItem[0].ResultCode` is 31704'],
  [
    '$response.body#/ResultItem/0/To_Account != $inputs.friend',
    '`ResultItem[0].To_Account` is not the input `friend`',
  ],
  [
    '$response.body#/CurrentSequence > $steps.dropList.outputs.sequence',
    '`CurrentSequence` is greater than `sequence` of step `dropList`',
  ],
  ['$response.body#/CurrentSequence >= 0', '`CurrentSequence` is at least 0'],
])('%s reads as %s', (condition, words) => {
  expect(sayCondition(condition, en.workflows)).toBe(words);
});

test('a condition of another form is shown as written', () => {
  const condition = '$statusCode == 200 || $statusCode == 502';
  expect(sayCondition(condition, en.workflows)).toBe(`\`${condition}\``);
});

const text = `info: { title: A flow, summary: s, description: d }
workflows:
  - workflowId: flow
    inputs: { $ref: '#/components/inputs/caller' }
    parameters: [{ reference: $components.parameters.random }, { in: query, name: contenttype, value: json }]
    steps: []
components:
  inputs:
    caller: { type: object, properties: { random: { type: integer }, lists: { type: array, examples: [[family]] } } }
  parameters:
    random: { in: query, name: random, value: $inputs.random }
`;

test('references to shared inputs and parameters are resolved', () => {
  const [flow] = parseWorkflows('a-flow', text).workflows;
  expect(Object.keys(flow?.inputs.properties ?? {})).toEqual(['random', 'lists']);
  expect(flow?.parameters.map(({ name, value }) => `${name} ${value}`)).toEqual([
    'random $inputs.random',
    'contenttype json',
  ]);
});

test('the command contains the examples of the inputs', () => {
  expect(runCommand(parseWorkflows('a-flow', text))).toContain(`--input '{"lists":["family"]}' a-flow`);
});
