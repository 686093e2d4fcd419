/** Words around the workflows, whose own texts are in `spec/workflows`. English only. */
export const workflows = {
  title: 'Workflows',
  lead: 'Whole flows as Arazzo documents: what to call in which order, what is sent, and what must come back.',
  intro:
    'A test runs each of them: the flows against the sandbox, the single steps against the mock and the sandbox. Any tool that supports [Arazzo 1.0.1](https://spec.openapis.org/arazzo/v1.0.1.html) can read them.',
  run: 'Run them',
  runText:
    'In a checkout of the repository, `npm start` starts the mock and the sandbox. In a second terminal, the command of each document signs with the key, runs the document with `redocly respect`, and masks the UserSig in everything that is printed or stored, because Redocly does not mask it in a URL. It refuses any address that is not on this machine.',
  keyComment: 'the key of the demo app, which is public',
  resetText: 'A flow deletes what its inputs name. This restores the initial state of the sandbox:',
  runThis: 'Run it',
  inputs: 'Inputs',
  query: 'The query of every call',
  addedByCommand: 'The command adds what every call needs in its query: app, caller and signature.',
  steps: 'Steps',
  sends: 'Sends',
  comesBack: 'Expected response',
  keeps: (value: string, name: string) => `Keeps ${value} as ${name} for later steps.`,
  onFailure: (condition: string, seconds: number, times: number) =>
    `When ${condition}: retry after ${seconds === 1 ? '1 second' : `${seconds} seconds`}, at most ${times} times.`,
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
