import { parseArgs } from 'node:util';
import { install, run, runNarrated } from './bootstrap.mjs';
import { choosePorts, ports } from './ports.mjs';

const help = `Starts docs, mock and sandbox and makes real calls to them. Brings what it needs on the first run.

Usage: npm start [-- --once]

  --once  exit after the calls
  --help  show this

The ports, each moved by its variable:
${ports.map(({ name, variable, standard }) => `  ${name.padEnd(7)}  ${standard}  ${variable}`).join('\n')}
`;

try {
  const options = { once: { type: 'boolean' }, help: { type: 'boolean' } };
  const { values, tokens } = parseArgs({ options, strict: false, tokens: true });
  const unknown = tokens.find(({ kind, name }) => kind !== 'option' || !(name in options));
  if (unknown) {
    const text = unknown.rawName ?? unknown.value;
    console.error(`Unknown argument ${JSON.stringify(text)}. Run \`npm start -- --help\`.`);
    process.exitCode = 2;
  } else if (values.help) {
    console.log(help);
  } else {
    await choosePorts();
    await install('demo');
    const build = ['run', 'build', '--filter', '@chat-sns/demo...', '--log-prefix=task', '--ui=stream'];
    const advice = 'The build failed. The lines above say where.';
    await runNarrated('Building contract, client, servers and docs', 'build', 'turbo', build, advice);
    console.log('Starting docs, mock and sandbox ...');
    process.exitCode = await run('node', ['scripts/demo.ts', ...(values.once ? ['--once'] : [])]);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
