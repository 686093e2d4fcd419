import type { CatalogueEntry, SpecInput } from '../spec-input.ts';

interface CodeExample {
  operationId: string;
  value: unknown;
}

interface Envelope {
  ErrorCode?: number;
  ResultItem?: { ResultCode: number }[];
}

/** The first example answer that carries the code, hand-written ones before synthesised ones. */
export function findExample(spec: SpecInput, entry: CatalogueEntry): CodeExample | undefined {
  const answers = entry.operations.flatMap((operationId) =>
    Object.values(spec.examples[operationId]?.responses ?? {}).map((example) => ({
      operationId,
      ...example,
    })),
  );
  const carriers = answers.filter(({ value }) => carries(value as Envelope, entry.code));
  return carriers.find((answer) => answer.synthesised !== true) ?? carriers[0];
}

function carries({ ErrorCode, ResultItem = [] }: Envelope, code: number): boolean {
  return ErrorCode === code || ResultItem.some((item) => item.ResultCode === code);
}
