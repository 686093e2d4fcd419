import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import typescript from 'highlight.js/lib/languages/typescript';
import { Html, html } from './html.ts';

hljs.registerLanguage('json', json);
hljs.registerLanguage('shell', bash);
hljs.registerLanguage('typescript', typescript);

/** Colours a sample at build time, with class names only, so that the page needs neither script nor inline style. */
export function codeBlock(source: string, language: string): Html {
  const known = hljs.getLanguage(language.toLowerCase()) ? language.toLowerCase() : 'json';
  const coloured = new Html(hljs.highlight(source.trimEnd(), { language: known }).value);
  return html`<pre tabindex="0"><code class="language-${known}">${coloured}</code></pre>`;
}

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
