// Reduces each table of editions to the two that are chosen, and to the facts in which they differ.
import { countText, find } from './dom.ts';

for (const section of document.querySelectorAll<HTMLElement>('.editions')) enhance(section);

function enhance(section: HTMLElement): void {
  const form = find<HTMLFormElement>('form', section);
  const output = find('output', form);
  const all = find<HTMLInputElement>('input', form);
  const table = find('.scroll', section);
  const selects = [...form.querySelectorAll('select')];
  const [head, ...facts] = section.querySelectorAll('tr');
  const editions = [...(selects[0]?.options ?? [])].map(({ text }) => text);
  const lists = new Intl.ListFormat(document.documentElement.lang);

  /** What two editions state, or one of them. What was not read cannot differ. */
  function compare(columns: number[]) {
    const stated = facts
      .map((row) => ({ row, cells: columns.map((column) => row.cells[column]) }))
      .filter(({ cells }) => cells.some((cell) => cell?.matches(':not(.no, .unread)')));
    const isUnread = (cell?: Element) => cell?.matches('.unread') ?? false;
    const read = stated.filter(({ cells }) => !cells.some(isUnread));
    const differing = read.filter(({ cells: [one, other] }) => one?.textContent !== other?.textContent);
    const inPart = columns.filter((_, index) => stated.some(({ cells }) => isUnread(cells[index])));
    return { stated, read, inPart, differing: differing.map(({ row }) => row) };
  }

  function apply(): void {
    // As in the table: the older edition first.
    const columns = selects.map(({ value }) => Number(value)).toSorted((a, b) => a - b);
    for (const [index, select] of selects.entries()) select.value = String(columns[index]);
    const { stated, read, inPart, differing } = compare(columns);
    for (const row of facts) row.hidden = !all.checked && !differing.includes(row);
    for (const row of [head, ...facts])
      for (const cell of [...(row?.cells ?? [])].slice(1)) cell.hidden = !columns.includes(cell.cellIndex);
    table.hidden = facts.every((row) => row.hidden);
    const partRead = (output.dataset.part ?? '')
      .replace('{editions}', lists.format(inPart.map((column) => editions[column - 1] ?? '')))
      .replace('{n}', String(read.length))
      .replace('{all}', String(stated.length));
    output.textContent = [
      ...(inPart.length > 0 ? [partRead] : []),
      ...(read.length > 0 ? [countText(output, differing.length)] : []),
    ].join(' ');
  }

  /** The newest two editions that differ, so that the page opens on an example. */
  function openPair(): number[] | undefined {
    const columns = editions.map((_, index) => editions.length - index);
    return columns
      .flatMap((newer) => columns.filter((older) => older < newer).map((older) => [older, newer]))
      .find((pair) => compare(pair).differing.length > 0);
  }

  for (const [index, column] of (openPair() ?? []).entries()) {
    const select = selects[index];
    if (select) select.value = String(column);
  }
  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
