import { type Adapter, SeedingFailed } from '../adapters/adapter.ts';
import type { Caller } from '../calls/caller.ts';
import { type Envelope, envelopeOf, summarise } from '../checks/envelope.ts';
import { everyResponseChecks } from '../checks/every-response.ts';
import { decide, type Seen } from '../checks/expectations.ts';
import type { Verdict } from '../checks/verdict.ts';
import { type Names, needsSeed, seedOf, unfill } from '../scenarios/accounts.ts';
import type { EveryResponseClaim, Scenario } from '../scenarios/scenario.ts';
import { type ClaimResult, outcomeOf, type ScenarioResult } from './result.ts';

export interface ScenarioTools {
  readonly caller: Caller;
  readonly adapter: Adapter;
  readonly everyResponse: readonly EveryResponseClaim[];
  readonly mask: (text: string) => string;
  readonly now: () => number;
}

type Finding = Pick<ScenarioResult, 'outcome' | 'reason' | 'seedingFailed' | 'claims'>;

export async function runScenario(
  scenario: Scenario,
  names: Names,
  tools: ScenarioTools,
): Promise<ScenarioResult> {
  const { id, title, group } = scenario;
  const start = tools.now();
  const finding = await check(scenario, names, tools);
  return { id, title, group, ...finding, milliseconds: Math.round(tools.now() - start) };
}

async function check(scenario: Scenario, names: Names, tools: ScenarioTools): Promise<Finding> {
  const { adapter } = tools;
  const wanted = seedOf(scenario.given, names);
  if (!adapter.seed && needsSeed(scenario.given)) {
    return skip('its accounts cannot be seeded; see --adapter');
  }
  const claims: ClaimResult[] = [];
  try {
    if (wanted.size > 0) await adapter.seed?.(wanted);
    await runSteps(scenario, names, tools, claims);
    const outcome = outcomeOf(claims);
    const unchecked = outcome === 'passed' && whyUnchecked(claims);
    return unchecked ? { ...skip(unchecked), claims } : { outcome, claims };
  } catch (error) {
    if (!(error instanceof SeedingFailed)) throw error;
    const reason = unfill(tools.mask(error.message), names);
    const outcome = outcomeOf(claims);
    // What is wrong so far stays wrong; but a scenario that did not reach its end has not passed.
    if (outcome !== 'passed') return { outcome, reason, seedingFailed: true, claims };
    return { ...skip(reason), seedingFailed: true, claims };
  }
}

/** Why none of the scenario's own claims could be decided: a well-formed response alone is not a pass. */
function whyUnchecked(claims: readonly ClaimResult[]): string | undefined {
  const own = claims.filter(({ everyResponse }) => everyResponse === undefined);
  const reasons = own.flatMap(({ verdict }) => ('unchecked' in verdict ? [verdict.unchecked] : []));
  return reasons.length === own.length ? reasons[0] : undefined;
}

const skip = (reason: string): Finding => ({ outcome: 'skipped', reason, claims: [] });

async function runSteps(
  scenario: Scenario,
  names: Names,
  tools: ScenarioTools,
  claims: ClaimResult[],
): Promise<void> {
  const earlier = new Map<string, Envelope>();
  for (const [index, step] of scenario.steps.entries()) {
    const received = await tools.caller.sendStep(step, names);
    const tidy = (verdict: Verdict) => mapTexts(verdict, (text) => unfill(tools.mask(text), names));

    for (const { id, claim, status, source } of tools.everyResponse) {
      const checkResponse = everyResponseChecks[id];
      if (!checkResponse) throw new Error(`The claim ${id} of scenarios/every-response.yaml has no check`);
      claims.push({
        claim,
        status,
        source,
        step: index + 1,
        everyResponse: id,
        verdict: tidy(checkResponse(received, step)),
      });
    }
    const envelope = envelopeOf(received);
    if (step.name && envelope) earlier.set(step.name, envelope);
    const seen: Seen = { envelope: envelope ?? {}, names, earlier, summary: summarise(received) };
    for (const claim of step.expect ?? []) {
      const verdict = tidy(await decide(claim, seen, tools.adapter.readBack));
      claims.push({
        claim: claim.claim,
        status: claim.status,
        source: claim.source,
        step: index + 1,
        verdict,
      });
    }
  }
}

function mapTexts(verdict: Verdict, change: (text: string) => string): Verdict {
  if ('unchecked' in verdict) return verdict;
  if (!verdict.holds) return { holds: false, expected: change(verdict.expected), got: change(verdict.got) };
  return verdict.noted === undefined ? verdict : { holds: true, noted: change(verdict.noted) };
}
