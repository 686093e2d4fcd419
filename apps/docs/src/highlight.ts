import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import typescript from 'highlight.js/lib/languages/typescript';
import { escapeText, Html, html } from './html.ts';

hljs.registerLanguage('json', json);
hljs.registerLanguage('python', python);
hljs.registerLanguage('shell', bash);
hljs.registerLanguage('typescript', typescript);

/** Colours a sample at build time, with class names only, so that the page needs neither script nor inline style. */
export function codeBlock(source: string, language: string): Html {
  const name = shortNames[language.toLowerCase()] ?? language.toLowerCase();
  const known = name === 'text' || hljs.getLanguage(name) ? name : 'text';
  const text = source.trimEnd();
  const coloured = known === 'text' ? escapeText(text) : hljs.highlight(text, { language: known }).value;
  return html`<pre tabindex="0"><code class="language-${known}">${new Html(coloured)}</code></pre>`;
}

const shortNames: Record<string, string> = {
  ts: 'typescript',
  javascript: 'typescript',
  sh: 'shell',
  bash: 'shell',
};

export function jsonBlock(value: unknown): Html {
  return codeBlock(printJson(value), 'json');
}

/** JSON with short objects and arrays kept on one line. */
function printJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || (indent !== '' && line.length + indent.length <= 72))
    return line;
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => inner + printJson(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${printJson(item, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return items.length === 0 ? `${open}${close}` : `${open}\n${items.join(',\n')}\n${indent}${close}`;
}
