// Entry on runtimes with a command line.
import process from 'node:process';
import { exercise } from './exercise.js';

console.log(JSON.stringify(await exercise(process.argv[2], process.argv[3])));
