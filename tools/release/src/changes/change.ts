/**
 * What a change means for a program that was written against the old contract: it can stop working (`breaking`), it can
 * do more (`addition`), a value or a claim was corrected (`correction`), or only words for people moved (`text`).
 */
export type Impact = 'breaking' | 'addition' | 'correction' | 'text';

export const impacts: Impact[] = ['breaking', 'addition', 'correction', 'text'];

/** One difference between two contracts, in words that a consumer understands. */
export interface Change {
  key: string;
  impact: Impact;
  words: string;
}
