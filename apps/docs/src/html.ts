/** Markup that needs no more escaping. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Renderable = Html | string | number | false | null | undefined | readonly Renderable[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Tagged template: every value is escaped unless it is `Html`. `false`, `null` and `undefined` print nothing. */
export function html(markup: TemplateStringsArray, ...values: readonly Renderable[]): Html {
  return new Html(markup.reduce((text, piece, index) => text + render(values[index - 1]) + piece));
}

/** Data for a script of the page. The page's policy allows it, because a block of JSON does not run. */
export function dataBlock(id: string, data: unknown): Html {
  return new Html(
    `<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
  );
}

function render(value: Renderable): string {
  if (value instanceof Html) return value.text;
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'object') return value.map(render).join('');
  return escapeText(String(value));
}
