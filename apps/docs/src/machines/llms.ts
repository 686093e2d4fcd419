import { workflowFile } from '../arazzo.ts';
import { firstSentence } from '../markdown.ts';
import { codePath } from '../paths.ts';
import type { Place, Tree } from '../site-map.ts';
import { downloadNames } from '../spec-input.ts';
import type { View } from '../view.ts';
import { twinName } from './twin.ts';

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/**
 * `llms.txt` as llmstxt.org describes it: a title, a summary, and sections of links to the Markdown twin of every page.
 * What a short context can do without is in the section "Optional".
 */
export function renderLlms(view: View, { sections }: Tree): string {
  const { strings, site } = view;
  const base = site.address ?? '';
  const { document, errors, workflows } = site.spec;
  const item = (name: string, path: string, text: string) => `- [${name}](${base}${path}): ${oneLine(text)}`;
  const page = ({ label, path, description }: Place['page']) => item(label, path + twinName, description);
  const lists = sections
    .filter(({ name }) => name !== 'evidence')
    .map(({ name, pages }) => ({ title: strings.sections[name], items: pages.map(page) }));
  const codes = errors
    .filter(({ operations }) => operations.length > 0)
    .map(({ code, title, meaning, retry }) => {
      const path = codePath(code) + twinName;
      return item(`${code} ${title}`, path, `${firstSentence(meaning)} ${strings.retry[retry].label}.`);
    });
  const evidence = sections.find(({ name }) => name === 'evidence')?.pages ?? [];
  const others = site.languages.filter((language) => language !== site.language);
  const optional = [
    ...evidence.map(page),
    ...workflows.map((workflow) => item(workflow.info.title, workflowFile(workflow), workflow.info.summary)),
    ...others.map(({ folder, strings: { languages } }) =>
      item(languages.name, folder + twinName, strings.llms.translation),
    ),
    item(fullName, fullName, strings.llms.full),
  ];
  const section = (title: string, items: readonly string[]) => `## ${title}\n\n${items.join('\n')}\n`;
  return `# ${strings.site.name}: ${document.info.title}

> ${oneLine(strings.llms.summary)}

${oneLine(document.info.description)}

${[
  ...lists.map(({ title, items }) => section(title, items)),
  section(strings.llms.codes, codes),
  section(
    strings.llms.files,
    downloadNames.map((name) => item(name, name, strings.home.files[name])),
  ),
  section('Optional', optional),
].join('\n')}`;
}

/** All twins in one file, except those of long lists that only repeat what other pages say. */
export const fullName = 'llms-full.txt';
export const leftOut: readonly string[] = ['contents/', 'reference/', 'claims/', 'sources/', 'changelog/'];
