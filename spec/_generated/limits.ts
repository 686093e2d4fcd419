// Written by `npm run generate` from spec/openapi.yaml and spec/errors. Do not edit.

export const limits = {
  "accountsPerRequest": 1000,
  "listsPerRequest": 32,
  "listNameBytes": 30,
  "userIdLength": 32,
  "userIdPattern": "^(?:[a-zA-Z0-9_-]+|@RBT#[ -~]*)$"
} as const;
