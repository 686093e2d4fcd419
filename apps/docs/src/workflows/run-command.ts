import { readFileSync } from 'node:fs';
import type { WorkflowDocument } from '../arazzo.ts';

const root = new URL('../../../../package.json', import.meta.url);
const { packageManager } = JSON.parse(readFileSync(root, 'utf8')) as { packageManager: string };

/** The one document whose steps need no state, so that the mock will do. The demo's ports are those of `npm start`. */
const withoutState = 'single-steps';

/** The command that runs a document in this repository, with the examples of its inputs. */
export function runCommand({ name, workflows }: WorkflowDocument): string {
  const inputs = workflows.flatMap(({ inputs: { properties = {} } }) => Object.entries(properties));
  const examples = inputs.flatMap(([field, { examples }]) =>
    examples === undefined ? [] : [[field, examples[0]]],
  );
  const port = name === withoutState ? 4010 : 4020;
  return [
    `npx ${packageManager} -C apps/conformance run workflows`,
    `  --base-url http://127.0.0.1:${port}`,
    `  --input '${JSON.stringify(Object.fromEntries(examples))}' ${name}`,
  ].join(' \\\n');
}
