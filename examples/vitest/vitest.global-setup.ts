import { startMock } from '@chat-sns/mock';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    chatUrl: string;
  }
}

/** Starts one mock for the whole run; what is returned ends it. */
export default async function setup(project: TestProject) {
  const mock = await startMock();
  project.provide('chatUrl', mock.url);
  return () => mock.close();
}
