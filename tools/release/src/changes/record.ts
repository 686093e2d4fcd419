import { readFileSync } from 'node:fs';
import { packageFolder } from '../contract.ts';

/** What released/record.json says about the contract beside it. */
export interface ReleaseRecord {
  /** Version of @chat-sns/spec with this contract; 0.0.0 as long as nothing was released. */
  version: string;
  /** Pending changesets whose changes the recorded contract already has. */
  changesets: string[];
}

export const readRecord = (folder = new URL('released/', packageFolder)): ReleaseRecord =>
  JSON.parse(readFileSync(new URL('record.json', folder), 'utf8'));
