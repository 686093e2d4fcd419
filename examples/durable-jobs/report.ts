// node report.ts > audit.csv
// Prints what became of every friend whose job has ended. The exit code is 1 while there are others.
import { disconnect, queue } from './queue.ts';

// Counted first: a job that ends meanwhile may be missing from the pages.
const { completed = 0, ...others } = await queue.getJobCounts();
const page = 1000;
for (let start = 0; start < completed; start += page) {
  const jobs = await queue.getJobs(['completed'], start, start + page - 1, true);
  for (const { data, returnvalue } of jobs)
    for (const [friend, status, reason = ''] of returnvalue)
      console.log([data.account, friend, status, reason].join(','));
}
for (const { data, failedReason } of await queue.getFailed()) console.error(data.account, failedReason);
console.error(JSON.stringify({ completed, ...others }));
if (Object.values(others).some((count) => count > 0)) process.exitCode = 1;
await disconnect();
