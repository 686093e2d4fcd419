export type { Call, Log } from './calls.ts';
export type { Query } from './http/request.ts';
export { type Proxy, type ProxyOptions, startProxy } from './proxy/start-proxy.ts';
export type { CountedViolation, ProxySummary } from './proxy/summary.ts';
export { type Mock, type MockOptions, startMock } from './start-mock.ts';
