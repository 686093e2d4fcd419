import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { UsageError } from './options.ts';

export const formats = ['csv', 'ndjson', 'plain'] as const;
export type Format = (typeof formats)[number];

const fields = ['From_Account', 'To_Account', 'GroupName', 'DeleteType'] as const;
export type Field = (typeof fields)[number];

/** One input of a job. A line that cannot be read has a problem and no field, so that the job sends nothing for it. */
export type Row = { [Name in Field]?: unknown } & { line?: number; problem?: string };

/** The inputs of a job. They can be read more than once. */
export interface Input {
  /** What messages call it. */
  name: string;
  isStdin: boolean;
  read(): AsyncIterable<Row> | Iterable<Row>;
  /** Names of columns and fields that mean nothing here. Complete once the input was read. */
  ignored: ReadonlySet<string>;
}

export interface Source {
  /** Path of a file, - for standard input. */
  file: string;
  format: Format | undefined;
  /** The fields that the job has, the one of a plain line last. */
  fields: readonly Field[];
  /** What a line without such a field has. */
  defaults: { [Name in Field]?: string };
}

/** By the names that a header can have, in lower case and letters only. */
const fieldsByName: Record<string, Field> = {
  from: 'From_Account',
  fromaccount: 'From_Account',
  to: 'To_Account',
  toaccount: 'To_Account',
  list: 'GroupName',
  groupname: 'GroupName',
  type: 'DeleteType',
  deletetype: 'DeleteType',
};

const flags: { [Name in Field]?: string } = { From_Account: '--from', DeleteType: '--delete-type' };

/** What `DeleteType` is called in short. */
export const deleteTypes: Record<string, string> = {
  single: 'Delete_Type_Single',
  both: 'Delete_Type_Both',
};

const formatsByExtension: Record<string, Format> = {
  '.csv': 'csv',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.txt': 'plain',
};

/** Inputs that are on the command line. */
export function listInput(rows: Row[]): Input {
  return { name: 'the command line', isStdin: false, read: () => rows, ignored: new Set() };
}

export async function openInput(source: Source): Promise<Input> {
  const isStdin = source.file === '-';
  const name = isStdin ? 'standard input' : source.file;
  const format = source.format ?? formatsByExtension[extname(source.file).toLowerCase()];
  if (!format) throw new UsageError(`The format of ${name} is not known: add --format ${formats.join('|')}.`);
  if (format === 'plain') {
    const missing = source.fields.slice(0, -1).find((field) => source.defaults[field] === undefined);
    if (missing)
      throw new UsageError(`The lines of ${name} have no ${missing}: pass it with ${flags[missing]}.`);
  }
  const handle = await openTwice(source.file, name);
  const ignored = new Set<string>();
  return {
    name,
    isStdin,
    ignored,
    read() {
      const stream = handle.createReadStream({ start: 0, autoClose: false });
      return readers[format](stream, { ...source, file: name }, ignored);
    },
  };
}

/** Opens what can be read twice: a pipe goes to a temporary file first, which has no name any more. */
async function openTwice(file: string, name: string): Promise<FileHandle> {
  try {
    const given = file === '-' ? undefined : await open(file);
    if (given && (await given.stat()).isFile()) return given;
    const folder = await mkdtemp(join(tmpdir(), 'chat-sns-'));
    const copy = await open(join(folder, 'input'), 'wx+', 0o600);
    await rm(folder, { recursive: true });
    await pipeline(
      given?.createReadStream() ?? process.stdin,
      copy.createWriteStream({ start: 0, autoClose: false }),
    );
    return copy;
  } catch (error) {
    throw new UsageError(`Cannot read ${name}: ${(error as Error).message}`);
  }
}

const readers: Record<
  Format,
  (stream: Readable, source: Source, ignored: Set<string>) => AsyncIterable<Row>
> = { csv: readCsv, ndjson: readNdjson, plain: readPlain };

async function* readCsv(stream: Readable, source: Source, ignored: Set<string>): AsyncIterable<Row> {
  const parser = parse({ bom: true, relax_column_count: true, trim: true, max_record_size: 65_536 });
  pipeline(stream, parser).catch(() => {}); // The iteration below fails with the same error.
  let header: (Field | undefined)[] | undefined;
  let line = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      line += 1;
      const at = line;
      for (const value of record) line += value.includes('\n') ? value.split('\n').length - 1 : 0;
      if (record.length === 1 && record[0] === '') continue;
      if (!header) {
        header = readHeader(record, source, ignored, at);
        continue;
      }
      const columns = header;
      if (record.length === columns.length)
        yield createRow(source, at, (field) => record[columns.indexOf(field)]);
      else yield { line: at, problem: `has ${record.length} columns, but the header has ${columns.length}` };
    }
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // Nobody knows where the lines end after this, so --skip-invalid cannot help.
    throw new UsageError(`${source.file}:${line + 1}: ${(error as Error).message}`);
  }
}

function readHeader(names: string[], source: Source, ignored: Set<string>, line: number) {
  const header = names.map((name) => findField(name, source, ignored));
  const wrong = (problem: string) =>
    new UsageError(`${source.file}:${line}: ${problem}. The columns of its header are: ${names.join(', ')}.`);
  for (const field of source.fields) {
    if (header.filter((other) => other === field).length > 1) throw wrong(`two columns are ${field}`);
    const hint = flags[field] ? ` and ${flags[field]} is not set` : '';
    if (!header.includes(field) && source.defaults[field] === undefined)
      throw wrong(`no column is ${field}${hint}`);
  }
  return header;
}

async function* readNdjson(stream: Readable, source: Source, ignored: Set<string>): AsyncIterable<Row> {
  for await (const [line, text] of readLines(stream)) {
    const value = parseObject(text);
    if (typeof value === 'string') {
      yield { line, problem: value };
      continue;
    }
    const byField = new Map(
      Object.entries(value).map(([name, content]) => [findField(name, source, ignored), content]),
    );
    yield createRow(source, line, (field) => byField.get(field));
  }
}

function parseObject(text: string): object | string {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? value
      : 'is not a JSON object';
  } catch (error) {
    return `is not JSON: ${(error as Error).message}`;
  }
}

async function* readPlain(stream: Readable, source: Source): AsyncIterable<Row> {
  for await (const [line, text] of readLines(stream))
    yield createRow(source, line, (field) => (field === source.fields.at(-1) ? text : undefined));
}

/** The lines that are not empty, with their numbers. */
async function* readLines(stream: Readable): AsyncIterable<[line: number, text: string]> {
  let line = 0;
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    // JavaScript counts the mark at the start of a file as white space.
    const trimmed = text.trim();
    if (trimmed !== '') yield [line, trimmed];
  }
}

function findField(name: string, { fields }: Source, ignored: Set<string>): Field | undefined {
  const field = fieldsByName[name.toLowerCase().replaceAll(/[^a-z]/g, '')];
  if (field && fields.includes(field)) return field;
  ignored.add(name);
  return undefined;
}

function createRow({ fields, defaults }: Source, line: number, find: (field: Field) => unknown): Row {
  const row: Row = { line };
  for (const field of fields) {
    const given = find(field);
    const value = given === undefined || given === '' ? defaults[field] : given;
    if (value === undefined || value === '') return { line, problem: `has no ${field}` };
    if (typeof value === 'string' && value.includes('\ufffd')) return { line, problem: 'is not UTF-8' };
    row[field] = field === 'DeleteType' ? (deleteTypes[String(value).toLowerCase()] ?? value) : value;
  }
  return row;
}
