-- SPDX-License-Identifier: Apache-2.0
-- The eight rules of the national workload, set at a time and tuned by hand: shared aggregates, histories
-- of people as bit masks. Scales are coded from 0, what is missing is NULL. A verdict is 0 no, 1 unknown,
-- 2 yes; r12, r6 and r8 hold every unit and year, r3, r45 and r7 only who is not a plain no.
-- @CREATE@, @DIV@ (of whole numbers) and @LEAST@ (of two) are what an engine calls them.

@CREATE@ staff AS
SELECT unit, year, count(*) AS number,
       sum(CASE WHEN title >= 1 THEN 1 ELSE 0 END) AS advanced,
       max(title) AS highest_title, max(discipline) AS gravest,
       coalesce(min(rating), 9) AS lowest_rating, count(*) - count(rating) AS unrated
FROM person_year GROUP BY unit, year;

@CREATE@ r12 AS
SELECT u.unit, u.year, u.registered, u.planned, u.met, u.late, s.number, s.advanced,
       CASE WHEN s.advanced * 10 >= 7 * s.number AND s.highest_title >= 2 AND s.gravest < 2
             AND s.lowest_rating > 0 AND (u.rating IS NULL OR u.rating = 3)
            THEN CASE WHEN u.rating IS NULL OR s.unrated > 0 THEN 1 ELSE 2 END ELSE 0 END AS v1,
       CASE WHEN s.advanced * 2 >= s.number AND s.gravest < 2 AND (u.rating IS NULL OR u.rating >= 2)
            THEN CASE WHEN u.rating IS NULL THEN 1 ELSE 2 END ELSE 0 END AS v2
FROM unit_year u LEFT JOIN staff s ON s.unit = u.unit AND s.year = u.year;

-- Of each candidate: how many are surely ahead, and how many possibly.
@CREATE@ r3 AS
WITH candidates AS (
  SELECT person, year, unit, initiative * 16 + months AS strength,
         CASE WHEN initiative >= 1 OR rating = 3 THEN 1 ELSE 0 END AS surely
  FROM person_year
  WHERE year >= 2017 AND title >= 1 AND (initiative >= 1 OR rating = 3 OR rating IS NULL)),
ranked AS (
  SELECT person, year, unit, surely, sum(surely) OVER ahead - surely AS surely_ahead,
         row_number() OVER ahead - 1 AS possibly_ahead
  FROM candidates
  WINDOW ahead AS (PARTITION BY unit, year ORDER BY strength DESC, person ROWS UNBOUNDED PRECEDING))
SELECT r.person, r.year,
       CASE WHEN r.surely = 1 AND r.possibly_ahead < s.advanced * 15 @DIV@ 100 THEN 2 ELSE 1 END AS v
FROM ranked r JOIN staff s ON s.unit = r.unit AND s.year = r.year
WHERE r.surely_ahead < s.advanced * 15 @DIV@ 100;

@CREATE@ histories AS
SELECT person, sum(CASE WHEN title >= 2 THEN 1 << (year - 2015) ELSE 0 END) AS grassroots,
       sum(CASE WHEN title >= 3 THEN 1 << (year - 2015) ELSE 0 END) AS provincial,
       sum(CASE WHEN initiative >= 2 THEN 1 << (year - 2015) ELSE 0 END) AS provincial_initiative,
       sum(CASE WHEN initiative >= 3 THEN 1 << (year - 2015) ELSE 0 END) AS national_initiative
FROM (SELECT person, CAST(year AS INTEGER) AS year, title, initiative
      FROM person_year WHERE title >= 2 OR initiative >= 2) q
GROUP BY person;

@CREATE@ r45 AS
WITH masks AS (
  SELECT person, CAST(grassroots AS BIGINT) AS grassroots, CAST(provincial AS BIGINT) * 8 AS provincial,
         CAST(provincial_initiative AS BIGINT) AS provincial_initiative,
         CAST(national_initiative AS BIGINT) * 8 AS national_initiative
  FROM histories WHERE grassroots > 0),
judged AS (
  SELECT m.person, y.year,
         (m.grassroots >> (y.year - 2017)) & 7 = 7
           AND (m.provincial_initiative >> (y.year - 2016)) & 3 > 0 AS r4,
         (m.provincial >> (y.year - 2014)) & 7 > 0 AND (m.provincial >> (y.year - 2017)) & 7 > 0
           AND (m.national_initiative >> (y.year - 2017)) & 63 > 0 AS r5
  FROM masks m CROSS JOIN years y)
SELECT person, year, CASE WHEN r4 THEN 2 ELSE 0 END AS v4, CASE WHEN r5 THEN 2 ELSE 0 END AS v5
FROM judged WHERE r4 OR r5;

-- An unknown count of targets met makes the score an interval; the id below it settles what is equal.
@CREATE@ r6 AS
WITH scores AS (
  SELECT r.unit, r.year, r.v1, u.bloc, u.grp,
         (CASE WHEN r.number > 0 THEN 3000000 * r.advanced @DIV@ r.number ELSE 0 END) - 200000 * r.late
           + coalesce(6000000 * r.met @DIV@ r.planned, 0) AS low,
         (CASE WHEN r.number > 0 THEN 3000000 * r.advanced @DIV@ r.number ELSE 0 END) - 200000 * r.late
           + coalesce(6000000 * r.met @DIV@ r.planned, 6000000) AS high
  FROM r12 r JOIN units u ON u.id = r.unit WHERE r.registered = 1 AND r.year >= 2017),
keys AS (
  SELECT unit, year, v1, bloc, grp, CAST(low AS BIGINT) * 16777216 + 16777215 - unit AS low,
         CAST(high AS BIGINT) * 16777216 + 16777215 - unit AS high
  FROM scores),
ranked AS (
  SELECT unit, year, v1, low, high, max(low) OVER (PARTITION BY bloc, grp, year) AS surely_reached,
         max(high) OVER (PARTITION BY bloc, grp, year
                         ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING EXCLUDE CURRENT ROW) AS others
  FROM keys)
SELECT unit, year,
       @LEAST@(v1, CASE WHEN surely_reached > high THEN 0 WHEN others IS NULL OR others <= low THEN 2 ELSE 1 END)
         AS v6
FROM ranked;

@CREATE@ r8 AS
SELECT unit, year, CASE WHEN on_record = 5 THEN weakest ELSE 0 END AS v8
FROM (SELECT unit, year, min(v1) OVER five AS weakest, count(*) OVER five AS on_record
      FROM r12 WINDOW five AS (PARTITION BY unit ORDER BY year ROWS BETWEEN 4 PRECEDING AND CURRENT ROW)) q
WHERE year >= 2017;

@CREATE@ r7 AS
WITH pairs AS (
  SELECT b.bloc, b.year AS later, a.year AS earlier,
         CASE WHEN a.leader IS NULL OR b.leader IS NULL THEN 1 WHEN a.leader <> b.leader THEN 2 ELSE 0 END AS v
  FROM bloc_year b JOIN bloc_year a ON a.bloc = b.bloc AND a.year < b.year AND a.year >= b.year - 4)
SELECT p.bloc, y.year, min(p.v) AS v7
FROM pairs p JOIN years y ON p.later <= y.year AND (p.earlier >= y.year - 4 OR p.later = p.earlier + 1)
GROUP BY p.bloc, y.year;
