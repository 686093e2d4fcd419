const own = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** Redoc styles its elements as it draws them and carries one icon font as a data: URL. */
const redoc = { ...own, 'style-src': "'self' 'unsafe-inline'", 'font-src': 'data:' };

/** The explorer sends to the reader's own machine and nowhere else. [::1] is missing, because no policy can name an IPv6 address. */
const explorer = { ...own, 'connect-src': 'http://127.0.0.1:* http://localhost:*' };

/** Content-Security-Policy of a page, for its meta element and for the server's header. */
export function policyFor(path: string): string {
  const rules = /(^|\/)reference\//.test(path) ? redoc : /(^|\/)explorer\/$/.test(path) ? explorer : own;
  return Object.entries(rules)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}
