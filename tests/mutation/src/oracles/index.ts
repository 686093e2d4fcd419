import { type Contract, readContract, readReleased } from '@chat-sns/release/contract';
import { inWords, structuralDifferences } from '@chat-sns/release/structure';
import * as spec from '../../spec-tools.ts';
import { exampleProblems } from './examples.ts';
import { serviceScenarioProblems } from './service-scenarios.ts';
import { wireScenarioProblems } from './wire-scenarios.ts';

/** A judge of a contract that never reads anything made from it. Silent about a right contract. */
export interface Oracle {
  name: 'sources' | 'scenarios' | 'examples' | 'released';
  problems(contract: Contract): string[];
}

const evidence = {
  records: spec.readRecords(),
  choices: spec.readChoices(),
  discoveries: spec.readDiscoveries(),
};
const allowed = new Set(evidence.choices.flatMap((choice) => choice.allows ?? []));
const released = readReleased();
const differences = (contract: Contract) =>
  structuralDifferences(released, contract).map((difference) => ({
    words: inWords(difference),
    // Words name a new object and not what is in it.
    whole: JSON.stringify(difference),
  }));
/** What the pending changesets announce: tools/release checks that they do. */
const announced = new Set(differences(readContract()).map(({ whole }) => whole));

/** The records of the vendor's pages, the claims that rest on them, and the choices where pages disagree. */
function sourceProblems({ document, catalogue }: Contract): string[] {
  const unlike = spec.compareSources(document, catalogue, evidence.records);
  const found = new Set(unlike.map(({ key }) => key));
  return [
    ...unlike.filter(({ key }) => !allowed.has(key)).map(({ message }) => message),
    ...[...allowed]
      .filter((key) => !found.has(key))
      .map((key) => `A choice allows ${key}, and there is no such difference.`),
    ...spec.compareCatalogue(document, catalogue, evidence.records),
    ...spec.claimsWithoutEvidence(document, catalogue, evidence),
    ...spec.statusProblems(document, evidence),
  ];
}

/** The three that know the truth come first; the record of the last release only knows that something moved. */
export const oracles: Oracle[] = [
  { name: 'sources', problems: sourceProblems },
  { name: 'scenarios', problems: serviceScenarioProblems },
  { name: 'scenarios', problems: wireScenarioProblems },
  { name: 'examples', problems: exampleProblems },
  {
    name: 'released',
    problems: (contract) =>
      differences(contract)
        .filter(({ whole }) => !announced.has(whole))
        .map(({ words }) => `Without a changeset: ${words}`),
  },
];
