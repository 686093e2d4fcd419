// The docs site against the pages that other tools make of the same document: one Chromium, interleaved, ratios.
import { cpus, loadavg } from 'node:os';
import { pages, startDocsServer } from './docs-server.ts';
import { readsWithoutScript, startBrowser, type Visit, visit } from './docs-visit.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const load = () => loadavg().map((value) => value.toFixed(2));
const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
const metrics: { title: string; of: (visit: Visit) => number; show: (value: number) => string }[] = [
  { title: 'kB to first content', of: (one) => one.bytesToContent, show: kilobytes },
  { title: 'ms to it', of: (one) => one.timeToContent, show: (value) => value.toFixed(0) },
  { title: 'kB in all', of: (one) => one.totalBytes, show: kilobytes },
  { title: 'ms of main thread', of: (one) => one.mainThread, show: (value) => value.toFixed(0) },
];

/** Median, least and most, and the median of the ratios within each round against our page in the same round. */
function cell(own: number[], base: number[], show: (value: number) => string): string {
  const ratio = median(own.map((value, round) => value / (base[round] ?? Number.NaN)));
  const [least, most] = [show(Math.min(...own)), show(Math.max(...own))];
  return `${show(median(own))}${least === most ? '' : ` (${least}-${most})`} ×${ratio.toFixed(ratio < 10 ? 2 : 0)}`;
}

const { server, url } = await startDocsServer();
try {
  const before = load();
  const browser = await startBrowser();
  try {
    const names = Object.keys(pages);
    const visits = new Map<string, Visit[]>(names.map((name) => [name, []]));
    const readable = new Map<string, boolean>();
    // Also warms the browser and the server up; each visit after it is still cold, with a context of its own.
    for (const [name, path] of Object.entries(pages))
      readable.set(name, await readsWithoutScript(browser, url + path));
    for (let round = 0; round < rounds; round += 1) {
      const turn = round % names.length;
      for (const name of [...names.slice(turn), ...names.slice(0, turn)])
        visits.get(name)?.push(await visit(browser, url, pages[name] ?? '/'));
    }

    const version = browser.version();
    console.log(
      `\nDocs pages over the same document (${rounds} cold visits each, Chromium ${version}, gzip)\n`,
    );
    console.log(`| | ${metrics.map(({ title }) => title).join(' | ')} | without JavaScript | other hosts |`);
    console.log(`| --- | ${metrics.map(() => '---:').join(' | ')} | --- | ---: |`);
    const ours = visits.get(names[0] ?? '') ?? [];
    for (const [name, own] of visits) {
      const cells = metrics.map(({ of, show }) => cell(own.map(of), ours.map(of), show));
      const elsewhere = median(own.map((one) => one.elsewhere.length));
      console.log(
        `| ${name} | ${cells.join(' | ')} | ${readable.get(name) ? 'readable' : 'no'} | ${elsewhere} |`,
      );
    }
    console.log(
      '\nMedian (least-most) ×ratio against our operation page. First content: the operation’s path is shown.' +
        '\nredocly build-docs runs with --inlineBundle, since its default loads the script from a CDN; the server' +
        '\nis on loopback, so times are processing rather than network; requests to other hosts are refused.' +
        `\nLoad on ${cpus().length} processors: ${before.join(', ')} before, ${load().join(', ')} after.`,
    );
    const hosts = [...visits.values()].flat().flatMap((one) => one.elsewhere.map((to) => new URL(to).host));
    if (hosts.length > 0) console.log(`Hosts refused: ${[...new Set(hosts)].join(', ')}.`);
  } finally {
    await browser.close();
  }
} finally {
  server.closeAllConnections();
  server.close();
}
