import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked';
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
}

/** Markdown in which HTML is shown as text, error codes are links and names of the contract are set as code. */
export function createMarkdown(options: MarkdownOptions): Markdown {
  const marked = new Marked({
    renderer: { html: (token: Tokens.HTML | Tokens.Tag) => escapeText(token.text) },
    extensions: [wordExtension(options)],
  });
  return {
    blocks: (text) => new Html(marked.parse(text, { async: false })),
    inline: (text) => new Html(marked.parseInline(text, { async: false })),
  };
}

function wordExtension({ terms, link }: MarkdownOptions): TokenizerAndRendererExtension {
  // No word of a language holds an underscore: Err_Sns_Invalid_Account and friend_check are names.
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
