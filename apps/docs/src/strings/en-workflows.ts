/** Words around the workflows, whose own texts are in `spec/workflows`. English only. */
export const workflows = {
  title: 'Workflows',
  lead: 'Whole flows as Arazzo documents: what to call in which order, what is sent, and what must come back.',
  intro:
    'A test runs each of them: the flows against the sandbox, the single steps against the mock and the sandbox. They are read by any tool that knows [Arazzo 1.0.1](https://spec.openapis.org/arazzo/v1.0.1.html).',
  run: 'Run them',
  runText:
    'In a checkout of the repository, `npm start` starts mock and sandbox. In a second terminal there, the command of each document signs with the key, runs the documents with `redocly respect`, and masks the UserSig in all that is printed or stored: Redocly alone does not know it again in a URL. It refuses every address that is not on this machine.',
  keyComment: 'the key of the demo app, which is public',
  resetText: 'A flow deletes what its inputs name. This puts the first state of the sandbox back:',
  runThis: 'Run it',
  inputs: 'Inputs',
  query: 'The query of every call',
  addedByCommand: 'The command adds what every call carries in its query: app, caller and signature.',
  steps: 'Steps',
  sends: 'Sends',
  comesBack: 'Must come back',
  keeps: (value: string, name: string) => `Keeps ${value} as ${name} for later steps.`,
  onFailure: (condition: string, seconds: number, times: number) =>
    `When ${condition}: again after ${seconds === 1 ? '1 second' : `${seconds} seconds`}, at most ${times} times.`,
  document: 'Arazzo document',
  httpStatus: 'HTTP status',
  relations: {
    '==': 'is',
    '!=': 'is not',
    '<': 'is less than',
    '>': 'is greater than',
    '<=': 'is at most',
    '>=': 'is at least',
  },
  input: (name: string) => `the input ${name}`,
  outputOf: (output: string, step: string) => `${output} of step ${step}`,
};
