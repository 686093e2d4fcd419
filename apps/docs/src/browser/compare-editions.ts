// Reduces each table of editions to the two that are chosen, and to the facts in which they differ.
import { find } from './dom.ts';

for (const section of document.querySelectorAll<HTMLElement>('.editions')) enhance(section);

function enhance(section: HTMLElement): void {
  const form = find<HTMLFormElement>('form', section);
  const output = find('output', form);
  const all = find<HTMLInputElement>('input', form);
  const selects = [...form.querySelectorAll('select')];
  const [head, ...facts] = section.querySelectorAll('tr');

  function apply(): void {
    // As in the table: the older edition first.
    const columns = selects.map(({ value }) => Number(value)).toSorted((a, b) => a - b);
    for (const [index, select] of selects.entries()) select.value = String(columns[index]);
    const pairs = facts.map((row) => ({
      row,
      texts: columns.map((column) => row.cells[column]?.textContent),
    }));
    // An empty cell was not read, which is no difference.
    const isHalf = ({ texts: [one, other] }: (typeof pairs)[number]) => Boolean(one) !== Boolean(other);
    const differing = pairs
      .filter((pair) => pair.texts[0] !== pair.texts[1] && !isHalf(pair))
      .map(({ row }) => row);
    for (const row of facts) row.hidden = !all.checked && !differing.includes(row);
    for (const row of [head, ...facts])
      for (const cell of [...(row?.cells ?? [])].slice(1)) cell.hidden = !columns.includes(cell.cellIndex);
    output.textContent = (form.dataset.differences ?? '')
      .replace('{n}', String(differing.length))
      .replace('{m}', String(pairs.filter(isHalf).length));
  }

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
