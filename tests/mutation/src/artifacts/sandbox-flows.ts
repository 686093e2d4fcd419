import type { Checks } from './check.ts';
import { codeOf, type Module, openSandbox } from './sandbox-service.ts';

const both = 'Delete_Type_Both';
const single = 'Delete_Type_Single';
const noFriends = { friends: {}, lists: [], sequence: 0 };

/** Hand-written flows: a state, calls through the client, and the state afterwards. */
export async function flowProblems(module: Module, { equal, step }: Checks): Promise<void> {
  await step('both directions', async () => {
    const { chat, friends, sandbox } = openSandbox(module);
    const { raw } = await chat.deleteFriends({
      From_Account: 'ann',
      To_Account: ['ben', 'dan', 'cat'],
      DeleteType: both,
    });
    const codes = raw.ResultItem.map(({ To_Account, ResultCode }) => [To_Account, ResultCode]);
    equal('two-way: items in the order of the request', codes, [
      ['ben', 0],
      ['dan', 31704],
      ['cat', 0],
    ]);
    equal('two-way: friends of ann', friends('ann'), []);
    equal('two-way: the reverse direction is gone from ben', friends('ben'), []);
    equal('two-way: dan, who was no friend of ann, keeps her', friends('dan'), ['ann']);
    const [delivery, ...more] = sandbox.webhooks.list();
    const pairs = delivery?.body.PairList.map(
      ({ From_Account, To_Account }) => `${From_Account}>${To_Account}`,
    );
    equal(
      'two-way: the webhook has one pair for each direction',
      [pairs, more.length],
      [['ann>ben', 'ben>ann', 'ann>cat'], 0],
    );
    await sandbox.close();
  });
  await step('one direction', async () => {
    const { chat, friends, sandbox } = openSandbox(module);
    await chat.deleteFriends({ From_Account: 'ann', To_Account: ['ben'], DeleteType: single });
    equal('one-way: friends of ann', friends('ann'), ['cat']);
    equal('one-way: ben keeps ann', friends('ben'), ['ann']);
    equal('one-way: ben leaves the list work', sandbox.state.read().accounts.ann?.lists, [
      'work',
      'old',
      'home',
    ]);
    await sandbox.close();
  });
  await step('nobody was a friend', async () => {
    const { chat, sandbox } = openSandbox(module);
    const { notFriends } = await chat.deleteFriends({
      From_Account: 'ann',
      To_Account: ['dan'],
      DeleteType: both,
    });
    equal('not a friend: reported as such', notFriends, ['dan']);
    equal('not a friend: no webhook', sandbox.webhooks.list().length, 0);
    await sandbox.close();
  });
  for (const [DeleteType, ofBen] of [
    [single, ['ann']],
    [both, []],
    [undefined, ['ann']],
  ] as const) {
    await step(`all friends, ${DeleteType}`, async () => {
      const { chat, friends, sandbox } = openSandbox(module);
      await chat.deleteAllFriends({ From_Account: 'ann', ...(DeleteType ? { DeleteType } : {}) });
      equal(
        `all friends, ${DeleteType}: ann, ben, dan`,
        [friends('ann'), friends('ben'), friends('dan')],
        [[], ofBen, ['ann']],
      );
      equal(
        `all friends, ${DeleteType}: lists and sequence stay`,
        [sandbox.state.read().accounts.ann?.lists, sandbox.state.read().accounts.ann?.sequence],
        [['work', 'old', 'home'], 6],
      );
      equal(`all friends, ${DeleteType}: no webhook`, sandbox.webhooks.list().length, 0);
      await chat.deleteAllFriends({ From_Account: 'cat' });
      equal('all friends of somebody without friends', sandbox.state.read().accounts.cat, noFriends);
      await sandbox.close();
    });
  }
  await step('lists', async () => {
    const { chat, friends, sandbox } = openSandbox(module);
    const gone = await chat.deleteFriendLists({ From_Account: 'ann', GroupName: ['work', 'old'] });
    equal('lists: the sequence grows by one', gone.sequence, 7);
    equal(
      'lists: the state',
      [sandbox.state.read().accounts.ann?.lists, sandbox.state.read().accounts.ann?.sequence],
      [['home'], 7],
    );
    equal('lists: their members stay friends', friends('ann'), ['ben', 'cat']);
    equal(
      'lists: a missing one fails the call',
      await codeOf(chat.deleteFriendLists({ From_Account: 'ann', GroupName: ['home', 'work'] })),
      30001,
    );
    equal('lists: and nothing is deleted then', sandbox.state.read().accounts.ann?.lists, ['home']);
    equal('lists: no webhook', sandbox.webhooks.list().length, 0);
    await sandbox.close();
  });
}
