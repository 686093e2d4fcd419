import { Ajv2020, type Options } from 'ajv/dist/2020.js';
import { default as standalone } from 'ajv/dist/standalone/index.js';

export interface ValidatorModule {
  /** Name under which code imports the validators, such as `virtual:validators`. */
  readonly name: string;
  /** JSON documents by the id that references start with. */
  readonly documents: Readonly<Record<string, object>>;
  /** Reference to the schema of each validator: `contract#/components/schemas/DeleteFriendsRequest`. */
  readonly schemas: Readonly<Record<string, string>>;
  /** What ajv does beyond the common options. */
  readonly options: Pick<Options, 'allErrors' | 'discriminator' | 'verbose'>;
}

/**
 * A plugin of rolldown, tsdown and Vite that serves a module of ajv validators: each as an export of its own, and all
 * of them by name in `validators`. They are compiled while building, so what ships contains neither ajv nor a schema.
 */
export function compileValidators(module: ValidatorModule) {
  const id = `\0${module.name}`;
  return {
    name: 'compile-validators',
    resolveId: (source: string) => (source === module.name ? id : undefined),
    load: (source: string) => (source === id ? validatorSource(module) : undefined),
  };
}

function validatorSource({ documents, schemas, options }: ValidatorModule): string {
  const ajv = new Ajv2020({
    ...options,
    code: { source: true, esm: true },
    strict: false,
    logger: false,
    validateFormats: false,
    // Lengths count UTF-16 units: the exact count would need a module of ajv at run time. No limit depends on the
    // difference, because UserIDs are ASCII, and list names are limited in bytes by a check of their own.
    unicode: false,
  });
  for (const [key, document] of Object.entries(documents)) ajv.addSchema(document, key);
  const source = standalone.default(ajv, { ...schemas });
  return `${source};export const validators = { ${Object.keys(schemas).join(', ')} };`;
}
