import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ContractDocument } from '../documents/openapi.ts';
import { bundle } from '../tools/bundle.ts';
import { readCatalogue } from '../tools/catalogue.ts';
import {
  catalogueStatusProblems,
  claimsWithoutEvidence,
  levelStatusProblems,
  linksWithoutRecord,
  statusProblems,
  unusedEvidence,
  wrongCodeSources,
} from '../tools/evidence/check-evidence.ts';
import { compareCatalogue } from '../tools/evidence/compare-catalogue.ts';
import { joinEvidence } from '../tools/evidence/join-evidence.ts';
import { recordStates } from '../tools/evidence/record-places.ts';
import { resolveClaim, resolveClaims } from '../tools/evidence/resolve-claims.ts';
import { readChoices, readDiscoveries, readRecords } from '../tools/evidence/sources.ts';

const document: ContractDocument = JSON.parse(bundle());
const catalogue = readCatalogue();
const evidence = { records: readRecords(), choices: readChoices(), discoveries: readDiscoveries() };

test('every claim of the contract is stated by a record or a discovery that it names', () => {
  expect(resolveClaims(document, catalogue, evidence).length).toBeGreaterThan(150);
  expect(claimsWithoutEvidence(document, catalogue, evidence)).toEqual([]);
});

test('every link to a page of the vendor leads to one of which a record knows', () => {
  expect(linksWithoutRecord(document, evidence)).toEqual([]);
  const copy = structuredClone(document);
  copy.externalDocs.url = 'https://trtc.io/document/34621';
  expect(linksWithoutRecord(copy, evidence).join()).toMatch(/^No record is of .*34621 or links to it/);
});

test('every record and every discovery is used', () => {
  expect(unusedEvidence(document, catalogue, evidence)).toEqual([]);
});

test('what is not documented is marked, and nothing else', () => {
  expect(statusProblems(document, evidence)).toEqual([]);
});

test('the catalogue and the code tables of the pages agree', () => {
  expect(compareCatalogue(document, catalogue, evidence.records)).toEqual([]);
});

test('a code and its wire string have one status, that of their evidence', () => {
  expect(catalogueStatusProblems(catalogue, evidence)).toEqual([]);
});

test('the levels of a code are as sure as the least sure of them', () => {
  expect(levelStatusProblems(document, catalogue, evidence)).toEqual([]);
  const surer = catalogue.map((entry) => ({ ...entry, levelStatus: 'documented' as const }));
  expect(levelStatusProblems(document, surer, evidence).map((problem) => problem.slice(0, 19))).toEqual(
    [30001, 30002, 30003, 30006, 30007, 30008, 31704, 31707].map((code) => `The levels of ${code}`),
  );
});

test('every record that a code names lists it', () => {
  expect(wrongCodeSources(catalogue, evidence)).toEqual([]);
  const [first] = catalogue.map((entry) => ({ ...entry, sources: ['use-limits'] }));
  expect(wrongCodeSources(first ? [first] : [], evidence).join()).toMatch(/names use-limits as a source of/);
});

describe('evidence belongs to the place that it proves', () => {
  const claims = resolveClaims(document, catalogue, evidence);

  /** Where a record has a value, and what the places are called there: typed by hand, and read by nothing else. */
  const calledInRecords: [claim: RegExp, place: RegExp][] = [
    [/^servers\.(.+)\.url$/, /^hosts\.$1$/],
    [/^servers\.(.+)\.x-backup-url$/, /^backups\.$1$/],
    [/^not-offered\.(.+)\.host$/, /^hosts\.$1$/],
    [/^not-offered\.(.+)\.backup$/, /^backups\.$1$/],
    [/\.x-rate-limit\.(\w+)$/, /^frequency\.$1$/],
    [/^x-public-codes\.minimum$/, /^publicCodes\.from$/],
    [/^x-public-codes\.maximum$/, /^publicCodes\.to$/],
    [/\.x-sample-url$/, /^samples\.url$/],
    [/\.x-debugging-tool$/, /^debugTool$/],
    [/\.x-related\.(.+)\.path$/, /^related\.\d$/],
    [/\.x-timeout-seconds$/, /^webhook\.timeoutSeconds$/],
    [/^UserId\.maxLength$/, /^(?:usersig\.userIdMaxBytes|limits\.userIdBytes)$/],
    [/^UserId\.pattern\.RBT/, /^limits\.userIdPrefix$/],
    [/^UserId\.pattern\./, /^usersig\.userIdAlphabet$/],
    [/^query\.(\w+)\.m..imum$/, /^query\.$1\.m..imum$/],
    [/^query\.(\w+)\.enum\.json$/, /^query\.$1\.const$/],
    [/^FriendListName\./, /^limits\.listName(?:Bytes|Length)\.m..imum$/],
    [/Request\.GroupName\./, /^(?:request\.GroupName\.m..Items|limits\.listsPerRequest\.m..imum)$/],
    [/Request\.required\.(\w+)$/, /^request\.$1\.required$/],
    [/Request\.(\w+)\.(\w+)$/, /^request\.$1\.$2$/],
    [/Request\.(\w+)\.enum\.\w+$/, /^request\.$1\.values\.\d$/],
    [/Item\.(\w+)\.enum\.\w+$/, /^response\.\w+\[\]\.$1\.values\.\d$/],
    [/(?:Ok|Fail)\.required\.(\w+)$/, /^response\.$1\.required$/],
    [/^DeleteType\.enum\.(\w+)$/, /^(?:deleteTypes\.$1\.\w+|samples\.requests\.\w+\.DeleteType)$/],
    [/^\w+ResultCode\w*\.enum\.0$/, /^response\.\w+\[\]\.resultcode\.success$/],
    [/^\w+(?:Error|Result)Code\w*\.enum\.\d+$/, /^(?:codefields\.\d|codes\.\d+\.level)$/],
    [/^ActionStatus\w+\.enum\.\w+$/, /^response\.ActionStatus\.values\.\d$/],
    [/^NoError\.enum\.0$/, /^response\.ErrorCode\.success$/],
    [/^OptPlatform\.enum/, /^webhook\.query\.OptPlatform\.values\.\d$/],
    [/CallbackCommand\.enum\./, /^webhook\.command$/],
    [/\.Sign\.pattern$/, /^webhook\.sign\.algorithm$/],
    [/^WebhookResponse\.required\.(\w+)$/, /^webhook\.answer\.$1\.required$/],
    [/^WebhookResponse\.(\w+)\.enum/, /^webhook\.answer\.$1\.values\.\d$/],
    [/^errors\.\d+\.code$/, /^codes\.\d+(?:\.code)?$/],
    [/^errors\.\d+\.text$/, /^samples\.response\.ErrorInfo$/],
  ];

  const flat = (node: unknown, path = ''): string[] =>
    typeof node === 'object' && node !== null
      ? Object.entries(node).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
      : [path];

  test.each(evidence.records.map((record) => [record.id, record] as const))(
    '%s states a claim only where it names the field',
    (_, record) => {
      const paths = flat(record).map((path) => path.toLowerCase().replaceAll(' ', '-'));
      for (const claim of claims.filter((one) => recordStates(record, one))) {
        const [from, to] = calledInRecords.find(([name]) => name.test(claim.name)) ?? [];
        const words = from?.exec(claim.name) ?? [];
        const place = to?.source.replace(/\$(\d)/g, (_all, index) => words[Number(index)] ?? '') ?? 'nowhere';
        const stated = paths.some((path) => new RegExp(place.toLowerCase().replaceAll(' ', '-')).test(path));
        expect(stated, `${claim.name} = ${claim.value} at ${place}`).toBe(true);
      }
    },
  );

  test('moved to each other place with the same value, a piece of evidence proves nothing there', () => {
    let moves = 0;
    for (const from of claims) {
      for (const to of claims.filter(({ name, value }) => name !== from.name && value === from.value)) {
        for (const id of from.statedBy.filter((one) => !to.sources.includes(one))) {
          const record = evidence.records.find((one) => one.id === id);
          // A page that lists the fact at the other place as well is right there: the test above looks at these.
          if (record && recordStates(record, to)) continue;
          moves += 1;
          expect(resolveClaim({ ...to, sources: [id] }, evidence).resolved, `${id} for ${to.name}`).toBe(
            'nothing',
          );
        }
      }
    }
    expect(moves).toBeGreaterThan(250);
  });

  test.each([
    ['random.minimum', 'DeleteFriendListsOk.CurrentSequence.minimum', 'group-delete.intl-ko-2025'],
    ['To_Account.maxItems', 'DeleteFriendsOk.ResultItem.maxItems', 'friend-delete.intl-2023'],
    ['the success code', 'query.random.minimum', 'rest-intro.2019'],
    ['a list that it does not have', 'errors.30001.code', 'use-limits'],
  ])('%s is no evidence for %s', (_, name, id) => {
    const claim = claims.find((one) => one.name === name);
    expect(claim && resolveClaim({ ...claim, sources: [id] }, evidence).resolved).toBe('nothing');
  });
});

describe('with a planted mistake', () => {
  const planted = (change: (copy: ContractDocument) => void) => {
    const copy = structuredClone(document);
    change(copy);
    return copy;
  };

  test('a limit that no source states is reported with its place', () => {
    const copy = planted(({ components }) => {
      if (components.schemas.UserId) components.schemas.UserId.maxLength = 33;
    });
    const [problem] = claimsWithoutEvidence(copy, catalogue, evidence);
    expect(problem).toMatch(/schemas\/UserId\/maxLength: maxLength 33 is not stated by usersig-guide/);
  });

  test('a claim without any source is reported', () => {
    const copy = planted(({ components }) => {
      components.schemas.Invented = { type: 'integer', maximum: 7 };
    });
    expect(claimsWithoutEvidence(copy, catalogue, evidence).join()).toMatch(
      /Invented.*maximum 7 has no evidence/,
    );
  });

  test('a wire string that no discovery quotes is reported', () => {
    const entries = catalogue.map((entry) =>
      entry.code === 30003
        ? { ...entry, info: { text: 'Err_Sns_Invalid', status: 'observed' as const } }
        : entry,
    );
    expect(catalogueStatusProblems(entries, evidence).join()).toMatch(/30003.*Err_Sns_Invalid.*give nothing/);
  });

  test.each([
    [60007, 'inferred', 'documented'],
    [31701, 'documented', 'historical'],
    [70032, 'historical', 'observed'],
    [70052, 'documented', 'inferred'],
  ] as const)('%i, called %s, is reported as %s', (code, status, right) => {
    const entries = catalogue.map((entry) => (entry.code === code ? { ...entry, status } : entry));
    const [problem, ...others] = catalogueStatusProblems(entries, evidence);
    expect(problem).toMatch(new RegExp(`${code}.code ${code} as ${status}, .* give ${right}`));
    expect(others).toEqual([]);
  });

  test('a record that nothing names is reported', () => {
    const record = {
      id: 'somebodys-blog',
      page: 'https://blog.example/chat',
      edition: '2024',
      status: 'current' as const,
      extent: 'whole' as const,
    };
    const more = { ...evidence, records: [...evidence.records, record] };
    expect(unusedEvidence(document, catalogue, more)).toEqual([
      expect.stringContaining('Nothing uses spec/sources/somebodys-blog.yaml'),
    ]);
  });

  test.each([
    ['loses its mark', (field: Record<string, unknown>) => delete field['x-status']],
    [
      'is called observed',
      (field: Record<string, unknown>) => Object.assign(field, { 'x-status': 'observed' }),
    ],
  ])('an inferred field that %s is reported', (_, change) => {
    const copy = planted(({ components }) => {
      change(
        components.schemas.DeleteFriendListsFail?.properties?.CurrentSequence as Record<string, unknown>,
      );
    });
    expect(statusProblems(copy, evidence).join()).toMatch(
      /DeleteFriendListsFail\.CurrentSequence has x-status: .*, and its evidence gives "inferred"/,
    );
  });

  test('a documented field that is called inferred is reported, and a keyword that is not', () => {
    const copy = planted(({ components }) => {
      const { To_Account, From_Account } = components.schemas.DeleteFriendsRequest?.properties ?? {};
      delete To_Account?.['x-keyword-status'];
      Object.assign(From_Account ?? {}, { 'x-status': 'inferred' });
    });
    expect(statusProblems(copy, evidence).join('\n')).toMatch(
      /From_Account has x-status: "inferred", and its evidence gives none[\s\S]*To_Account has x-keyword-status: none/,
    );
  });

  test('a code whose level is inferred and that loses its mark is reported', () => {
    const copy = planted(({ components }) => {
      const [, list] =
        Object.entries(components.schemas).find(
          ([name]) => /^DeleteFriendsErrorCode/.test(name) && components.schemas[name]?.enum,
        ) ?? [];
      expect(list?.['x-keyword-status']).toMatchObject({ 'enum.30001': 'inferred' });
      delete list?.['x-keyword-status'];
    });
    expect(statusProblems(copy, evidence).join()).toMatch(
      /DeleteFriendsErrorCode\w* has x-keyword-status: none, and its evidence gives .*"enum.30001":"inferred"/,
    );
  });

  test('evidence for a place that does not exist stops the build', () => {
    expect(() => joinEvidence(document, { 'DeleteFriendsRequest.To_Accounts': ['use-limits'] })).toThrow(
      'spec/evidence.yaml names DeleteFriendsRequest.To_Accounts, and the document has no such place.',
    );
    expect(() => joinEvidence(document, { UserId: ['nobodys-page'] })).toThrow(
      'names nobodys-page for UserId',
    );
  });
});

test('the document that people edit holds no evidence', () => {
  const files = globSync(
    ['openapi.yaml', 'hosts-not-offered.yaml', '{paths,components,webhooks}/**/*.yaml'],
    {
      cwd: new URL('..', import.meta.url),
    },
  );
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    expect(text, `Move it to spec/evidence.yaml: ${file}`).not.toMatch(
      /^\s*x-(?:source|status|open-questions):/m,
    );
  }
});
