#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sqlite.py DATA SUMMARY: the rules by the sqlite3 program, in memory. Prints one line of JSON."""
import json
import pathlib
import subprocess
import sys

import sql

TABLES = """
PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA threads=2;
PRAGMA cache_size=-4000000;
CREATE TABLE person_text(person INTEGER, year INTEGER, unit INTEGER, rating TEXT, title TEXT, discipline TEXT,
                         initiative TEXT, months INTEGER);
CREATE TABLE unit_text(unit INTEGER, year INTEGER, rating TEXT, planned INTEGER, met INTEGER, late INTEGER,
                       registered INTEGER, party_clean INTEGER);
CREATE TABLE units_text(id INTEGER, name TEXT, parent, bloc INTEGER, kind TEXT, grp TEXT);
CREATE TABLE people(id INTEGER PRIMARY KEY, unit INTEGER);
CREATE TABLE bloc_text(bloc INTEGER, year INTEGER, leader INTEGER);
"""
CODED = f"""
CREATE TABLE person_year AS SELECT person, year, unit, {sql.code('rating', 'rating')},
  {sql.code('title', 'title')}, {sql.code('discipline', 'discipline')}, {sql.code('initiative', 'initiative')},
  months FROM person_text;
DROP TABLE person_text;
CREATE TABLE unit_year AS SELECT unit, year, {sql.code('rating', 'rating')}, planned, nullif(met, '') AS met,
  late, registered FROM unit_text;
DROP TABLE unit_text;
CREATE TABLE units(id INTEGER PRIMARY KEY, bloc INTEGER, grp TEXT);
INSERT INTO units SELECT id, bloc, grp FROM units_text;
DROP TABLE units_text;
CREATE TABLE bloc_year AS SELECT bloc, year, nullif(leader, '') AS leader FROM bloc_text;
CREATE INDEX bloc_years ON bloc_year(bloc, year);
CREATE TABLE years(year INTEGER);
INSERT INTO years VALUES {', '.join(f'({year})' for year in range(2017, 2025))};
"""
NOW = "SELECT 'at', julianday('now') * 86400;\n"


def script(data, summary):
    imports = "".join(
        f".import --skip 1 {data}/{file}.csv {table}\n"
        for file, table in [("person_year", "person_text"), ("unit_year", "unit_text"), ("units", "units_text"),
                            ("people", "people"), ("bloc_year", "bloc_text")])
    statements = []
    for statement in sql.rules("min"):
        statements.append(statement + ";\n")
        if statement.startswith("CREATE TABLE staff "):
            statements.append("CREATE UNIQUE INDEX staff_of ON staff(unit, year);\n")
    return (".mode csv\n" + NOW + TABLES + imports + CODED + NOW + "".join(statements) + NOW +
            f".once {summary}\n" + sql.text("summary.sql") + ";\n")


def main(data, summary):
    done = subprocess.run(["sqlite3", ":memory:"], input=script(data, summary), capture_output=True, text=True,
                          check=True)
    marks = [float(line.split(",")[1]) for line in done.stdout.splitlines() if line.startswith("at,")]
    lines = pathlib.Path(summary).read_text("utf-8").replace('"', "").replace("\r", "")
    pathlib.Path(summary).write_text(lines, "utf-8")
    version = subprocess.run(["sqlite3", "--version"], capture_output=True, text=True, check=True).stdout.split()[0]
    print(json.dumps({"version": version, "load": marks[1] - marks[0], "eval": marks[2] - marks[1]}))


if __name__ == "__main__":
    main(*sys.argv[1:3])
