import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workflows = join(
  dirname(fileURLToPath(import.meta.resolve('@chat-sns/spec/package.json'))),
  'workflows',
);
const manifest = fileURLToPath(import.meta.resolve('@redocly/cli/package.json'));
const redocly = join(dirname(manifest), JSON.parse(readFileSync(manifest, 'utf8')).bin.redocly);

export const workflowFile = (name: string) => join(workflows, `${name}.arazzo.yaml`);

interface Reports {
  readonly files: Record<
    string,
    {
      executedWorkflows: {
        workflowId: string;
        status: string;
        executedSteps: { stepId: string; status: string }[];
      }[];
    }
  >;
}

/** Runs Arazzo documents with `redocly respect`, and keeps everything that it prints and stores. */
export async function runRespect(
  names: readonly string[],
  { url, input, folder }: { url: string; input: object; folder: string },
) {
  const [json, har] = [join(folder, 'respect.json'), join(folder, 'respect.har')];
  const args = [
    ...['respect', ...names.map(workflowFile), '--server', `chat=${url}`, '--input', JSON.stringify(input)],
    ...['--verbose', '--json-output', json, '--har-output', har],
  ];
  const child = spawn(process.execPath, [redocly, ...args], {
    env: { PATH: process.env.PATH, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  }
  const code = await new Promise<number | null>((done) => child.once('close', done));
  const stored = { json: readFileSync(json, 'utf8'), har: readFileSync(har, 'utf8') };
  const reports: Reports = JSON.parse(stored.json);
  const ran = Object.values(reports.files).flatMap(({ executedWorkflows }) => executedWorkflows);
  return { code, printed, ...stored, ran };
}
