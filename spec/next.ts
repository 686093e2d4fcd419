import type { ContractDocument } from './documents/openapi.ts';
import { bundle } from './tools/bundle.ts';
import { readCatalogue } from './tools/catalogue.ts';
import { claimsWithoutEvidence, unusedEvidence, wrongCodeSources } from './tools/evidence/check-evidence.ts';
import { compareCatalogue } from './tools/evidence/compare-catalogue.ts';
import { choiceProblems } from './tools/evidence/compare-sources.ts';
import { readChoices, readDiscoveries, readRecords } from './tools/evidence/sources.ts';
import { missingPieces, waitingPieces } from './tools/pieces.ts';

/** What is missing before the operation can run, in the order in which to add it. */
function findSteps(): string[] {
  const pieces = missingPieces();
  if (pieces.length > 0) return pieces;
  const document: ContractDocument = JSON.parse(bundle());
  const catalogue = readCatalogue();
  const evidence = { records: readRecords(), choices: readChoices(), discoveries: readDiscoveries() };
  return [
    ...choiceProblems(document, catalogue, evidence),
    ...claimsWithoutEvidence(document, catalogue, evidence),
    ...unusedEvidence(document, catalogue, evidence),
    ...compareCatalogue(document, catalogue, evidence.records),
    ...wrongCodeSources(catalogue, evidence),
  ];
}

const steps = findSteps();
for (const step of steps) console.log(step);
if (steps.length > 0) process.exitCode = 1;
else {
  console.log('The contract and its evidence agree. Run: npm run generate && npm test');
  const waiting = waitingPieces();
  if (waiting.length > 0) console.log(['These can wait, but npm test asks for them:', ...waiting].join('\n'));
}
