import { isDeepStrictEqual } from 'node:util';
import type { OperationId } from '@chat-sns/spec';
import fc from 'fast-check';
import type { Sandbox } from '../../src/create-sandbox.ts';
import type { Fault } from '../../src/observe/faults.ts';
import type { StateDocument } from '../../src/state/state.ts';
import { checkResponse } from '../support/contract.ts';
import { codeOf, codesOf, type Envelope, urlOf } from '../support/service.ts';
import { listNames, stateArbitrary, userIds } from '../support/state-arbitrary.ts';
import { createModel, type Expected, expectResponse, type Model, type ModelRequest } from './model.ts';

/** The sandbox under test, and how to stop and start it. */
export interface Real {
  sandbox: Sandbox;
  restart: () => Promise<void>;
}
type Command = fc.AsyncCommand<Model, Real>;

const agree = (what: string, real: unknown, model: unknown) => {
  if (isDeepStrictEqual(real, model)) return;
  throw new Error(`${what}: the sandbox has ${JSON.stringify(real)}, the model ${JSON.stringify(model)}`);
};

function compareState(model: Model, sandbox: Sandbox): void {
  const found = createModel(sandbox.state.read());
  const plain = ({ accounts, friends, lists, members, sequences }: Model) =>
    [accounts, friends, lists, members, sequences].map((part) => [...part].map(String).toSorted());
  agree('state', plain(found), plain(model));
  const pairs = sandbox.webhooks
    .list()
    .map(({ body }) => body.PairList.map((pair) => `${pair.From_Account}>${pair.To_Account}`));
  agree('webhooks', pairs, model.webhooks);
}

async function send(
  sandbox: Sandbox,
  { operation, from, names, both }: ModelRequest,
): Promise<Envelope | 'lost'> {
  const key = operation === 'deleteFriendLists' ? 'GroupName' : 'To_Account';
  const body = JSON.stringify({
    From_Account: from,
    ...(operation === 'deleteAllFriends' ? {} : { [key]: names }),
    ...(both ? { DeleteType: 'Delete_Type_Both' } : {}),
  });
  let envelope: Envelope;
  try {
    const response = await sandbox.fetch(urlOf(operation), { method: 'POST', body });
    envelope = (await response.json()) as Envelope;
  } catch {
    return 'lost';
  }
  checkResponse(operation, envelope);
  return envelope;
}

const summaryOf = (envelope: Envelope | 'lost'): Expected | 'lost' => {
  if (envelope === 'lost') return 'lost';
  const items = codesOf(envelope);
  return {
    code: envelope.ErrorCode,
    ...(items ? { items } : {}),
    ...(envelope.CurrentSequence === undefined ? {} : { sequence: envelope.CurrentSequence }),
  };
};

const idArbitrary = fc.constantFrom(...userIds, 'nobody');
const requestArbitrary: fc.Arbitrary<ModelRequest> = fc
  .constantFrom<OperationId>('deleteFriends', 'deleteFriends', 'deleteAllFriends', 'deleteFriendLists')
  .chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      from: idArbitrary,
      names: fc.array(operation === 'deleteFriendLists' ? fc.constantFrom(...listNames) : idArbitrary, {
        minLength: 1,
        maxLength: 5,
      }),
      both: operation === 'deleteFriendLists' ? fc.constant(false) : fc.boolean(),
    }),
  );

const command = (text: string, run: Command['run']): Command => ({
  check: () => true,
  run,
  toString: () => text,
});

const callCommand = requestArbitrary.map((request) =>
  command(`call ${JSON.stringify(request)}`, async (model, { sandbox }) => {
    agree('response', summaryOf(await send(sandbox, request)), expectResponse(model, request));
    compareState(model, sandbox);
  }),
);

const faultArbitrary: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant<Fault>({ kind: 'code', code: codeOf('InternalError') }),
  idArbitrary.map((item): Fault => ({ kind: 'code', code: codeOf('WriteConflict'), item })),
  fc.record({ kind: fc.constantFrom('drop' as const, 'truncate' as const), carriedOut: fc.boolean() }),
);

const faultCommand = fc.tuple(faultArbitrary, requestArbitrary).map(([fault, request]) =>
  command(`fault ${JSON.stringify(fault)} on ${JSON.stringify(request)}`, async (model, { sandbox }) => {
    sandbox.faults.add(fault);
    agree('response', summaryOf(await send(sandbox, request)), expectAfterFault(model, fault, request));
    sandbox.faults.clear();
    compareState(model, sandbox);
  }),
);

function expectAfterFault(model: Model, fault: Fault, request: ModelRequest): Expected | 'lost' {
  if (fault.kind === 'code' && fault.item === undefined) return { code: fault.code };
  if (fault.kind === 'code' && fault.item !== undefined) {
    const hits = request.operation === 'deleteFriends';
    return expectResponse(model, request, hits ? { item: fault.item, code: fault.code } : undefined);
  }
  if (fault.kind !== 'drop' && fault.kind !== 'truncate') throw new Error(`unexpected fault ${fault.kind}`);
  if (!fault.carriedOut) return 'lost';
  // A refusal arrives: there is no deletion whose response could be lost.
  const expected = expectResponse(model, request);
  return expected.code === 0 ? 'lost' : expected;
}

const seedCommand = stateArbitrary.map((state) =>
  command(`seed ${JSON.stringify(state)}`, async (model, { sandbox }) => {
    sandbox.state.replace(state satisfies StateDocument);
    Object.assign(model, { ...createModel(state), webhooks: model.webhooks });
    compareState(model, sandbox);
  }),
);

const restartCommand = fc.constant(
  command('restart', async (model, real) => {
    await real.restart();
    model.webhooks = [];
    compareState(model, real.sandbox);
  }),
);

export const commandsArbitrary = fc.commands(
  [callCommand, callCommand, callCommand, faultCommand, seedCommand, restartCommand],
  { maxCommands: 25 },
);
