import type { Contract } from '../contract.ts';
import { catalogueChanges } from './catalogue-changes.ts';
import { type Change, impacts } from './change.ts';
import { extensionChanges } from './extension-changes.ts';
import { redoclyDiff } from './redocly-diff.ts';

/** Every change from one contract to another, the gravest first. Starts the Redocly CLI, which takes a second. */
export function compareContracts(from: Contract, to: Contract): Change[] {
  return [
    ...redoclyDiff(from.document, to.document),
    ...extensionChanges(from.document, to.document),
    ...catalogueChanges(from.catalogue, to.catalogue),
  ].sort((a, b) => impacts.indexOf(a.impact) - impacts.indexOf(b.impact));
}
