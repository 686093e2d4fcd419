// Entry on workerd.
import * as hostile from './hostile.js';
import * as promises from './promises.js';
import * as work from './work.js';

const programs = { '/hostile': hostile, '/promises': promises, '/work': work };

// biome-ignore lint/style/noDefaultExport: workerd asks for one
export default {
  async fetch(request) {
    const { pathname, searchParams } = new URL(request.url);
    return Response.json(await programs[pathname].run(...searchParams.getAll('argument')));
  },
};
