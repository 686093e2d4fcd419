import { Marked, Renderer, type TokenizerAndRendererExtension, type Tokens } from 'marked';
import { codeBlock } from './highlight.ts';
import { escapeText, Html, html } from './html.ts';

export interface Markdown {
  /** Paragraphs, lists and the like. */
  blocks(text: string): Html;
  /** One line of text. */
  inline(text: string): Html;
}

export interface MarkdownOptions {
  /** Words that are set as code. */
  terms: ReadonlySet<string>;
  /** Gives the address behind a word, when it has one. */
  link(word: string): string | undefined;
  /** Makes a link from the path of a page of this site, such as `errors/#31704`. Without it such a path stays as it is. */
  resolve?(path: string): string;
}

/** Markdown in which HTML is shown as text, error codes are links and names of the contract are set as code. */
export function createMarkdown(options: MarkdownOptions): Markdown {
  const marked = new Marked({
    renderer: {
      html: (token: Tokens.HTML | Tokens.Tag) => escapeText(token.text),
      codespan: ({ text }: Tokens.Codespan) => `<code>${keepWhole(escapeText(text))}</code>`,
      code: ({ text, lang = 'text' }: Tokens.Code) => codeBlock(text, lang).text,
      heading({ tokens, depth, text }: Tokens.Heading) {
        const content = this.parser.parseInline(tokens);
        return `<h${depth} id="${slugOf(text)}">${content}</h${depth}>\n`;
      },
      table(token: Tokens.Table) {
        return `<div class="scroll" tabindex="0">${Renderer.prototype.table.call(this, token)}</div>\n`;
      },
    },
    extensions: [wordExtension(options)],
    walkTokens: (token) => {
      const isPath = token.type === 'link' && !/^([a-z]+:|#)/i.test(token.href);
      if (isPath && options.resolve) token.href = options.resolve(token.href);
    },
  });
  return {
    blocks: (text) => new Html(marked.parse(text, { async: false })),
    inline: (text) => new Html(marked.parseInline(text, { async: false })),
  };
}

/** A longer word may be too wide for a phone. */
const longestWhole = 28;

/** Options such as `--dry-run` and short names with hyphens, which a line must not break. */
function keepWhole(code: string): string {
  return code.replace(/[^\s-]*-[^\s]*/g, (word) =>
    word.length <= longestWhole ? `<span class="nb">${word}</span>` : word,
  );
}

/** Anchor of a heading, from its Markdown. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** The first sentence of a text, or all of it when it has only one. */
export function firstSentence(text: string): string {
  return /^.*?\.(?=\s|$)/s.exec(text)?.[0] ?? text;
}

function wordExtension({ terms, link }: MarkdownOptions): TokenizerAndRendererExtension {
  // No word of a natural language contains an underscore: Err_Sns_Invalid_Account and friend_check are names.
  const isKnown = (word: string) => /^\w+_\w+$/.test(word) || terms.has(word) || link(word) !== undefined;
  return {
    name: 'word',
    level: 'inline',
    start: (text) => [...text.matchAll(/\b\w{5,}/g)].find(([word]) => isKnown(word))?.index,
    tokenizer(text) {
      const [word = ''] = /^\w+/.exec(text) ?? [];
      return !this.lexer.state.inLink && isKnown(word) ? { type: 'word', raw: word } : undefined;
    },
    renderer: ({ raw }) => {
      const href = link(raw);
      return (href === undefined ? html`<code>${raw}</code>` : html`<a href="${href}">${raw}</a>`).text;
    },
  };
}
