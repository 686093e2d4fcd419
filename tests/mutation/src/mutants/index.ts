import type { Contract } from '@chat-sns/release/contract';
import { codeMutants } from './code-mutants.ts';
import { everywhereMutants } from './everywhere-mutants.ts';
import { exampleMutants } from './example-mutants.ts';
import { fieldMutants } from './field-mutants.ts';
import type { Mutant } from './mutant.ts';
import { operationMutants } from './operation-mutants.ts';
import { schemaMutants } from './schema-mutants.ts';
import { parameterMutants, serverMutants } from './service-mutants.ts';

/** Every mutant of a contract, computed from it: a new field or code has its mutants without anybody's help. */
export function mutantsOf(contract: Contract): Mutant[] {
  return [
    fieldMutants,
    schemaMutants,
    operationMutants,
    parameterMutants,
    serverMutants,
    codeMutants,
    exampleMutants,
    everywhereMutants,
  ].flatMap((make) => make(contract));
}
