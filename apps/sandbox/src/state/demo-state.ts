import type { StateDocument } from './state.ts';

const added = 1_700_000_000;
const friend = (...lists: string[]) => ({ lists, remark: '', time: added });

/** The default state: mutual friends, one-sided friends and lists to delete. */
export const demoState: StateDocument = {
  accounts: {
    administrator: {},
    alice: {
      friends: { bob: friend('family'), carol: friend('family', 'work'), dave: friend('work') },
      lists: ['family', 'work', 'empty'],
      sequence: 3,
    },
    bob: { friends: { alice: friend(), carol: friend() } },
    carol: { friends: { alice: friend('friends'), bob: friend() }, lists: ['friends'], sequence: 1 },
    dave: {},
    erin: { friends: { alice: friend() } },
  },
};
