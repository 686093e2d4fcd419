// What the README promises on every runtime, in one start of it.
import * as exercise from './exercise.js';
import * as secrecy from './secrecy.js';

export async function run(baseUrl, deserted, count) {
  return { exercise: await exercise.run(baseUrl, deserted), secrecy: await secrecy.run(baseUrl, count) };
}
