// SPDX-License-Identifier: Apache-2.0
// The columns that flow through the graph, one value for each row of a node's domain.
//
// A column of a single row stands for all rows: what no row changes is worked out once. Columns of
// the dataset are read where they lie.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "columns/bits.hpp"
#include "columns/dataset.hpp"
#include "columns/unfilled.hpp"
#include "graph/node.hpp"
#include "values/interval.hpp"

namespace tdkt::evaluate {

using columns::Bits;
using columns::Truths;
using columns::Vector;
using columns::Word;
using values::Date;
using values::Decimal;
using values::int128;
using values::Interval;
using values::Row;
using values::Truth;

inline constexpr Row no_row = values::no_row;
inline constexpr Row unknown_row = values::no_row - 1;
inline constexpr std::uint32_t unknown_text = 0xFFFFFFFF;

// As they were read, or worked out: bounds in units of 10^-places in 64 bits where they fit, else in units
// of 10^-12 in 128 bits. An empty high: every number is known, and low is it.
struct NumberColumn {
  std::size_t rows = 0;

  std::shared_ptr<const columns::Numbers> stored;  // nullptr: worked out
  std::shared_ptr<const Bits> present;             // of stored
  Interval missing;                                // what is known of those that are not present

  struct Narrow {
    int places = 0;
    Vector<std::int64_t> low, high;
  };
  std::optional<Narrow> narrow;
  Vector<int128> low, high;                        // where not narrow
  Bits no_low, no_high;                            // without a bound; empty: all have one
};

struct CodeColumn {
  std::size_t rows = 0;
  const std::uint8_t* codes = nullptr;
  std::vector<std::uint8_t> own;                   // where they do not lie in the dataset
  std::uint8_t missing = graph::unknown_code;      // what a missing code stands for

  std::uint8_t operator[](std::size_t row) const {
    const auto code = codes[rows == 1 ? 0 : row];
    return code == columns::missing_code ? missing : code;
  }
};

struct RowColumn {
  std::size_t rows = 0;
  const Row* at = nullptr;                         // nullptr: each row is itself
  std::vector<Row> own;

  Row operator[](std::size_t row) const { return at ? at[rows == 1 ? 0 : row] : static_cast<Row>(row); }
};

struct DateColumn {
  std::vector<Date> dates;
  Bits known;
  std::size_t rows() const { return dates.size(); }
};

struct TextColumn {
  std::vector<std::uint32_t> texts;                // into the dictionary of the run
  std::size_t rows() const { return texts.size(); }
};

// From each row of a domain to the members of a set: those of row r are
// targets[offsets[r]] … targets[offsets[r + 1] - 1], ascending.
struct EdgeColumn {
  std::size_t sources = 0;
  const std::uint32_t* offsets = nullptr;
  const Row* targets = nullptr;
  std::vector<std::uint32_t> own_offsets;
  std::vector<Row> own_targets;
  Bits maybe;                                      // edges that may not be; empty: none
  Bits open;                                       // sources that may have further members; empty: none

  std::size_t size() const { return offsets[sources]; }
  bool is_open(std::size_t source) const { return open.rows != 0 && open[source]; }
};

using Column = std::variant<Truths, NumberColumn, CodeColumn, RowColumn, DateColumn, TextColumn, EdgeColumn>;
using ColumnPtr = std::shared_ptr<const Column>;

// ---- truths, 64 rows at a time ------------------------------------------------------------------

struct TruthWords {
  Word yes, no;
};

struct TruthView {
  const Word* yes;
  const Word* no;
  bool single;

  explicit TruthView(const Truths& truths)
      : yes(truths.yes.words.data()), no(truths.no.words.data()), single(truths.yes.rows == 1) {}
  TruthWords operator[](std::size_t word) const {
    if (single) return {yes[0] & 1 ? ~Word{0} : 0, no[0] & 1 ? ~Word{0} : 0};
    return {yes[word], no[word]};
  }
  Truth row(std::size_t row) const {
    const auto at = single ? 0 : row;
    if (yes[at / 64] >> (at % 64) & 1) return Truth::yes;
    return no[at / 64] >> (at % 64) & 1 ? Truth::no : Truth::unknown;
  }
};

// Those of the word's 64 rows that there are.
inline Word rows_in_word(std::size_t rows, std::size_t word) {
  const auto rest = rows - word * 64;
  return rest >= 64 ? ~Word{0} : (Word{1} << rest) - 1;
}

inline void put(Truths& truths, std::size_t word, TruthWords words) {
  const auto rows = rows_in_word(truths.yes.rows, word);
  truths.yes.words[word] = words.yes & rows;
  truths.no.words[word] = words.no & rows;
}

}  // namespace tdkt::evaluate
