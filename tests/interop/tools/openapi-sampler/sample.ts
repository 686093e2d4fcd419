import { readFileSync } from 'node:fs';
import { sample } from 'openapi-sampler';

// A request body and a response of each operation, made out of nothing but the document.
const document = JSON.parse(readFileSync('openapi.json', 'utf8'));
for (const path of Object.keys(document.paths)) {
  const { requestBody, responses } = document.paths[path].post;
  const request = sample(requestBody.content['application/json'].schema, {}, document);
  const response = sample(responses[200].content['application/json'].schema, {}, document);
  console.log(JSON.stringify({ path, request, response }));
}
