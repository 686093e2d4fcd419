import { callPath, listCalls } from './calls.ts';
import { downloadNames } from './spec-input.ts';
import type { View } from './view.ts';

/** `llms.txt`: what the site holds, as Markdown with relative links. */
export function renderLlms(view: View): string {
  const { strings, site } = view;
  const { document, errors } = site.spec;
  const calls = listCalls(document);
  const codes = errors.filter((entry) => entry.operations.length > 0);
  return `# ${strings.site.name}: ${document.info.title}

> ${strings.llms.summary}

${document.info.description}

## ${strings.llms.operations}

${calls.map((call) => `- [${call.operation.operationId}](${view.to(callPath(call))}): POST ${call.path}. ${call.operation.description}`).join('\n')}

## ${strings.llms.files}

${downloadNames.map((name) => `- [${name}](${name}): ${strings.home.files[name]}`).join('\n')}

## ${strings.llms.errors}

${codes.map((entry) => `- [${entry.code} ${entry.title}](${view.to(`errors/#${entry.code}`)}): ${entry.meaning} ${strings.retry[entry.retry].label}.`).join('\n')}

## ${strings.llms.more}

- [${strings.disagreements.title}](${view.to('disagreements/')}): ${strings.disagreements.description}
- [${strings.sources.title}](${view.to('sources/')}): ${strings.sources.description}
`;
}
