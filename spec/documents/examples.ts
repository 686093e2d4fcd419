import type { Level } from './catalogue.ts';
import type { JsonExample, OperationId } from './openapi.ts';

/** The examples of every operation by name, as `examples.json` publishes them. */
export type Examples = Record<OperationId, OperationExamples>;

export interface OperationExamples {
  requests: Record<string, JsonExample>;
  responses: Record<string, ResponseExample>;
}

export interface ResponseExample extends JsonExample {
  /** Code of a failure, at the level where the example has it. */
  code?: number;
  level?: Level;
  /** Made from the catalogue, not written by hand. */
  synthesised?: true;
}
