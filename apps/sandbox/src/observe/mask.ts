const mask = '***';

/**
 * What looks like a UserSig: the beginning of zlib data in base64 and at least 31 more characters of the vendor's
 * alphabet, percent-encoded or not. Neither a UserID nor a list name is that long.
 */
const lookalike = /e[A-P](?:[\w*-]|%(?:25)*(?:2[ADad]|5[Ff])){31,}/g;

/** What follows a name such as `usersig` or `sig[]`, whatever it looks like, also where the URL has it in a wrong place. */
const named = /(sig(?:\[\]|%(?:25)*5B%(?:25)*5D)?(?:=|%(?:25)*3D))[^&#\s]+/gi;

/** Masks everything in a string that is or could be a UserSig: it is better to mask too much than too little. */
export function maskText(text: string): string {
  return text.replace(named, (_, name: string) => `${name}${mask}`).replace(lookalike, mask);
}

/** The parameters of a query. A secret under a misspelt name is still a secret. */
export function maskQuery(query: string): Record<string, string> {
  const pairs = [...new URLSearchParams(query)];
  return Object.fromEntries(
    pairs.map(([name, value]) => [maskText(name), /sig/i.test(name) ? mask : maskText(value)]),
  );
}

// The contract's bodies have two levels. What is far deeper could be parsed, but not printed.
const mostLevels = 100;

/**
 * The value of a JSON document with its strings masked, field names included; the text itself, as a string, of what is not
 * JSON or nested too deep. Works on the text, because functions cannot call each other as deep as a body can be nested.
 */
export function maskJson(json: string): unknown {
  // The pattern below takes linear time on JSON alone.
  if (!isJson(json)) return maskText(json);
  let level = 0;
  let deepest = 0;
  const masked = json.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{}]/g, (token) => {
    if (!token.startsWith('"')) {
      level += token === '[' || token === '{' ? 1 : -1;
      deepest = Math.max(deepest, level);
      return token;
    }
    const text: string = JSON.parse(token);
    const clean = maskText(text);
    return clean === text ? token : JSON.stringify(clean);
  });
  return deepest > mostLevels ? masked : JSON.parse(masked);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
