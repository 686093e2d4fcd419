import { workflowFile } from './arazzo.ts';
import { listCalls } from './calls.ts';
import { readGuides } from './guides.ts';
import { firstSentence } from './markdown.ts';
import {
  callPath,
  changelogPath,
  codePath,
  guidePath,
  hostsPath,
  sandboxControlPath,
  workflowsPath,
} from './paths.ts';
import { downloadNames } from './spec-input.ts';
import type { View } from './view.ts';

/** `llms.txt`: the contents of the site, as Markdown with relative links. */
export function renderLlms(view: View): string {
  const { strings, site } = view;
  const { document, errors } = site.spec;
  const calls = listCalls(document);
  const others = site.languages.filter((language) => language !== site.language);
  const codes = errors.filter((entry) => entry.operations.length > 0);
  return `# ${strings.site.name}: ${document.info.title}

> ${strings.llms.summary}

${document.info.description}

## ${strings.llms.operations}

${calls.map((call) => `- [${call.operation.operationId}](${view.to(callPath(call))}): ${call.kind === 'operation' ? `POST ${call.path}.` : strings.llms.webhook} ${call.operation.description}`).join('\n')}
- [${strings.calling.address}](${view.to('operations/#address')}): ${strings.calling.addressText}
- [${strings.calling.hosts}](${view.to(hostsPath)}): ${document.servers.map((server) => `${server.description} ${server.url}`).join(', ')}

## ${strings.guides.title}

${readGuides()
  .map(
    (guide) =>
      `- [${guide.title}](${view.to(guidePath(guide))}): ${firstSentence(guide.lead).replace(/\s+/g, ' ')}`,
  )
  .join('\n')}

## ${strings.workflows.title}

${site.spec.workflows.map((document) => `- [${document.info.title}](${view.to(`${workflowsPath}#${document.name}`)}): ${document.info.summary} [${strings.workflows.document}](${workflowFile(document)})`).join('\n')}

## ${strings.llms.files}

${downloadNames.map((name) => `- [${name}](${name}): ${strings.home.files[name]}`).join('\n')}

## ${strings.llms.errors}

${codes.map((entry) => `- [${entry.code} ${entry.title}](${view.to(codePath(entry.code))}): ${entry.meaning} ${entry.action} ${strings.retry[entry.retry].label}.`).join('\n')}

## ${strings.llms.more}

- [${strings.guides.title}](${view.to('guides/')}): ${strings.home.ways['guides/']}
- [${strings.explorer.title}](${view.to('explorer/')}): ${strings.explorer.description}
- [${strings.sandboxControl.title}](${view.to(sandboxControlPath)}): ${strings.sandboxControl.lead}
- [${strings.disagreements.title}](${view.to('disagreements/')}): ${strings.disagreements.description}
- [${strings.sources.title}](${view.to('sources/')}): ${strings.sources.description}
- [${strings.claims.title}](${view.to('claims/')}): ${strings.claims.description}
- [${strings.changelog.title}](${view.to(changelogPath)}): ${strings.changelog.lead}
${others.map(({ folder, strings: words }) => `- [${words.languages.name}](${folder}): ${strings.llms.translation}`).join('\n')}
`;
}
