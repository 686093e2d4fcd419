import { type FaultRow, faultTable } from '../../src/faults/table.ts';
import { catalogue } from './contract.ts';

/** The table of faults as the README shows it. */
export function faultRows(): string {
  const rows = Object.values<FaultRow>(faultTable).map(({ when, title, basis }) => {
    const code = catalogue.find((entry) => entry.title === title)?.code;
    return `| ${when} | ${code} ${title} | ${basis} |`;
  });
  return ['| Fault | Code | Basis |', '| --- | --- | --- |', ...rows].join('\n');
}
