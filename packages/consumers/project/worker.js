// Entry on workerd.
import { exercise } from './exercise.js';

export default {
  async fetch(request) {
    return Response.json(await exercise(new URL(request.url).searchParams.get('server')));
  },
};
