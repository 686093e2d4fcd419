// Entry on workerd.
import * as exercise from './exercise.js';
import * as hostile from './hostile.js';
import * as secrecy from './secrecy.js';
import * as work from './work.js';

const programs = { '/exercise': exercise, '/hostile': hostile, '/secrecy': secrecy, '/work': work };

// biome-ignore lint/style/noDefaultExport: workerd asks for one
export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    return Response.json(await programs[pathname].run(...searchParams.getAll('argument')));
  },
};
