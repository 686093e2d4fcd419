// Entry on runtimes with a command line: the name of a program, and its arguments.
import process from 'node:process';

const [program, ...args] = process.argv.slice(2);
const { run } = await import(`./${program}.js`);
console.log(JSON.stringify(await run(...args)));
process.exit();
