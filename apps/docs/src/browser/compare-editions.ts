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
    const columns = selects.map(({ value }) => Number(value));
    const differing = facts.filter(({ cells }) => {
      const [one, other] = columns.map((column) => cells[column]?.textContent);
      // An empty cell was not read, which is no difference.
      return one && other && one !== other;
    });
    for (const row of facts) row.hidden = !all.checked && !differing.includes(row);
    for (const row of [head, ...facts])
      for (const cell of [...(row?.cells ?? [])].slice(1)) cell.hidden = !columns.includes(cell.cellIndex);
    output.textContent = (form.dataset.differences ?? '').replace('{n}', String(differing.length));
  }

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  apply();
}
