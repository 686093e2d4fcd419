const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether a URL leads to this machine and to nothing else. */
export const isLoopback = (url: URL): boolean => loopback.test(url.hostname);

export interface Consent {
  readonly accountPrefix: string | undefined;
  readonly yesDelete: boolean;
}

/** What a run against something real still lacks, in words; empty when it may begin. */
export function missingConsent({ accountPrefix, yesDelete }: Consent): string[] {
  return [
    ...(accountPrefix === undefined
      ? [
          '--account-prefix, with which the name of every account of the run begins. Choose one that no account of yours has.',
        ]
      : []),
    ...(yesDelete
      ? []
      : ['--yes-delete, because the run deletes friends and lists, and deletions cannot be undone.']),
  ];
}
