// One cold visit of one page in Chromium, and what it cost.
import { setTimeout } from 'node:timers/promises';
import chromium from '@sparticuz/chromium';
import { type Browser, type CDPSession, chromium as playwright } from 'playwright-core';

const timeout = 30_000;
/** What a reader came for: the path of the operation, and not that of `friend_delete_all`. */
const wanted = /friend_delete\b/;

export interface Visit {
  bytesToContent: number;
  timeToContent: number;
  totalBytes: number;
  mainThread: number;
  /** Requests to another host; none succeeds. */
  elsewhere: string[];
}

/** Starts the Chromium named by CHROMIUM_PATH, or the npm package's (Linux x64); no other host resolves in it. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await chromium.executablePath());
  return playwright.launch({
    executablePath,
    timeout,
    args: [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

/** Looks in each frame for the text in an element that is shown; walks text only, so that looking costs little. */
const look = `(() => {
  const shown = () => {
    if (!document.body) return false;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!${wanted}.test(node.data)) continue;
      if (node.parentElement.closest('script, style, template, noscript')) continue;
      if (node.parentElement.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
    }
    return false;
  };
  const frame = () => {
    if (shown()) benchReadable(performance.timeOrigin + performance.now(), performance.now());
    else requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()`;

interface Transfer {
  headers: number;
  parts: { at: number; bytes: number }[];
  end?: { at: number; bytes: number };
}

/** Counts bytes as they came over the wire, headers included. */
class Traffic {
  readonly elsewhere: string[] = [];
  readonly missing: string[] = [];
  readonly #transfers = new Map<string, Transfer>();
  /** Seconds to add to the browser's own clock to get the time of day. */
  #offset: number | undefined;

  constructor(session: CDPSession, host: string) {
    session.on('Network.requestWillBeSent', ({ requestId, request, timestamp, wallTime }) => {
      this.#offset ??= wallTime - timestamp;
      const { protocol, origin } = new URL(request.url);
      if (protocol === 'data:' || protocol === 'blob:') return;
      if (origin !== host) this.elsewhere.push(request.url);
      else this.#transfers.set(requestId, { headers: 0, parts: [] });
    });
    session.on('Network.responseReceived', ({ requestId, response }) => {
      const transfer = this.#transfers.get(requestId);
      if (transfer) transfer.headers = response.encodedDataLength;
      if (response.status >= 400) this.missing.push(response.url);
    });
    session.on('Network.dataReceived', ({ requestId, timestamp, encodedDataLength }) => {
      this.#transfers.get(requestId)?.parts.push({ at: timestamp, bytes: encodedDataLength });
    });
    session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
      const transfer = this.#transfers.get(requestId);
      if (transfer) transfer.end = { at: timestamp, bytes: encodedDataLength };
    });
  }

  /** Bytes until a time of day in milliseconds. */
  until(time: number): number {
    const at = time / 1000 - (this.#offset ?? 0);
    let sum = 0;
    for (const { headers, parts, end } of this.#transfers.values()) {
      if (end && end.at <= at) sum += end.bytes;
      else
        for (const [index, part] of parts.filter((one) => one.at <= at).entries())
          sum += part.bytes + (index === 0 ? headers : 0);
    }
    return sum;
  }
}

/** Waits for a value, without asking the page. */
async function until<Value>(get: () => Value | undefined, failure: string): Promise<Value> {
  for (const end = Date.now() + timeout; Date.now() < end; await setTimeout(20)) {
    const value = get();
    if (value !== undefined) return value;
  }
  throw new Error(failure);
}

/** Visits a page with nothing cached, until the network has been idle for half a second. */
export async function visit(browser: Browser, base: string, path: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    context.setDefaultTimeout(timeout);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = new Traffic(session, base);
    let content: { day: number; elapsed: number } | undefined;
    await page.exposeFunction('benchReadable', (day: number, elapsed: number) => {
      content = { day, elapsed };
    });
    await page.addInitScript(look);
    await session.send('Network.enable');
    await session.send('Performance.enable');
    await page.goto(base + path, { waitUntil: 'networkidle' });
    const { day, elapsed } = await until(() => content, `${path} does not show ${wanted.source}`);
    if (traffic.missing.length > 0) throw new Error(`${path} cannot load ${traffic.missing.join(', ')}`);
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
    return {
      bytesToContent: traffic.until(day),
      timeToContent: elapsed,
      totalBytes: traffic.until(Number.POSITIVE_INFINITY),
      mainThread: seconds * 1000,
      elsewhere: traffic.elsewhere,
    };
  } finally {
    await context.close();
  }
}

/** Whether the text is there for a reader whose browser runs no script. */
export async function readsWithoutScript(browser: Browser, url: string): Promise<boolean> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load', timeout });
    return (await page.getByText(wanted).filter({ visible: true }).count()) > 0;
  } finally {
    await context.close();
  }
}
