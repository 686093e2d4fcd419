// Entry on workerd.
import { exercise } from './exercise.js';

// biome-ignore lint/style/noDefaultExport: workerd asks for one
export default {
  async fetch(request) {
    const query = new URL(request.url).searchParams;
    return Response.json(await exercise(query.get('server'), query.get('deserted')));
  },
};
