import { type Html, html } from '../html.ts';
import type { View } from '../view.ts';

export interface Filter {
  /** Selector of what is filtered. Each has, for every choice, a `data-` attribute with the values that find it. */
  entries: string;
  placeholder: string;
  choices: { name: string; label: string; options: (readonly [value: string, label: string])[] }[];
  /** The message about the entries that match; `{n}` is their number. */
  shown: { one: string; many: string; none: string };
}

/** The form above a long list. Hidden until its script runs, because it does nothing without it. */
export function renderFilter(view: View, { entries, placeholder, choices, shown }: Filter): Html {
  const { search, any } = view.strings.catalogue;
  return html`<form id="filter" class="filter" role="search" data-entries="${entries}" hidden>
<label>${search} <input type="search" name="q" placeholder="${placeholder}" autocomplete="off"></label>
${choices.map(
  ({ name, label, options }) =>
    html`<label>${label} <select name="${name}"><option value="">${any}</option>${options.map(
      ([value, text]) => html`<option value="${value}">${text}</option>`,
    )}</select></label>`,
)}
<output data-one="${shown.one}" data-many="${shown.many}" data-none="${shown.none}"></output>
</form>`;
}

/** Options from words with labels. */
export function labelsOf(words: Record<string, { label: string }>): Filter['choices'][number]['options'] {
  return Object.entries(words).map(([value, { label }]) => [value, label]);
}
