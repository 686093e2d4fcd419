// The one server of the client's benchmark, in a process of its own so that its time is not counted.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ResultItem = ['id1', 'id2', 'id3'].map((To_Account) => ({ To_Account, ResultCode: 0, ResultInfo: '' }));
const payload = JSON.stringify({
  ResultItem,
  ActionStatus: 'OK',
  ErrorCode: 0,
  ErrorInfo: '0',
  ErrorDisplay: '',
});

const server = createServer((request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(payload);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
