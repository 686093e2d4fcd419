const query = 'sdkappid=1400000000&identifier=administrator&usersig=any&random=1&contenttype=json';

/** Stands for the code that you test: it returns the accounts that were removed. */
export async function removeFriends(baseUrl: string, from: string, accounts: string[]): Promise<string[]> {
  const response = await fetch(`${baseUrl}/v4/sns/friend_delete?${query}`, {
    method: 'POST',
    body: JSON.stringify({ From_Account: from, To_Account: accounts, DeleteType: 'Delete_Type_Single' }),
  });
  const body = (await response.json()) as {
    ErrorCode: number;
    ResultItem?: { To_Account: string; ResultCode: number }[];
  };
  if (body.ErrorCode !== 0) throw new Error(`Chat responded with ${body.ErrorCode}`);
  return (body.ResultItem ?? []).filter((item) => item.ResultCode === 0).map((item) => item.To_Account);
}
