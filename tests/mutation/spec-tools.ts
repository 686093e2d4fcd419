// The only door to spec/tools. They are no part of the published package, and the oracles must work on a document and a
// catalogue that never reached the disk.
export { codesOf, operationIds } from '../../spec/tools/catalogue.ts';
export { claimsWithoutEvidence, statusProblems } from '../../spec/tools/evidence/check-evidence.ts';
export { compareCatalogue } from '../../spec/tools/evidence/compare-catalogue.ts';
export { compareSources } from '../../spec/tools/evidence/compare-sources.ts';
export { readChoices, readDiscoveries, readRecords } from '../../spec/tools/evidence/sources.ts';
export { allExamples } from '../../spec/tools/examples.ts';
