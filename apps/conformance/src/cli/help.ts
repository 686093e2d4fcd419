export const help = `chat-sns-conformance: does a server speak the three deletion calls as the contract says?

  chat-sns-conformance --base-url http://127.0.0.1:4020 --sdkappid 1400000000 --identifier administrator --adapter sandbox

The server
  --base-url URL           address of a gateway, wrapper, mock, sandbox or the service; a path in it is kept
  --sdkappid N             the app
  --identifier A           an app admin, the caller
  --secret-key-file FILE   the app's secret key; else the variable CHAT_SNS_SECRET_KEY
  --timeout MS             how long an answer may take (10000)
  --allow-http             http to another machine, where the usersig can be read on the way

The scenarios
  --adapter sandbox        seeds by PUT /sandbox/state and puts the former state back at the end
  --adapter vendor         seeds by account_import, friend_import and group_add, and reads the state back
  --adapter none           seeds nothing: what needs accounts is skipped (this is the default)
  --only A,B               ids, groups or operations; an id may end in *
  --skip A,B               the same, to leave out. A server that verifies no signatures: --skip signatures
  --list                   prints the scenarios and ends

The report
  --format table|junit|json   (table)
  --output FILE            writes it to a file in place of the standard output
  --strict                 what differs from something observed or inferred fails, too

Live runs: any address that is not this machine's own, --adapter vendor, or --live
  --account-prefix P       2 to 8 characters with which every account of the run begins; no account of yours may
  --yes-delete             the run deletes friends and lists; without this it prints its plan and ends
  --plan                   prints the plan and ends
  --with-bad-signatures    sends bad signatures too; a service may lock the caller out for a minute (70050)
  --differences FILE       writes what differs as entries for spec/discoveries.yaml, secrets masked
  --pause MS               pause between calls (100 when live, else 0)

Ends with 0 when nothing failed, 1 when something failed, 2 when the run was impossible or is incomplete.
Unofficial; not affiliated with Tencent.
`;
