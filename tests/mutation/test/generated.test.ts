import { cloneContract, readContract } from '@chat-sns/release/contract';
import { expect, test } from 'vitest';
import { checkProperties } from '../src/generated/properties.ts';

const contract = readContract();
const seed = 20261120;

test('generated requests, valid and with one fault, are answered as the contract says', async () => {
  expect(await checkProperties(contract, 600, seed)).toBe(600);
});

test('a server that is stricter than the contract is found, with the seed and the smallest request', async () => {
  const laxer = cloneContract(contract);
  laxer.document.components.schemas.DeleteType?.enum?.push('Delete_Type_Third');
  const failure = await checkProperties(laxer, 2000, seed).catch((error: Error) => error.message);
  expect(failure).toMatch(/seed: 20261120[\s\S]*Delete_Type_Third/);
  expect(failure).toMatch(/a valid request was refused|does not fit/);
});

test('a server that is laxer than the contract is found', async () => {
  const stricter = cloneContract(contract);
  const names = stricter.document.components.schemas.DeleteFriendListsRequest?.properties?.GroupName;
  if (names) names.maxItems = 8;
  // The other operations pass, which the first test shows.
  const own = Object.entries(stricter.document.paths).filter(
    ([, { post }]) => post.operationId === 'deleteFriendLists',
  );
  stricter.document.paths = Object.fromEntries(own);
  await expect(checkProperties(stricter, 2000, seed)).rejects.toThrow(/GroupName is too long: not refused/);
});
