/** Words around the sandbox's own document, which is English too. */
export const sandboxControl = {
  title: 'Control a sandbox over HTTP',
  lead: 'Read and replace its friend graph, queue faults, look at calls and webhooks.',
  seeAlso: 'Beside the guides:',
  guide: 'The guide to tests with mock and sandbox',
  overview: ['Path', 'What it does'],
  answers: 'Answers',
  answerColumns: ['HTTP', 'Meaning', 'Body'],
  noBody: 'none',
  bodies: 'What answers hold',
  files: {
    'control.openapi.yaml': 'This page as an OpenAPI 3.1 document.',
    'state.schema.json': 'JSON Schema of the friend graph, for seed files too.',
    'fault.schema.json': 'JSON Schema of a fault.',
  },
};
