import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { binary, createProject } from './support/project.ts';
import { runCommand } from './support/run-command.ts';

test.each([
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
])(
  'the declarations compile in a fresh project with module %s and resolution %s',
  async (module, moduleResolution) => {
    await using project = await createProject();
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(
      join(project.folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['types.ts'] }),
    );
    expect(await runCommand(binary('tsc'), ['-p', project.folder], project.folder)).toBe('');
  },
);
