import { operations } from '@chat-sns/spec';
import { entryOf } from '../contract.ts';

const paths = Object.entries(operations).map(([id, { path }]) => `  POST ${path.padEnd(26)} ${id}`);

const notFriend = entryOf('NotFriend').code;
const rateLimited = entryOf('RateLimited').code;
const expired = entryOf('UserSigExpired').code;
const invalid = entryOf('InvalidParameter').code;

export const helpText = `Mock of three Tencent Cloud Chat server calls, made from their OpenAPI contract. Unofficial.

  chat-sns-mock [--port 4010] [--host 127.0.0.1] [--quiet]
  chat-sns-mock proxy <url> [--port 4010] [--host 127.0.0.1] [--quiet]

${paths.join('\n')}

Answers as the vendor does: HTTP 200 for success and failure, with a code in the body. A valid request
succeeds for its own accounts; a faulty one gets the code that the pages give for that fault.

A test asks for another answer in the request itself:
  an account named mock-${notFriend} in To_Account   that account gets ${notFriend}, the others succeed
  From_Account mock-${rateLimited}                     the whole request fails with ${rateLimited}
  header Prefer: example=partial-failure      an example of the contract, word for word
  header Prefer: example=${expired}                the example of this code
  header Prefer: code=502                     the page of a gateway in trouble
What does not exist is refused with ${invalid} and a text that lists what does.

Options
  -p, --port   port to listen on, 0 for a free one (4010)
      --host   address to listen on (127.0.0.1: this machine only)
  -q, --quiet  no line per request
  -h, --help   this text

proxy forwards every call to <url> unchanged and checks it against the contract in both directions. What
breaks the contract is written to the log and put into the response header chat-sns-violations. The usersig
is masked in both.

Try it
  chat-sns-mock &
  curl 'http://127.0.0.1:4010/v4/sns/friend_delete?sdkappid=1&identifier=a&usersig=s&random=1&contenttype=json' \\
    -d '{"From_Account":"id","To_Account":["id1","mock-${notFriend}"]}'`;
