import { deletionDecisions } from './deletion-decisions.ts';
import { requestDecisions } from './request-decisions.ts';

/** What the sandbox does where the vendor's pages leave something open. The README's table is written from here. */
export const decisions = { ...requestDecisions, ...deletionDecisions };

export type DecisionName = keyof typeof decisions;
