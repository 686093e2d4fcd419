/** A package whose hand-written logic StrykerJS mutates. */
export interface LogicPackage {
  folder: string;
  /** What is no logic: lists of exports, prose for people, data. */
  leftOut: string[];
}

export const logicPackages = {
  client: {
    folder: 'packages/client',
    leftOut: ['src/index.ts', 'src/fixtures.ts', 'src/catalogue.ts'],
  },
  mock: {
    folder: 'apps/mock',
    // What `run-test` does with a process is tested on the built command.
    leftOut: ['src/index.ts', 'src/cli.ts', 'src/run-test.ts'],
  },
  sandbox: {
    folder: 'apps/sandbox',
    leftOut: ['src/index.ts', 'src/cli/{cli,banner,help}.ts', 'src/**/*.d.ts'],
  },
} satisfies Record<string, LogicPackage>;

export type LogicPackageName = keyof typeof logicPackages;

export const isLogicPackage = (name: string): name is LogicPackageName => Object.hasOwn(logicPackages, name);
