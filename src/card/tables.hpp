// SPDX-License-Identifier: Apache-2.0
// A scene as the `given` tables of a test: headers in the words of the vocabulary, as few tables and
// columns as hold it.
#pragma once

#include <string>
#include <vector>

#include "card/scene.hpp"
#include "grammar/language.hpp"
#include "typed/program.hpp"

namespace tdkt::card {

struct Table {
  std::string heading;                          // an entity, a relation, `waiver`
  std::vector<std::vector<std::string>> rows;   // the first is the header
  friend bool operator==(const Table&, const Table&) = default;
};

// Rows of `year` need not say their year.
std::vector<Table> tables_of(const typed::Program& program, const Scene& scene, grammar::Language language, int year);

// `8`, `12,5`, `hoàn thành tốt nhiệm vụ`, `có`: as a cell of such a table.
std::string cell_of(const typed::Program& program, const Scene& scene, const Value& value, const typed::Type& type,
                    grammar::Language language);

}  // namespace tdkt::card
