// node add.ts friends.csv
// Adds a job for each account. Run it again after it was interrupted: jobs that exist stay as they are.
import { open } from 'node:fs/promises';
import { type CleanUp, createJobId, disconnect, queue } from './queue.ts';

const friendsOf = new Map<string, string[]>();
await using file = await open(process.argv[2] ?? 'friends.csv');
for await (const line of file.readLines()) {
  const [account = '', friend = ''] = line.trim().split(',');
  if (account === '') continue;
  const friends = friendsOf.get(account) ?? [];
  friendsOf.set(account, friends);
  friends.push(friend);
}

const all = [...friendsOf].map(([account, friends]) => ({
  name: 'delete-friends',
  data: { account, friends } satisfies CleanUp,
  opts: { jobId: createJobId(account), attempts: 5, backoff: { type: 'exponential', delay: 1000 } },
}));
for (let start = 0; start < all.length; start += 1000) {
  const jobs = all.slice(start, start + 1000);
  await queue.addBulk(jobs);
  // BullMQ does not tell when it has left a job as it was.
  const added = await Promise.all(jobs.map(({ opts }) => queue.getJob(opts.jobId)));
  for (const [place, job] of jobs.entries()) {
    if (JSON.stringify(added[place]?.data) === JSON.stringify(job.data)) continue;
    console.error(
      `${job.data.account} has a job with other friends: add these to another QUEUE, after this one`,
    );
    process.exitCode = 1;
  }
}
console.error(`${all.length} accounts`);
await disconnect();
