-- SPDX-License-Identifier: Apache-2.0
-- What expected-*.csv says: rule, year, number yes, number unknown, sum of ids yes, sum of ids unknown.
SELECT rule, year, sum(CASE WHEN v = 2 THEN 1 ELSE 0 END) AS yes, sum(CASE WHEN v = 1 THEN 1 ELSE 0 END) AS unknown,
       sum(CASE WHEN v = 2 THEN id ELSE 0 END) AS ids_yes, sum(CASE WHEN v = 1 THEN id ELSE 0 END) AS ids_unknown
FROM (SELECT 'R1' AS rule, year, v1 AS v, unit AS id FROM r12
      UNION ALL SELECT 'R2', year, v2, unit FROM r12
      UNION ALL SELECT 'R3', year, v, person FROM r3
      UNION ALL SELECT 'R4', year, v4, person FROM r45
      UNION ALL SELECT 'R5', year, v5, person FROM r45
      UNION ALL SELECT 'R6', year, v6, unit FROM r6
      UNION ALL SELECT 'R7', year, v7, bloc FROM r7
      UNION ALL SELECT 'R8', year, v8, unit FROM r8) all_rules
WHERE year >= 2017 GROUP BY rule, year ORDER BY rule, year
