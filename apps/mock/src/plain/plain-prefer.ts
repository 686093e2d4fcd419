import { ProblemJsonError, UNPROCESSABLE_ENTITY } from '@stoplight/prism-http';
import { parsePrefer } from '../instructions/prefer.ts';

/** What Prism takes from `Prefer`, with the same complaint as the stock command about a value that it cannot use. */
export function readMockConfig(prefer: string | string[] | undefined) {
  const preferences = parsePrefer(prefer);
  const code = preferences.get('code');
  const dynamic = preferences.get('dynamic');
  const exampleKey = preferences.get('example');
  const seed = preferences.get('seed');
  if (code !== undefined && !/^\d{3}$/.test(code)) return unusable(code, 'a number', 'code');
  if (dynamic !== undefined && dynamic !== 'true' && dynamic !== 'false')
    return unusable(dynamic, 'a boolean', 'dynamic');
  return {
    dynamic: dynamic === 'true',
    ...(code !== undefined && { code: Number(code) }),
    ...(exampleKey !== undefined && { exampleKey }),
    ...(seed !== undefined && { seed }),
  };
}

function unusable(value: string, expected: string, name: string) {
  const detail = `optional property "${name}"\n└─ cannot decode ${JSON.stringify(value)}, should be ${expected}`;
  return ProblemJsonError.fromTemplate(UNPROCESSABLE_ENTITY, detail);
}
