import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { createSecrets } from '../src/calls/secrets.ts';
import { signUserSig } from '../src/calls/usersig.ts';
import { runRespect } from '../workflows/run-respect.ts';
import { app } from './wrong-server/gateway.ts';

export const workflows = join(
  dirname(fileURLToPath(import.meta.resolve('@chat-sns/spec/package.json'))),
  'workflows',
);
const { sdkAppId, admin: identifier, secretKey } = app;

interface Reports {
  files: Record<
    string,
    { executedWorkflows: { workflowId: string; status: string; executedSteps: Step[] }[] }
  >;
}
interface Step {
  stepId: string;
  status: string;
}

/** A UserSig with `*` in the middle, the character that Redocly writes into URLs in a form that it does not mask. */
export function usersigWithStar(key = secretKey): string {
  let time = Math.floor(Date.now() / 1000);
  for (;;) {
    const made = signUserSig(key, { sdkAppId, identifier, time: time--, expire: 86_400 });
    if (/\w{20}\*.*\*[\w-]{20}$/.test(made)) return made;
  }
}

/** Runs a document, and checks that nothing printed or stored contains the usersig, whatever the test is about. */
export async function runWorkflow(name: string, url: string, own: object, signature = usersigWithStar()) {
  let printed = '';
  const secrets = createSecrets();
  secrets.add(signature);
  const { code, json, har } = await runRespect({
    files: [join(workflows, `${name}.arazzo.yaml`)],
    baseUrl: url,
    input: { ...own, sdkappid: sdkAppId, identifier, usersig: signature },
    mask: secrets.mask,
    print: (line) => {
      printed += line;
    },
  });
  // The URL is there, so the secret is not absent merely because the URL is.
  expect(printed).toContain('usersig=***');
  const parts = signature.split('*').filter((part) => part.length >= 20);
  expect(parts.length).toBeGreaterThan(1);
  for (const [where, text] of Object.entries({ printed, json, har })) {
    expect(text, where).toContain('/v4/sns/');
    for (const part of parts) expect(text.includes(part), `the usersig in ${where}`).toBe(false);
  }
  return { code, printed, ran: readRan(json) };
}

export function readRan(json: string) {
  const reports: Reports = JSON.parse(json);
  return Object.values(reports.files).flatMap(({ executedWorkflows }) => executedWorkflows);
}

export const nameRan = ({ workflowId, status }: ReturnType<typeof readRan>[number]) =>
  `${workflowId} ${status}`;
