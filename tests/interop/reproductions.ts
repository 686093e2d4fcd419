import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OpenAPIBackend } from 'openapi-backend';
import { createProject, type Project } from './harness/project.ts';

/** A failure of a tool on a document that is not ours. */
export interface Reproduction {
  document: string;
  /** Resolves to whether the failure occurred. */
  occurs(project: Project): Promise<boolean>;
}

const withSchema = (schema: string) => `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    post:
      operationId: addPet
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
      responses: { "201": { description: Added. } }
components:
  schemas:
    Pet: ${schema}
`;

const withUnion = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: getPet
      responses:
        "200": { description: A pet., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
components:
  schemas:
    Pet:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
      discriminator:
        propertyName: kind
        mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" }
    Cat: { type: object, required: [kind], properties: { kind: { type: string, const: cat } } }
    Dog: { type: object, required: [kind], properties: { kind: { type: string, const: dog } } }
`;

const withQueryKey = `openapi: 3.1.0
info: { title: Pets, version: 1.0.0 }
security: [{ app: [], key: [] }]
paths:
  /pets:
    get:
      operationId: listPets
      responses: { "200": { description: Names. } }
components:
  securitySchemes:
    app: { type: apiKey, in: query, name: app }
    key: { type: apiKey, in: query, name: key }
`;

/** Why the document and the snippets are as they are, and why a row of the table has a failure. */
export const reproductions: Record<string, Reproduction> = {
  'prism: a body that is not JSON': {
    document: withSchema('{ type: object }'),
    async occurs(project) {
      await using prism = await project.serve('prism mock openapi.yaml --port "$PORT"');
      const post = (body: string) =>
        fetch(`${prism.url}/pets`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
          signal: AbortSignal.timeout(5000),
        });
      if ((await post('{}')).status !== 201) throw new Error('Prism refused a valid request');
      return await isRejected(post('{"name":'), 'aborted due to timeout');
    },
  },
  'openapi-typescript: without --default-non-nullable=false, a field with a default is required': {
    document: withSchema('{ type: object, properties: { size: { type: string, default: small } } }'),
    async occurs(project) {
      await project.run('openapi-typescript openapi.yaml --output chat.ts');
      return /\bsize: string/.test(read(project, 'chat.ts'));
    },
  },
  'openapi-backend: without quick, a document of OpenAPI 3.1 is checked against the schema of 3.0': {
    document: withSchema('{ type: [string, "null"] }'),
    async occurs(project) {
      const definition = join(project.folder, 'openapi.yaml');
      return isRejected(new OpenAPIBackend({ definition, strict: true }).init(), 'is not valid OpenAPI');
    },
  },
  'openapi-backend: a key in the query counts as an unknown parameter': {
    document: withQueryKey,
    async occurs(project) {
      const api = new OpenAPIBackend({ definition: join(project.folder, 'openapi.yaml'), quick: true });
      await api.init();
      const request = { method: 'GET', path: '/pets', headers: {}, query: { app: '1', key: 'secret' } };
      return api.validateRequest(request, 'listPets').valid === false;
    },
  },
  'express-openapi-validator: of two keys in the query, it knows only the first': {
    document: withQueryKey,
    async occurs(project) {
      const program = `import express from 'express';
import { middleware } from 'express-openapi-validator';
const app = express();
app.use(middleware({ apiSpec: 'openapi.yaml' }));
app.use((error, request, response, next) => response.status(400).send(error.message));
app.listen(process.env.PORT);`;
      writeFileSync(join(project.folder, 'server.js'), program);
      await using server = await project.serve('node server.js');
      const response = await fetch(`${server.url}/pets?app=1&key=secret`);
      return (await response.text()) === "Unknown query parameter 'key'";
    },
  },
  'openapi-zod-client: the output throws when the discriminator is a const': {
    document: withUnion,
    async occurs(project) {
      await project.run('openapi-zod-client openapi.yaml --output client.ts');
      return isRejected(project.load('client.ts'), 'A discriminator value');
    },
  },
  'typed-openapi: a const is any string': {
    document: withUnion,
    async occurs(project) {
      await project.run('typed-openapi openapi.yaml --output client.ts');
      return /type Cat = \{\s*kind: string/.test(read(project, 'client.ts'));
    },
  },
};

const read = ({ folder }: Project, file: string) => readFileSync(join(folder, file), 'utf8');

const isRejected = (promise: Promise<unknown>, message: string) =>
  promise.then(
    () => false,
    (error: Error) => error.message.includes(message),
  );

export async function reproduce(name: string): Promise<boolean> {
  const reproduction = reproductions[name];
  if (!reproduction) throw new Error(`there is no reproduction "${name}" in reproductions.ts`);
  const project = createProject(`reproduction-${Object.keys(reproductions).indexOf(name)}`);
  writeFileSync(join(project.folder, 'openapi.yaml'), reproduction.document);
  return reproduction.occurs(project);
}
