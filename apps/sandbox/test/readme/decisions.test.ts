import { expect, test } from 'vitest';
import { type DecisionName, decisions } from '../../readme/decisions.ts';
import { type SettingName, settingTable } from '../../src/settings.ts';
import { deletionScenarios } from './deletion.ts';
import { gatewayScenarios } from './gateway.ts';
import { requestScenarios } from './request.ts';

/** One scenario per decision, so that neither can exist without the other. */
const scenarios: Record<DecisionName, () => Promise<void>> = {
  ...gatewayScenarios,
  ...requestScenarios,
  ...deletionScenarios,
};

test('every switch that chooses between answers belongs to a decision', () => {
  const switches = (Object.keys(settingTable) as SettingName[]).filter(
    (name) => settingTable[name].kind === 'choice',
  );
  const listed: SettingName[] = Object.values(decisions).flatMap((decision) =>
    'setting' in decision ? [decision.setting] : [],
  );
  expect(listed).toEqual(expect.arrayContaining(switches));
});

test.each(Object.keys(decisions) as DecisionName[])('%s is decided as the table says', async (name) => {
  await scenarios[name]();
});
