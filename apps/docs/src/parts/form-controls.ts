import { type Html, html, type Renderable } from '../html.ts';

/** A labelled text field. `attributes` are written as they are. */
export function textInput(label: string, name: string, attributes: Html = html``): Html {
  return html`<label>${label} <input name="${name}" autocomplete="off" spellcheck="false" ${attributes}></label>`;
}

/** A labelled field for a secret. It is a new password, because browsers fill in saved ones wherever they can. */
export function secretInput(label: string, name: string, attributes: Html = html``): Html {
  return html`<label>${label} <input type="password" name="${name}" autocomplete="new-password" spellcheck="false" ${attributes}></label>`;
}

export function radio(name: string, value: string, label: Renderable, checked: boolean): Html {
  return html`<label class="choice-line"><input type="radio" name="${name}" value="${value}"${checked && html` checked`}> <span>${label}</span></label>`;
}

export function checkbox(name: string, label: string): Html {
  return html`<label class="choice-line"><input type="checkbox" name="${name}"> <span>${label}</span></label>`;
}

/** Shown by the script while the group of radio buttons `name` has the value. */
export function shownFor(name: string, value: string, body: Renderable): Html {
  return html`<div data-when="${name}" data-is="${value}">${body}</div>`;
}
