/** A branch that somebody broke in one way, the test that has to go red, and what its failure has to say. */
export interface BrokenBranch {
  name: string;
  /** File below spec, what is searched there and what it is replaced by, everywhere in the file. */
  edits: [file: string, find: string | RegExp, replace: string][];
  test: string;
  cause: RegExp;
  fix: RegExp;
}

const request = 'components/schemas/DeleteFriendsRequest.yaml';
const relationship = 'errors/relationship.yaml';

export const brokenBranches: BrokenBranch[] = [
  {
    name: 'a generated file is edited',
    edits: [['_generated/limits.ts', '1000', '999']],
    test: 'generated',
    cause: /_generated\/limits\.ts is stale or was edited/,
    fix: /Run `pnpm generate`|npm run generate/,
  },
  {
    name: '1000 becomes 1001 everywhere',
    edits: [
      [request, '1000', '1001'],
      ['components/schemas/DeleteFriendsOk.yaml', '1000', '1001'],
      ['components/schemas/DeleteFriendsFail.yaml', '1000', '1001'],
      ['paths/deleteFriends.yaml', '1000', '1001'],
      ['_generated/limits.ts', '1000', '1001'],
    ],
    test: 'sources',
    cause:
      /friend-delete\.intl-2023\.yaml states request\.To_Account\.maxItems = 1000, but the contract has 1001/,
    fix: /Fix the contract, or add .* to the allows of a choice in spec\/sources\/choices\.yaml/,
  },
  {
    name: 'a field is renamed, in schema and examples alike',
    edits: [
      [request, 'To_Account', 'To_Accounts'],
      ['evidence.yaml', 'DeleteFriendsRequest.To_Account', 'DeleteFriendsRequest.To_Accounts'],
      ...['one-way', 'two-way', 'partial-failure', 'none-were-friends'].map(
        (name): BrokenBranch['edits'][number] => [
          `examples/deleteFriends/${name}.request.yaml`,
          'To_Account',
          'To_Accounts',
        ],
      ),
    ],
    test: 'sources',
    cause: /states request\.To_Account\.\w+ = .*but the contract has nothing/,
    fix: /Fix the contract, or add/,
  },
  {
    name: 'a code is removed',
    edits: [[relationship, /- code: 31707\n[\s\S]*?\n\n(?=- code)/, '']],
    test: 'sources',
    cause: /states codes\.31707 = true, but the contract has nothing/,
    fix: /Fix the contract, or add/,
  },
  {
    name: 'a code is renumbered everywhere',
    edits: [
      [relationship, '31704', '31794'],
      ['examples/deleteFriends/partial-failure.response.yaml', '31704', '31794'],
      ['examples/deleteFriends/none-were-friends.response.yaml', '31704', '31794'],
    ],
    test: 'sources',
    cause: /contract says codes\.31794 = true for deleteFriends, but no current page states it/,
    fix: /Fix the contract, or add/,
  },
  {
    name: 'an example is broken',
    edits: [['examples/deleteFriends/two-way.request.yaml', 'Delete_Type_Both', 'Delete_Type_All']],
    test: 'examples',
    cause: /request example two-way matches its schema/,
    fix: /Fix spec\/examples\/deleteFriends\/two-way\.request\.yaml or the schema/,
  },
  {
    name: 'a claim names a source that does not state it',
    edits: [['evidence.yaml', 'UserId: [usersig-guide, chatbot-accounts', 'UserId: [relationship-chain']],
    test: 'evidence',
    cause: /UserId\/maxLength: maxLength 32 is not stated by relationship-chain/,
    fix: /Name in spec\/evidence\.yaml the record that states it there, or describe its evidence/,
  },
  {
    name: 'a discovery loses its use',
    edits: [['evidence.yaml', /\n\s*- unknown-self-deletion/, '']],
    test: 'evidence',
    cause: /Nothing uses unknown-self-deletion in spec\/discoveries\.yaml/,
    fix: /Name unknown-self-deletion in spec\/evidence\.yaml, in a choice, or delete it/,
  },
];
