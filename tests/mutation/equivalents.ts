import type { LogicPackageName } from './src/logic/packages.ts';

/** What is mutated: the contract, or the logic of a package. */
export type Side = 'spec' | LogicPackageName;

/**
 * Mutants that change no behaviour, by side and name, each with its reason. `npm run mutate` counts them apart, and
 * fails when one of them is killed after all or does not exist any more.
 */
export const equivalents: Record<Side, Record<string, string>> = {
  spec: {},
  client: {
    'src/base-url.ts: /^127(\\.\\d+){3}$/ becomes /127(\\.\\d+){3}$/':
      'A host that ends in a number is read as four numbers by the URL parser, so nothing can stand before the 127.',
    'src/clock.ts: signal?.reason becomes signal.reason':
      'It stands in a listener of the signal, which only a signal that is there can call.',
    'src/hooks.ts: hooks.onAttempt?.(event) becomes hooks.onAttempt(event)':
      'What calling a hook throws is ignored, and so is that there is none.',
    'src/limiter.ts: history.next + 1 becomes history.next - 1':
      'The ring is walked the other way round, by names such as -1, and each place comes up again after as many calls.',
    'src/network.ts: header === null becomes false':
      'No header would be read as the text null, which is neither seconds nor a date and gives undefined as well.',
    'src/request-rules.ts: true becomes false':
      'The record is read for its names only; it is one so that the compiler misses no name.',
    'src/request-rules.ts: true becomes false (2)':
      'The record is read for its names only; it is one so that the compiler misses no name.',
    'src/usersig-document.ts: false becomes true':
      'Says whether the key could be exported again; it is used on the next line and given to nobody.',
    'src/usersig-document.ts: { return undefined; } becomes {}':
      'A function that ends gives undefined as well.',
    'src/webhook.ts: { return undefined; } becomes {}': 'A function that ends gives undefined as well.',
  },
  mock: {},
  sandbox: {
    'src/gateway/read-query.ts: !/[%+]/.test(text) becomes false':
      'What has neither character decodes to itself: the shortcut spares the decoding and nothing else.',
    'src/service/envelope.ts: known.set(info, quoted); becomes ;':
      'The map spares escaping a string twice: without it the same response is written more slowly.',
    'src/http/server.ts: \'\' becomes "Stryker was here!"':
      'An HTTP 204 is sent without a body, whatever the reply holds.',
    'src/http/server.ts: \'\' becomes "Stryker was here!" (2)':
      'A request that has arrived whole still has its socket, and that knows the address: only the types do not.',
    'src/gateway/limits.ts: settings.deletionLimit === 0 becomes false':
      'A window of limit 0 allows everything too: the shortcut spares keeping one for each account.',
    'src/state/sqlite.ts: members.has(To_Account) becomes true':
      'Deleting a row that is not there changes nothing: the check spares the statement.',
    'src/state/tables.ts: ids.set(String(id), String(id)); becomes ;':
      'The map lets equal UserIDs share one string in memory: without it they are equal all the same.',
    'src/gateway/usersig.ts: \'=\' becomes ""': 'Node decodes base64 with its padding and without.',
  },
};
