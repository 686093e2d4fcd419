import type { ZodiosBodyByAlias, ZodiosQueryParamsByAlias } from '@zodios/core';
import type { z } from 'zod';
import type { api, schemas } from './client';

type Endpoints = (typeof api)['api'];

export type Calls = {
  [Name in 'deleteFriends' | 'deleteAllFriends' | 'deleteFriendLists']: {
    query: ZodiosQueryParamsByAlias<Endpoints, Name>;
    body: ZodiosBodyByAlias<Endpoints, Name>;
  };
};
export type KnownCode = z.infer<typeof schemas.DeleteFriendsErrorCodeKnown>; // known codes
