// SPDX-License-Identifier: Apache-2.0
// What the kinds of expectations have in common. Only for expectations.cpp and the files beside it.
#pragma once

#include "engine/expectations.hpp"
#include "engine/titles.hpp"
#include "reports/words.hpp"

namespace tdkt::engine {

using diagnostics::Phrase;

// An expectation at work: what it is held against, and what was found.
struct Check {
  const typed::Program& program;
  const typed::Expectation& wanted;
  const columns::Dataset& dataset;
  const Run& run;
  bool explains = true;
  reports::CheckedExpectation checked;
  std::vector<Subject> about;

  bool is_year(values::Period period) const { return !wanted.year || period.year() == *wanted.year; }
  bool is_titled(const typed::Title& title) const { return has_title(title, wanted.title); }
  std::optional<values::Row> row_in(columns::EntityId entity) const {
    return dataset.entities[entity.index].find(wanted.entity);
  }

  void not_on_record() {
    checked.actual = {"'" + wanted.entity + "' is not on record", "'" + wanted.entity + "' không có trong số liệu"};
  }

  // Why these are what they are for the row.
  void explain(const std::vector<typed::Expr>& expressions, columns::EntityId entity, values::Period period,
               values::Row row) {
    if (explains) checked.why = verdicts::explain(program, expressions, entity, period, row, run.evaluation, dataset);
  }
};

// expected_standings.cpp
void check_standing(Check& check, verdicts::Standing standing);
void check_place(Check& check);

// expected_values.cpp
void check_value(Check& check);
void check_warning(Check& check);

// ---- words and places -------------------------------------------------------------------------

template <class Thing>
Phrase in_both(const Thing& thing) {
  return {std::string(reports::words_of(thing, grammar::Language::english)),
          std::string(reports::words_of(thing, grammar::Language::vietnamese))};
}

inline Phrase with(const Phrase& words, const std::string& more) {
  return {words.english + more, words.vietnamese + more};
}

inline evaluate::Environment environment_of(values::Period period, values::Row row) {
  evaluate::Environment environment;
  environment.period = period;
  environment.rows[0] = row;
  return environment;
}

}  // namespace tdkt::engine
