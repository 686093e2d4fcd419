/** The five query parameters of a call. Each call needs a `random` of its own. */
export const query = (usersig: string) => ({
  sdkappid: 1400000000,
  identifier: 'administrator',
  usersig,
  random: Math.floor(Math.random() * 2 ** 32),
  contenttype: 'json' as const,
});
