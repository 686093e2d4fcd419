/** The parts of a page of `redocly build-docs`, so that no script is inline or from another host. */
export interface RedocParts {
  /** The page with `{{redoc}}` and `{{start}}` where the addresses of the scripts belong. */
  markup: string;
  colourMode: string;
  start: string;
}

/** A change of the tool's text: what to find and what to write. Only addresses and elements, so that it fits other versions. */
export type Edit = readonly [find: RegExp, write: string];

/** @throws when an edit finds nothing, so that a version of the tool that writes something else stops the build. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce((changed, [find, write]) => {
    if (changed.search(find) < 0) throw unknownShape(find);
    return changed.replace(find, () => write);
  }, text);
}

const cdn = /https:\/\/cdn\.redocly\.com\/redoc\/[^"'`]+\/redoc\.standalone\.js/;

/** Removes the two inline scripts and the CDN from the page. */
export function takeApart(page: string): RedocParts {
  const preload = /<link rel="modulepreload"[^>]*>/;
  const colourMode = /<script>([^<]+)<\/script>/;
  const start = /<script type="module">([\s\S]*?)<\/script>\s*(?=<\/body>)/;
  return {
    colourMode: find(page, colourMode),
    start: applyEdits(find(page, start), [[cdn, '{{redoc}}']]),
    markup: applyEdits(page, [
      [preload, '<link rel="modulepreload" href="{{redoc}}">'],
      // Stays as an empty element, because Redoc's markup is hydrated and must keep its shape.
      [colourMode, '<script></script>'],
      [start, '<script type="module" src="{{start}}"></script>\n'],
      // Without this, a link opened in a new tab would lead to the root of the host.
      [/href="\/(?!\/)/g, 'href="#/'],
    ]),
  };
}

/**
 * The standalone script with its logo inside it and without the other addresses of its makers: icons, and the
 * telemetry, which is off anyway; without an address it cannot be turned on by a change of defaults.
 */
export function localiseStandalone(script: string, logo: string): string {
  return applyEdits(script, [
    [
      /https:\/\/cdn\.redoc\.ly\/redoc\/logo[\w-]*\.svg/g,
      `data:image/svg+xml;base64,${Buffer.from(logo).toString('base64')}`,
    ],
    [/https:\/\/(?:cdn|otel\.cloud)\.redocly\.com\/[\w./-]*/g, ''],
  ]);
}

function find(text: string, pattern: RegExp): string {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined) throw unknownShape(pattern);
  return found;
}

function unknownShape(pattern: RegExp): Error {
  return new Error(`redocly build-docs no longer writes ${pattern}. Adapt src/reference/localise.ts to it.`);
}
