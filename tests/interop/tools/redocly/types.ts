import type { DeleteFriendsErrorCodeKnown, Ops } from './client'; // known codes

export type Calls = { [Name in keyof Ops]: Ops[Name]['args'] };
export type KnownCode = DeleteFriendsErrorCodeKnown; // known codes
