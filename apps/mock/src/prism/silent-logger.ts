import type { createInstance } from '@stoplight/prism-http';

type Logger = Parameters<typeof createInstance>[1]['logger'];

const ignore = () => {};

/** Prism's own logger writes whole queries, the usersig among them. Nothing of it may reach a log. */
export const silentLogger = {
  fatal: ignore,
  error: ignore,
  warn: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
  success: ignore,
  child: () => silentLogger,
} as unknown as Logger;
