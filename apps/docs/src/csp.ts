const own = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** A page to read can load its own text as Markdown. The tools, which handle keys, connect to nothing of the site. */
const reading = { ...own, 'connect-src': "'self'" };

/** Redoc styles its elements as it draws them and carries one icon font as a data: URL. */
const redoc = { ...own, 'style-src': "'self' 'unsafe-inline'", 'font-src': 'data:' };

/** The explorer sends to the reader's own machine and nowhere else. [::1] is missing, because no policy can name an IPv6 address. */
const explorer = { ...own, 'connect-src': 'http://127.0.0.1:* http://localhost:*' };

function rulesFor(path: string): Record<string, string> {
  if (/(^|\/)reference\//.test(path)) return redoc;
  if (/(^|\/)explorer\/$/.test(path)) return explorer;
  return /(^|\/)explorer\//.test(path) ? own : reading;
}

/** Content-Security-Policy of a page, for its meta element and for the server's header. */
export function policyFor(path: string): string {
  return Object.entries(rulesFor(path))
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** Whether a page may load its own Markdown. */
export const canLoadItself = (path: string): boolean => rulesFor(path) === reading;

/** What a host should send with a file, whose path is below the root of the site. */
export function headersFor(path: string): Record<string, string> {
  return {
    'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    // A meta element, which every page has too, cannot say who may frame the page.
    'content-security-policy': `${policyFor(path)}; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}
