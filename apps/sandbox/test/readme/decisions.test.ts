import { expect, test } from 'vitest';
import { type DecisionName, decisions } from '../../readme/decisions.ts';
import { type SettingName, settingTable } from '../../src/settings.ts';
import { deletionScenarios } from './deletion.ts';
import { gatewayScenarios } from './gateway.ts';
import { requestScenarios } from './request.ts';

/** One scenario for each decision, so that neither exists without the other. */
const scenarios: Record<DecisionName, () => Promise<void>> = {
  ...gatewayScenarios,
  ...requestScenarios,
  ...deletionScenarios,
};

test('every setting with choices belongs to a decision', () => {
  const withChoices = (Object.keys(settingTable) as SettingName[]).filter(
    (name) => settingTable[name].kind === 'choice',
  );
  const listed: SettingName[] = Object.values(decisions).flatMap((decision) =>
    'setting' in decision ? [decision.setting] : [],
  );
  expect(listed).toEqual(expect.arrayContaining(withChoices));
});

test.each(Object.keys(decisions) as DecisionName[])('%s is decided as the table states', async (name) => {
  await scenarios[name]();
});
