// Loaded into a server before its own code: reports on a line of stdout what would end or block the process.
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
let uncaught = 0;
process.on('uncaughtExceptionMonitor', () => (uncaught += 1));
process.on('SIGUSR2', () => {
  const { user, system } = process.cpuUsage();
  const { rss } = process.memoryUsage();
  const report = {
    uncaught,
    delayMs: Math.round(delay.max / 1e6),
    cpuMs: Math.round((user + system) / 1000),
    rss,
  };
  delay.reset();
  process.stdout.write(`WATCH ${JSON.stringify(report)}\n`);
});
