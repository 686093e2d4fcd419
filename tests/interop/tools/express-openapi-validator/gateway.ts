import express, { type ErrorRequestHandler } from 'express';
import { middleware } from 'express-openapi-validator';

// A gateway in front of the service that stops what the document does not allow, in both directions.
const app = express();
app.use(express.json());
app.use(middleware({ apiSpec: 'openapi.yaml', validateRequests: true, validateResponses: true }));
app.post('/v4/sns/:command', async ({ originalUrl, body }, response) => {
  const forwarded = await fetch(process.env.UPSTREAM + originalUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  response.status(forwarded.status).json(await forwarded.json());
});
const refuse: ErrorRequestHandler = ({ status = 500, message }, _request, response, next) =>
  response.headersSent ? next() : response.status(status).json({ message });
app.use(refuse);
app.listen(Number(process.env.PORT), '127.0.0.1');
