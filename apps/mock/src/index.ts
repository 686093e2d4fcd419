export type { Call, Log } from './calls.ts';
export type { Query } from './http/target.ts';
export { type Proxy, type ProxyOptions, startProxy } from './proxy/start-proxy.ts';
export { type Mock, type MockOptions, startMock } from './start-mock.ts';
