/** Where a sample is sent, and as whom. Shared with the build, so nothing here touches the page. */
export interface Target {
  url: string;
  sdkAppId: string;
  identifier: string;
  userSig: string;
  secretKey: string;
}

export type TargetName = 'sandbox' | 'mock' | 'service';
