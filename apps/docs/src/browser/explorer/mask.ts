/** The URL as it may be shown. */
export function maskUserSig(url: string): string {
  return url.replace(/([?&]usersig=)[^&]*/, '$1***');
}
