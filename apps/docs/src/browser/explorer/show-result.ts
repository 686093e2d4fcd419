import type { ChatError, Result } from '@chat-sns/client';
import { element, find } from '../dom.ts';
import { type CodeTable, type ExplorerData, fill, type Words } from './data.ts';
import type { Values } from './form.ts';
import type { Sent } from './send.ts';

/**
 * Writes the request, the response and its meaning into the section of the result.
 * @returns a short summary, which a screen reader reads aloud without moving the focus.
 */
export function showResult(sent: Sent, values: Values, data: ExplorerData): string {
  const section = find('#result');
  const part = (name: string) => find(`[data-part="${name}"]`, section);
  const last = sent.exchanges.at(-1);
  part('request').textContent = last ? `POST ${maskUserSig(last.url)}\n\n${pretty(last.body)}` : '';
  part('response').textContent = pretty(last?.response ?? '');
  part('outcome').textContent = sent.result ? describeResult(sent.result) : '';
  for (const name of ['request', 'response', 'outcome']) {
    const figure = part(name).closest('figure');
    if (figure) figure.hidden = part(name).textContent === '';
  }
  part('verdict').replaceChildren(...verdict(sent, values, data));
  section.hidden = false;
  return announcement(sent, data);
}

function summarise({ exchanges, result }: Sent, { words, codes }: ExplorerData) {
  const last = exchanges.at(-1);
  const found = codesIn(last?.response);
  const error = result?.ok === false ? result.error : undefined;
  const isDone = error === undefined && found.top === 0;
  const isLeft = found.items.some((code) => !codes[code]?.isDone);
  const success = found.items.length === 0 ? words.succeeded : isLeft ? words.partly : words.nothingLeft;
  const outcome = isDone ? success : words.failed;
  const title = last ? outcome : words.notSent;
  const timing = last?.status === undefined ? [] : [fill(words.timing, { status: last.status, ms: last.ms })];
  if (exchanges.length > 1) timing.push(fill(words.attempts, { n: exchanges.length }));
  return { last, found, error, isDone, title, timing: timing.join(', ') };
}

function announcement(sent: Sent, data: ExplorerData): string {
  const { codes } = data;
  const { error, found, title, timing } = summarise(sent, data);
  const code = error?.code ?? found.top;
  const name = error?.title ?? codes[code]?.title ?? '';
  const failure = code > 0 ? `${code} ${name}` : name;
  return [title, failure, timing].filter(Boolean).join(' · ');
}

function verdict(sent: Sent, values: Values, data: ExplorerData): Node[] {
  const { words, codes } = data;
  const { last, found, error, isDone, title, timing } = summarise(sent, data);
  const name = error ? `${error.name}: ${[error.code, error.title].filter(Boolean).join(' ')}` : '';
  const heading = element('p', { class: `headline ${isDone ? 'good' : 'bad'}` }, title);
  if (name) heading.append(' ', element('code', {}, name));
  if (timing) heading.append(' ', element('span', { class: 'timing' }, timing));
  const notes: Node[] = [heading];
  if (error && error.code === undefined) notes.push(element('p', {}, error.info));
  if (last && last.status === undefined) {
    notes.push(...howToStart(values, words), element('p', {}, words.noResponseToPage));
  }
  const explained = new Set([found.top, ...found.items].filter((code) => code > 0));
  return [...notes, ...[...explained].map((code) => explainCode(code, codes, words))];
}

/** The command after which the default address of a target responds, and lets this page read the graph. */
function howToStart({ target, address }: Values, words: Words): Node[] {
  if (target !== 'mock' && target !== 'sandbox')
    return [element('p', {}, fill(words.noResponse, { address }))];
  const command = fill(words.commands[target], { origin: location.origin });
  return [
    element('p', {}, fill(words.notRunning, { address })),
    element('pre', { tabindex: '0' }, element('code', {}, command)),
    element('p', {}, words.inRepository),
  ];
}

/** The codes of a response: of the whole request, and of single accounts that were not deleted. */
function codesIn(response: string | undefined): { top: number; items: number[] } {
  let envelope: Record<string, unknown> = {};
  try {
    envelope = Object(JSON.parse(response ?? ''));
  } catch {}
  const items: { ResultCode?: unknown }[] = Object.values(envelope).filter(Array.isArray).flat();
  const itemCodes = items.map((item) => Number(item?.ResultCode)).filter((code) => code > 0);
  const top = envelope.ErrorCode;
  return { top: typeof top === 'number' ? top : Number.NaN, items: itemCodes };
}

/** Without the raw response, which is shown beside it. */
function describeResult(result: Result<unknown, ChatError>): string {
  const value = result.ok ? result.value : result.error.toJSON();
  return JSON.stringify(value, (key, inner) => (key === 'raw' ? undefined : inner), 2);
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The URL without the signature, so that it can be shown. */
export function maskUserSig(url: string): string {
  return url.replace(/([?&]usersig=)[^&]*/, '$1***');
}

/** A code with its meaning, what to do, and a link to the catalogue; only the number when the catalogue lacks it. */
export function explainCode(
  code: number,
  codes: CodeTable,
  words: { action: string; inCatalogue: string },
): HTMLElement {
  const known = codes[code];
  if (!known) return element('p', { class: 'explained' }, Number.isNaN(code) ? '' : String(code));
  return element(
    'div',
    { class: 'explained' },
    element('p', {}, element('strong', {}, `${code} ${known.title}`), ` · ${known.retry}`),
    element('p', {}, known.meaning),
    element('p', {}, element('strong', {}, words.action), ` ${known.action}`),
    element('p', {}, element('a', { href: known.href }, fill(words.inCatalogue, { code }))),
  );
}
