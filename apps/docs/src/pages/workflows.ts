import { readFileSync } from 'node:fs';
import { type WorkflowDocument, workflowFile } from '../arazzo.ts';
import { demoApp } from '../explorer.ts';
import { codeBlock } from '../highlight.ts';
import { type Html, html } from '../html.ts';
import type { PageSource } from '../page.ts';
import { listFields, renderFields } from '../parts/schema.ts';
import { renderSteps } from '../parts/workflows.ts';
import { workflowsPath } from '../paths.ts';
import type { View } from '../view.ts';

/** Every Arazzo document with its workflows, step by step, and how to run it. */
export const workflowsPage: PageSource = {
  path: workflowsPath,
  englishOnly: true,
  render: (view) => {
    const { workflows: words } = view.strings;
    const { workflows } = view.site.spec;
    return {
      title: words.title,
      description: words.lead,
      body: html`<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${view.blocks(words.intro)}
<h2 id="run">${words.run}</h2>
${view.blocks(words.runText)}
${codeBlock(`# ${words.keyComment}\nexport CHAT_SNS_SECRET_KEY=${demoApp.secretKey}`, 'sh')}
${view.blocks(words.resetText)}
${codeBlock('curl -X POST http://127.0.0.1:4020/sandbox/reset', 'sh')}
${workflows.map((document) => renderDocument(view, document))}`,
    };
  },
};

function renderDocument(view: View, document: WorkflowDocument): Html {
  const { workflows: words } = view.strings;
  const { name, info, workflows } = document;
  const file = workflowFile(document);
  return html`<section class="workflow"><h2 id="${name}">${info.title}</h2>
<p>${info.summary}</p>
${view.blocks(info.description)}
<p>${words.document}: <a href="${view.file(file)}"><code>${file.split('/').at(-1)}</code></a></p>
<figure><figcaption>${words.runThis}</figcaption>${codeBlock(runCommand(document), 'sh')}</figure>
<h3>${words.inputs}</h3>
${renderInputs(view, document)}
${workflows.map(
  (workflow) =>
    html`<h3 id="${workflow.workflowId}">${workflows.length > 1 ? workflow.summary : words.steps}</h3>${renderSteps(view, workflow)}`,
)}
</section>`;
}

/** One set of inputs serves all workflows of a document. The query of every call is folded. */
function renderInputs(view: View, { workflows }: WorkflowDocument): Html {
  const { workflows: words } = view.strings;
  const fields = new Map(
    workflows.flatMap(({ inputs }) => listFields(view, inputs)).map((field) => [field.name, field]),
  );
  const query = new Map(
    workflows.flatMap(({ parameters }) => parameters).map((one) => [one.name, one.value]),
  );
  const own = [...fields.values()].filter(({ name }) => !query.has(name));
  return html`${renderFields(view, own)}
<details><summary>${words.query}</summary><p>${words.addedByCommand}</p>
<dl class="facts-list">${[...query].map(
    ([name, value]) =>
      html`<div><dt><code>${name}</code></dt><dd>${fields.get(name)?.description ?? html`<code>${value}</code>`}</dd></div>`,
  )}</dl></details>`;
}

const root = new URL('../../../../package.json', import.meta.url);
const manifest = JSON.parse(readFileSync(root, 'utf8')) as { packageManager: string };
/** Without the hash, which npx does not read. */
const [pinnedPnpm] = manifest.packageManager.split('+');

/** The only document whose steps need no state, so that the mock is enough. The ports are those of `npm start`. */
const withoutState = 'single-steps';

/** The command that runs a document in this repository, with the examples of its inputs. */
export function runCommand({ name, workflows }: WorkflowDocument): string {
  const inputs = workflows.flatMap(({ inputs: { properties = {} } }) => Object.entries(properties));
  const examples = inputs.flatMap(([field, { examples }]) =>
    examples === undefined ? [] : [[field, examples[0]]],
  );
  const port = name === withoutState ? 4010 : 4020;
  return [
    `npx ${pinnedPnpm} -C apps/conformance run workflows`,
    `  --base-url http://127.0.0.1:${port}`,
    `  --input '${JSON.stringify(Object.fromEntries(examples))}' ${name}`,
  ].join(' \\\n');
}
