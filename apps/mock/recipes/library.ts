import { startMock } from '@chat-sns/mock';

await using mock = await startMock();

const query = 'sdkappid=1400000000&identifier=administrator&usersig=any&random=1&contenttype=json';
const response = await fetch(`${mock.url}/v4/sns/friend_delete?${query}`, {
  method: 'POST',
  body: JSON.stringify({ From_Account: 'ann', To_Account: ['ben', 'mock-31704'] }),
});
console.log(await response.text());

const [call] = mock.calls();
console.log(call?.operation, call?.query.usersig, call?.body);
