#!/usr/bin/env node
import { runCommand } from './command.ts';

// A reader that goes away, as `| head` does, is no reason to crash.
process.stdout.on('error', () => {});

process.exitCode = await runCommand(process.argv.slice(2), {
  out: (line) => console.log(line),
  error: (line) => console.error(line),
  onStop: (stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  },
});
