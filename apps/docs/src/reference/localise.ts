import { applyEdits } from './edit.ts';

/** The parts of a page of `redocly build-docs`, so that no script is inline or from another host. */
export interface RedocParts {
  /** The page with `{{...}}` where the scripts' addresses belong. */
  markup: string;
  colourMode: string;
  start: string;
}

const cdn = /https:\/\/cdn\.redocly\.com\/redoc\/v[\d.]+\/bundles\/redoc\.standalone\.js/;

/**
 * Removes the two inline scripts and the CDN from the page.
 * @throws when a step does not find what it replaces, so that a new version of the tool stops the build.
 */
export function takeApart(page: string): RedocParts {
  const preload = /<link rel="modulepreload"[^>]*>/;
  const colourMode = /<script>(try\{[^<]*)<\/script>/;
  const start = /<script type="module">([\s\S]*?)<\/script>\s*<\/body>/;
  return {
    colourMode: find(page, colourMode),
    start: applyEdits(find(page, start), [[cdn, '{{redoc}}']]),
    markup: applyEdits(page, [
      [preload, '<link rel="modulepreload" href="{{redoc}}">'],
      // Stays as an empty element, because Redoc's markup is hydrated and must keep its shape.
      [colourMode, '<script></script>'],
      [start, '<script type="module" src="{{start}}"></script>\n</body>'],
      // Without this, a link opened in a new tab would lead to the root of the host.
      [/href="\/(?!\/)/g, 'href="#/'],
    ]),
  };
}

const logos = /`https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg`/g;
const telemetry = 'https://otel.cloud.redocly.com/v1/traces';

/**
 * The standalone script with its logo beside it and without the address of its telemetry. The telemetry is off
 * anyway; without an address it cannot be turned on by a change of defaults.
 */
export function localiseStandalone(script: string, logo: string): string {
  return applyEdits(script, [
    [logos, `new URL(${JSON.stringify(`./${logo}`)},import.meta.url).href`],
    [telemetry, ''],
  ]);
}

function find(text: string, pattern: RegExp): string {
  const [, found] = pattern.exec(text) ?? [];
  if (found === undefined)
    throw new Error(`redocly build-docs no longer writes ${pattern}. Adapt src/reference to it.`);
  return found;
}
