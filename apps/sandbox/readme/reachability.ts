import type { Title } from '../src/refusal.ts';

/** How a code can be reached. */
export interface Reach {
  readonly how: 'natural' | 'configured' | 'fault only';
  readonly cause: string;
}

const natural = (cause: string): Reach => ({ how: 'natural', cause });
const configured = (cause: string): Reach => ({ how: 'configured', cause });
const faultOnly = (cause: string): Reach => ({ how: 'fault only', cause });

const incident = faultOnly('an internal failure of the service');
const appState = faultOnly('depends on the state, plan or quota of an app, which a sandbox does not have');
const elsewhere = faultOnly('belongs to calls that the sandbox does not serve');
const unlisted = faultOnly('no operation responds with it today, and the contract does not allow it');
const alternate = faultOnly('documented like another code');

/** Every code of the catalogue. The README's table is generated from it. */
export const reachability: Readonly<Record<Title, Reach>> = {
  InvalidParameter: natural(
    'wrong shape, a value outside its limits, a list that does not exist; for an account with --non-friend',
  ),
  AccountMismatch: configured('a To_Account that is not imported, with --unknown-account AccountMismatch'),
  AccountNotFound: natural('a From_Account or To_Account that is not imported'),
  AdminRequired: configured(
    'a caller who is not an admin acts on another account, with --non-admin AdminRequired',
  ),
  FollowFeatureDisabled: unlisted,
  InternalError: incident,
  ServerTimeout: incident,
  WriteConflict: configured(
    'a write while another one locks its account, with --concurrent-writes conflict; for an account only by fault',
  ),
  InvalidAccountCount: unlisted,
  InvalidDeleteType: unlisted,
  FriendCheckFailed: unlisted,
  NotFriend: natural('a To_Account that is not a friend'),
  ForwardDeletionFailed: unlisted,
  ReverseDeletionFailed: unlisted,
  DeletionFiltered: configured(
    'more calls than --deletion-limit within a minute; for an account only by fault',
  ),
  InvalidListCount: unlisted,
  InvalidListNameLength: unlisted,
  ListReadFailed: unlisted,
  ListRowDecodeFailed: unlisted,
  ListMetaDecodeFailed: unlisted,
  ListRowEncodeFailed: unlisted,
  ListMetaEncodeFailed: unlisted,
  ListWriteFailed: unlisted,
  ListNotFound: unlisted,
  DeleteAllAppCheckFailed: unlisted,
  StandardDataDeletionFailed: unlisted,
  CustomDataDeletionFailed: unlisted,
  HttpParseError: natural('a request that is not HTTP, an invalid percent-encoding, a body above 1 MiB'),
  JsonParseError: natural('a body that is empty or not JSON'),
  AccountCheckFailed: incident,
  AccountCheckFailed60005: alternate,
  InvalidAppId: unlisted,
  RateLimited: natural('more calls than --rate-limit within a second'),
  TimeoutOrBadRequest: natural('a request that has not arrived within --request-timeout'),
  InvalidResource: natural('an unknown path, or a method other than POST'),
  IdentifierNotAdmin: natural('an identifier that is not an admin'),
  AppRateLimited: unlisted,
  AppIdMissing: natural('no sdkappid in the URL'),
  ResponseParseError: incident,
  AccountCheckTimeout: incident,
  InvalidAccountType: natural('an account that is not a string'),
  AppDisabled: appState,
  RequestDisabled: appState,
  TooManyRequests: alternate,
  TooManyRequests60019: unlisted,
  ServiceUnavailable: appState,
  SourceIpForbidden: appState,
  InvalidQueryParameter: natural('a URL parameter that is missing, invalid or duplicate'),
  RegionMismatch: appState,
  ProductMismatch: appState,
  TrialQuotaExceeded: appState,
  UserSigExpired: natural('a UserSig that has expired'),
  UserSigEmpty: unlisted,
  UserSigIllegal: natural('a malformed UserSig'),
  UserSigIllegal70005: unlisted,
  UserSigWrongKey: natural('a UserSig signed with another key'),
  UserSigIdentifierMismatch: natural('a UserSig of another identifier'),
  UserSigAppMismatch: natural('a UserSig of another app'),
  PublicKeyNotFound: appState,
  AppNotFound: natural('an sdkappid other than that of the sandbox'),
  CredentialsRejected: unlisted,
  UserSigAttemptsThrottled: configured('more bad signatures than --bad-signature-limit within a minute'),
  AccountBlocked: appState,
  AccountNotImported: elsewhere,
  UserSigInvalidated: unlisted,
  LoginRestricted: unlisted,
  AccountServiceTimeout: incident,
  AccountServiceTimeout70202: unlisted,
  InvalidBatchSize: unlisted,
  UserSigLegacyRejected: unlisted,
  UserSigExpired70347: unlisted,
  AccountLimitExceeded: elsewhere,
  AccountReimportBlocked: elsewhere,
  InvalidAccountParameter: elsewhere,
  AccountAdminRequired: unlisted,
  SdkOutdated: elsewhere,
  AccountServiceError: incident,
  AccountDeletionUnsupported: elsewhere,
  DailyActiveUsersExceeded: appState,
  UserStatusDisabled: elsewhere,
  MonthlyActiveUsersExceeded: appState,
  ClientRateLimited: elsewhere,
  DoNotDisturbDisabled: elsewhere,
  ProfileSubscriptionDisabled: elsewhere,
};
