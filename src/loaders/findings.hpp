// SPDX-License-Identifier: Apache-2.0
// What is wrong with the data, collected: alike findings are counted, not repeated.
//
// Findings of one kind, column and value are one finding with a number of times and the first row.
// Of each kind and column so many different values are shown; of the rest it is said how many.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "diagnostics/diagnostic.hpp"

namespace tdkt::loaders {

using diagnostics::DataPlace;
using diagnostics::Kind;
using diagnostics::Phrase;

inline constexpr std::size_t most_shown = 10;

struct Finding {
  DataPlace place;
  std::vector<Phrase> values;
  std::vector<Phrase> suggestions;
  std::uint64_t times = 1;
};

class Findings {
 public:
  explicit Findings(bool lenient, grammar::Language language = grammar::Language::english)
      : lenient_(lenient), language_(language) {}

  // What makes the table or the file wrong. Returns the new finding, to be completed, or nullptr
  // where it was only counted.
  Finding* add(Kind kind, DataPlace place, std::vector<Phrase> values, std::uint64_t times = 1);
  // What makes one value wrong: with `--lenient` a warning, the value being unknown.
  Finding* add_value(Kind kind, DataPlace place, std::vector<Phrase> values, std::uint64_t times = 1);

  // Further values like those of this place's column, not shown: how many, in how many rows.
  void add_more(Kind kind, const DataPlace& place, std::uint64_t values, std::uint64_t rows);

  bool lenient() const { return lenient_; }
  void report_to(diagnostics::Diagnostics& diagnostics) const;

 private:
  struct Group {
    bool softened = false;
    std::map<std::string, std::size_t> by_value;
    std::vector<Finding> shown;
    std::uint64_t more_values = 0, more_rows = 0;
  };
  using Key = std::tuple<std::string, std::string, std::string, Kind>;  // file, sheet, column

  Finding* put(Kind kind, DataPlace place, std::vector<Phrase> values, std::uint64_t times, bool softened);
  void report(const Group& group, Kind kind, diagnostics::Diagnostics& diagnostics) const;

  bool lenient_;
  grammar::Language language_;
  std::map<Key, Group> groups_;
};

}  // namespace tdkt::loaders
