#!/usr/bin/env node
import { ChatConfigError } from '@chat-sns/client';
import { Argument, Command, CommanderError, Option } from 'commander';
import manifest from '../package.json' with { type: 'json' };
import { deleteTypes, formats } from './input.ts';
import { createSignature, inspectSignature, showError, showHosts, verifySignature } from './lookup.ts';
import { type Job, jobs } from './operations.ts';
import { connection, nameOf, readWhole, signer, UsageError } from './options.ts';
import { type Given, run } from './run.ts';

const exitCodes = `
Exit codes:
  0    everything is deleted, or was gone already
  1    something failed, or nobody knows whether it was carried out
  2    the command, its configuration or its input is wrong: nothing was sent
  3    ended early: something was not sent
  130  ended early by Ctrl-C; 143 by SIGTERM, 129 by a closed terminal
`;

const program = new Command('chat-sns')
  .description(
    "Deletes friends and friend lists in bulk through Tencent Cloud Chat's server API.\nUnofficial; not affiliated with Tencent.",
  )
  .version(manifest.version, '-v, --version', 'print the version')
  .exitOverride()
  .showHelpAfterError('Run `chat-sns --help`.')
  .configureHelp({ showGlobalOptions: false })
  .configureOutput({
    // What is misspelt or misplaced can be a secret, so it is not repeated.
    outputError: (text, write) =>
      write(
        text.replace(/(unknown option '--[^='\n]+)=[^\n]*'/, "$1'").replace(/( but got \d+): [^\n]*/, '$1.'),
      ),
  })
  .addHelpText(
    'after',
    `
Examples:
  chat-sns friends delete friends.csv --dry-run
  chat-sns friends delete friends.csv --journal friends.journal --results results.ndjson
  chat-sns friends delete --from alice --to bob carol --delete-type both --yes
  chat-sns errors 31707

\`chat-sns friends delete --help\` shows the options, the formats of the input and the exit codes.
`,
  );

function act(action: (command: Command) => number | Promise<number>) {
  return async (...args: unknown[]) => {
    process.exitCode = await action(args.at(-1) as Command);
  };
}

function add(parent: Command, name: string, description: string, options: readonly Option[]): Command {
  const command = parent.command(name).description(description);
  for (const option of options) command.addOption(option);
  return command.showHelpAfterError(`Run \`${nameOf(command)} --help\`.`);
}

const json = new Option('--json', 'print JSON');

const deletion = [
  new Option('--format <format>', 'format of the input, if its name does not say it').choices(formats),
  new Option('--results <file>', 'write the outcomes there as NDJSON, not to standard output'),
  new Option('--journal <file>', 'remember there what was sent, so that the job can go on after a crash'),
  new Option('--resume', 'go on with the job of --journal; --results is written again as a whole'),
  new Option('--fsync', 'make the journal survive a power cut too, which costs time'),
  new Option('--dry-run', 'check the input, print the plan and send nothing; needs no app and no key'),
  new Option('--skip-invalid', 'report invalid lines and leave them out'),
  new Option('-y, --yes', 'do not ask before deleting'),
  new Option('-q, --quiet', 'print nothing but results and errors'),
];

const type = (value?: string) =>
  new Option('--delete-type <type>', 'whose friend lists: that of From_Account, or those of both')
    .choices(Object.entries(deleteTypes).flat())
    .default(value);

function addDeletion(
  parent: Command,
  name: string,
  job: Job,
  description: string,
  columns: string,
  inputs: readonly Option[],
): void {
  const command = add(parent, name, description, [...inputs, ...deletion, ...connection]);
  const plain = job.fields.at(-1);
  command
    .addArgument(new Argument('[file]', 'input; - or a pipe for standard input'))
    .addHelpText(
      'after',
      `
Input, by the extension of the file or by --format:
  csv     .csv             a header with ${columns}
  ndjson  .ndjson, .jsonl  objects with the same names
  plain   .txt             one ${plain} a line; the rest comes from flags
  Names may be written fromAccount or from. DeleteType is Delete_Type_Single or single, Delete_Type_Both or both.
  The whole input is checked before anything is sent. A line without a value has that of the flag.
${exitCodes}`,
    )
    .action(act((command) => run(command, job, readGiven(command))));
}

/** What the flags of a deletion say about its inputs. */
function readGiven(command: Command): Given {
  const { from, to, list, deleteType } = command.opts();
  const file: string | undefined = command.args[0];
  const DeleteType = deleteTypes[deleteType] ?? deleteType;
  const shared = DeleteType === undefined ? {} : { DeleteType };
  if (Array.isArray(from))
    return { file, rows: from.map((From_Account) => ({ ...shared, From_Account })), defaults: shared };
  const defaults = from === undefined ? shared : { ...shared, From_Account: from };
  const field = to ? 'To_Account' : 'GroupName';
  const rows = (to ?? list ?? []).map((value: string) => ({ ...defaults, [field]: value }));
  if (rows.length > 0 && from === undefined)
    throw new UsageError(`${to ? '--to' : '--list'} requires --from.`);
  return { file, rows, defaults };
}

const friends = add(program, 'friends', 'Commands: delete, delete-all.', []);
addDeletion(
  friends,
  'delete',
  jobs.deleteFriends,
  'Deletes friends: those of a file, of standard input or of --from and --to.',
  'From_Account, To_Account, DeleteType',
  [
    new Option('--from <account>', 'From_Account of --to, and of lines without one'),
    new Option('--to <accounts...>', 'To_Account: the friends to delete'),
    type(),
  ],
);
addDeletion(
  friends,
  'delete-all',
  jobs.deleteAllFriends,
  'Deletes all friends of accounts: those of a file, of standard input or of --from.',
  'From_Account and perhaps DeleteType',
  [new Option('--from <accounts...>', 'From_Account: whose friends to delete'), type('single')],
);
const lists = add(program, 'lists', 'Commands: delete.', []);
addDeletion(
  lists,
  'delete',
  jobs.deleteFriendLists,
  'Deletes friend lists: those of a file, of standard input or of --from and --list.',
  'From_Account, GroupName',
  [
    new Option('--from <account>', 'From_Account of --list, and of lines without one'),
    new Option('--list <names...>', 'GroupName: the lists to delete'),
  ],
);

const usersig = add(program, 'usersig', 'Commands: create, inspect, verify.', []);
const signature = () => new Argument('[usersig]', 'the UserSig; - or a pipe for standard input');
const expiry = new Option('--expires-in <seconds>', 'validity (default: 180 days)').argParser(readWhole);
add(usersig, 'create', 'Prints a UserSig for --identifier.', [expiry, json, ...signer]).action(
  act(createSignature),
);
add(usersig, 'inspect', 'Shows what a UserSig says, without verifying it.', [json])
  .addArgument(signature())
  .action(act(inspectSignature));
add(usersig, 'verify', 'Verifies a UserSig with the key. Exit code 1 when it is refused.', [json, ...signer])
  .addArgument(signature())
  .action(act(verifySignature));
add(program, 'errors', 'Explains an error code, or lists all of them.', [json])
  .addArgument(new Argument('[code]', 'code such as 31707, or title such as DeletionFiltered'))
  .action(act(showError));
add(program, 'hosts', 'Lists each region with its host and backup host.', [json]).action(act(showHosts));

// The reader of either may end before the command does; what that means for results is their own matter.
process.stderr.on('error', () => {});
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof UsageError || error instanceof ChatConfigError) {
    process.stderr.write(`chat-sns: ${error.message}\n`);
    process.exitCode = 2;
  } else throw error;
}
