// SPDX-License-Identifier: Apache-2.0
// node duckdb.mjs MODULES DATA SUMMARY THREADS [DATABASE]
// Loads the CSV files into DuckDB and runs rules.sql; MODULES is the folder where npm put @duckdb/node-api.
// With a DATABASE that does not exist yet, it is made and nothing is evaluated; with one that exists, it is
// opened instead of loading. Prints one line of JSON.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [modules, data, summary, threads, database] = process.argv.slice(2);
const here = path.dirname(fileURLToPath(import.meta.url));
const { DuckDBInstance } = createRequire(path.join(path.resolve(modules), 'package.json'))('@duckdb/node-api');
const sql = (name) => fs.readFileSync(path.join(here, name), 'utf8').replace(/^--.*$/gm, '');
const seconds = () => performance.now() / 1e3;

const ratings = ['failed', 'completed', 'good', 'excellent'];
const titles = ['none', 'LDTT', 'CSTDCS', 'CSTDT', 'CSTDTQ'];
const disciplines = ['none', 'reprimand', 'warning', 'demotion', 'dismissal'];
const initiatives = ['none', 'base', 'province', 'national'];
const scales = { rating: ratings, title: titles, discipline: disciplines, initiative: initiatives };
const code = (scale, column = scale) => `CAST(enum_code(${column}) AS TINYINT) AS ${column}`;
const csv = (file, columns) => `read_csv('${data}/${file}', header=true, columns={${
  Object.entries(columns).map(([name, type]) => `${name}: '${type}'`).join(', ')}})`;

const load = [
  ...Object.entries(scales).map(([name, values]) =>
    `CREATE TYPE ${name}_scale AS ENUM(${values.map((value) => `'${value}'`).join(', ')})`),
  'SET preserve_insertion_order=false',
  `CREATE TABLE person_year AS SELECT person, year, unit, ${code('rating')}, ${code('title')}, ${
    code('discipline')}, ${code('initiative')}, months FROM ${csv('person_year.csv', {
    person: 'INTEGER', year: 'SMALLINT', unit: 'INTEGER', rating: 'rating_scale', title: 'title_scale',
    discipline: 'discipline_scale', initiative: 'initiative_scale', months: 'TINYINT' })}`,
  `CREATE TABLE unit_year AS SELECT unit, year, ${code('rating')}, planned, met, late, registered FROM ${
    csv('unit_year.csv', { unit: 'INTEGER', year: 'SMALLINT', rating: 'rating_scale', planned: 'INTEGER',
      met: 'INTEGER', late: 'INTEGER', registered: 'TINYINT', party_clean: 'TINYINT' })}`,
  `CREATE TABLE units AS SELECT id, bloc, grp FROM ${csv('units.csv', { id: 'INTEGER', name: 'VARCHAR',
    parent: 'INTEGER', bloc: 'INTEGER', kind: 'VARCHAR', grp: 'VARCHAR' })}`,
  `CREATE TABLE people AS SELECT * FROM ${csv('people.csv', { id: 'INTEGER', unit: 'INTEGER' })}`,
  `CREATE TABLE bloc_year AS SELECT * FROM ${
    csv('bloc_year.csv', { bloc: 'INTEGER', year: 'SMALLINT', leader: 'INTEGER' })}`,
  'CREATE TABLE years AS SELECT CAST(range AS INTEGER) AS year FROM range(2017, 2025)',
];
const rules = (create) => sql('rules.sql').replaceAll('@CREATE@', create).replaceAll('@DIV@', '//')
  .replaceAll('@LEAST@', 'least').split(/;\s*\n/).filter((statement) => statement.trim());

const exists = database && fs.existsSync(database);
const begin = seconds();
const connection = await (await DuckDBInstance.create(database ?? ':memory:', { threads })).connect();
if (!exists) for (const statement of load) await connection.run(statement);
const loaded = seconds();
if (database && !exists) {
  await connection.run('CHECKPOINT');
} else {
  for (const statement of rules(exists ? 'CREATE TEMP TABLE' : 'CREATE TABLE')) await connection.run(statement);
}
const evaluated = seconds();
if (!database || exists) {
  const rows = (await connection.runAndReadAll(sql('summary.sql'))).getRows();
  fs.writeFileSync(summary, rows.map((row) => `${row.join(',')}\n`).join(''));
}
const version = (await connection.runAndReadAll('SELECT version()')).getRows()[0][0];
console.log(JSON.stringify({ version, load: loaded - begin, eval: evaluated - loaded }));
