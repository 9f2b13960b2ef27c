#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""postgresql.py DATA SUMMARY FOLDER: the rules by a PostgreSQL of its own, which lives in FOLDER and listens
to a socket there; nothing is kept safe on disk, so that it is as fast as it can be. Prints one line of JSON."""
import json
import os
import pathlib
import pwd
import subprocess
import sys

import sql

SETTINGS = """
listen_addresses = ''
unix_socket_directories = '{folder}'
shared_buffers = 6GB
work_mem = 1GB
maintenance_work_mem = 1GB
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 20GB
max_parallel_workers_per_gather = 2
autovacuum = off
jit = on
"""
SMALL = "::smallint"


def tables(data):
    def copy(table, file):
        return f"COPY {table} FROM '{data}/{file}.csv' (FORMAT csv, HEADER);\n"

    return f"""
BEGIN;
CREATE UNLOGGED TABLE person_text(person int, year smallint, unit int, rating text, title text, discipline text,
                                  initiative text, months smallint);
{copy('person_text', 'person_year')}
CREATE UNLOGGED TABLE unit_text(unit int, year smallint, rating text, planned int, met int, late int,
                                registered smallint, party_clean smallint);
{copy('unit_text', 'unit_year')}
CREATE UNLOGGED TABLE units(id int primary key, name text, parent int, bloc int, kind text, grp text);
{copy('units', 'units')}
CREATE UNLOGGED TABLE people(id int, unit int);
{copy('people', 'people')}
CREATE UNLOGGED TABLE bloc_year(bloc int, year smallint, leader int);
{copy('bloc_year', 'bloc_year')}
COMMIT;
CREATE UNLOGGED TABLE person_year AS SELECT person, year, unit, {sql.code('rating', 'rating', SMALL)},
  {sql.code('title', 'title', SMALL)}, {sql.code('discipline', 'discipline', SMALL)},
  {sql.code('initiative', 'initiative', SMALL)}, months FROM person_text;
CREATE UNLOGGED TABLE unit_year AS SELECT unit, year, {sql.code('rating', 'rating', SMALL)}, planned, met, late,
  registered FROM unit_text;
DROP TABLE person_text, unit_text;
CREATE UNLOGGED TABLE years AS SELECT generate_series(2017, 2024) AS year;
ANALYZE person_year; ANALYZE unit_year; ANALYZE units; ANALYZE bloc_year; ANALYZE years;
"""


def rules():
    text = ""
    for statement in sql.rules("least"):
        name = statement.split()[2]
        text += statement.replace("CREATE TABLE", "CREATE UNLOGGED TABLE", 1) + ";\n"
        if name in ("staff", "r12", "histories"):
            text += f"ANALYZE {name};\n"
    return text


class Cluster:
    """A server that runs while it is used. It refuses to be root, so root starts it as `postgres`."""

    def __init__(self, folder):
        self.folder = folder
        self.user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        self.programs = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]

    def _run(self, program, *words):
        command = [str(self.programs / program), *words]
        if os.geteuid() == 0:
            command = ["runuser", "-u", self.user, "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=self.folder)

    def __enter__(self):
        data = self.folder / "data"
        if not data.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            if os.geteuid() == 0:
                os.chown(self.folder, pwd.getpwnam(self.user).pw_uid, -1)
            self._run("initdb", "-D", str(data), "-A", "trust", "--no-sync")
            with open(data / "postgresql.conf", "a", encoding="utf-8") as settings:
                settings.write(SETTINGS.format(folder=self.folder))
        self._run("pg_ctl", "-D", str(data), "-w", "-l", str(self.folder / "log"), "start")
        return self

    def __exit__(self, *_):
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "stop")

    def ask(self, text, database="postgres", separator="|"):
        command = ["psql", "-h", str(self.folder), "-U", self.user, "-X", "-q", "-At", "-F", separator,
                   "-v", "ON_ERROR_STOP=1", database]
        return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def main(data, summary, folder):
    now = "SELECT 'at', extract(epoch from clock_timestamp());\n"
    with Cluster(pathlib.Path(folder).resolve()) as cluster:
        cluster.ask("DROP DATABASE IF EXISTS national;")
        cluster.ask("CREATE DATABASE national;")
        said = cluster.ask(now + tables(pathlib.Path(data).resolve()) + now + rules() + now, "national")
        marks = [float(line.split("|")[1]) for line in said.splitlines() if line.startswith("at|")]
        pathlib.Path(summary).write_text(cluster.ask(sql.text("summary.sql") + ";", "national", ","), "utf-8")
        version = cluster.ask("SHOW server_version;").split()[0]
    print(json.dumps({"version": version, "load": marks[1] - marks[0], "eval": marks[2] - marks[1]}))


if __name__ == "__main__":
    main(*sys.argv[1:4])
