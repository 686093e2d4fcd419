import { type Region, regions } from './contract.ts';
import { ChatConfigError } from './errors.ts';

/** Where requests go: a base URL without a trailing slash, and the documented backup host of a region. */
export interface Hosts {
  primary: string;
  backup: string | undefined;
}

export interface HostOptions {
  region?: Region | undefined;
  baseUrl?: string | undefined;
  sendUserSigUnencrypted?: boolean | undefined;
}

export function chooseHosts({ region, baseUrl, sendUserSigUnencrypted = false }: HostOptions): Hosts {
  if (region !== undefined && baseUrl !== undefined) {
    throw new ChatConfigError('TwoHosts', 'set either region or baseUrl, not both');
  }
  if (baseUrl !== undefined)
    return { primary: checkBaseUrl(baseUrl, sendUserSigUnencrypted), backup: undefined };
  if (!Object.hasOwn(regions, String(region))) {
    throw new ChatConfigError('UnknownRegion', `region must be one of ${Object.keys(regions).join(', ')}`);
  }
  const { host, backupHost } = regions[region as Region];
  return { primary: `https://${host}`, backup: `https://${backupHost}` };
}

/** Messages show the host only: people paste whole request URLs, with the UserSig in them. */
function checkBaseUrl(baseUrl: string, sendUserSigUnencrypted: boolean): string {
  const url = parseBaseUrl(baseUrl);
  const baseUrlError = (reason: string) =>
    new ChatConfigError('InvalidBaseUrl', `baseUrl with host ${url.host} ${reason}`);
  if (url.username || url.password) throw baseUrlError('must not contain a username or password');
  if (baseUrl.includes('?') || baseUrl.includes('#'))
    throw baseUrlError('must not contain a query or fragment');
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && sendUserSigUnencrypted !== true)
    throw baseUrlError('must use https, unless it is a loopback host or sendUserSigUnencrypted is true');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw baseUrlError('must use https');
  return url.href.replace(/\/+$/, '');
}

function parseBaseUrl(baseUrl: string): URL {
  // The parser's own error would quote the string.
  if (typeof baseUrl === 'string' && URL.canParse(baseUrl)) return new URL(baseUrl);
  throw new ChatConfigError('InvalidBaseUrl', 'baseUrl must be an absolute URL, for example https://host');
}

const isLoopback = (hostname: string) =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(\.\d+){3}$/.test(hostname);
