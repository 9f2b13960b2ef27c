// SPDX-License-Identifier: Apache-2.0
// What is made of a column's distinct texts, by code.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loaders/binding.hpp"
#include "loaders/findings.hpp"
#include "loaders/raw_table.hpp"

namespace tdkt::loaders {

enum class CellState : std::uint8_t { empty, value, bad };

template <class Value>
struct ByCode {
  std::vector<CellState> states;
  std::vector<Value> values;   // meaningless where the state is not `value`

  explicit ByCode(std::size_t codes = 0) : states(codes, CellState::empty), values(codes) {}
  void set(Code code, Value value) {
    states[code] = CellState::value;
    values[code] = std::move(value);
  }
};

// A table on its way: read and bound.
struct Table {
  RawTable raw;
  TableSettings settings;
  Binding binding;
  std::uint32_t source = 0;                      // into Dataset::sources
  std::vector<int> implied_years;                // rows without a period are of each of these
  std::vector<std::vector<CellState>> states;    // by column and code: is there a text at all?
  std::vector<std::vector<bool>> bad;            // by column and code: a text that fits nothing
  std::vector<bool> plain;                       // by column: every text is of ASCII characters, none blank

  struct Count {
    std::size_t present = 0, missing = 0, bad = 0;
  };
  std::vector<Count> counts;                     // by column, of its cells

  bool some_empty(std::size_t column) const;     // is some cell without a text?
  void forget_texts();                           // of all columns: states stay
  void forget_texts(std::size_t column);
  std::string_view text(std::size_t column, Code code) const { return trimmed(raw.columns[column].texts.text(code)); }
  std::size_t codes(std::size_t column) const { return states[column].size(); }
  DataPlace place(std::size_t row, std::size_t column, std::string value = "") const {
    return {raw.path, raw.sheet, raw.headers[column], std::move(value), raw.lines.of(row)};
  }
};

// Finds the texts that are blank, not UTF-8 or hold a NUL, and reports the latter two.
void examine_texts(Table& table, Findings& findings, unsigned threads);

// What is wrong with some texts of one column: said of each with its first row and its count. Of
// very many only the first are kept word for word.
class TextFaults {
 public:
  TextFaults(Table& table, std::size_t column) : table_(table), column_(column) {}

  void add(Code code, Kind kind, std::vector<Phrase> values);
  // `complete` may add suggestions to what is newly found.
  void report(Findings& findings, const std::function<void(Finding&, Code)>& complete = {});

 private:
  struct Fault {
    Code code;
    Kind kind;
    std::vector<Phrase> values;
    std::uint32_t line = 0;
    std::uint64_t times = 0;
  };
  struct Rest {
    std::uint64_t values = 0, rows = 0;
  };

  void count_rows();

  Table& table_;
  std::size_t column_;
  std::vector<Fault> faults_;
  std::map<Kind, std::size_t> shown_;
  std::map<Kind, Rest> rest_;
  std::vector<std::pair<Code, Kind>> rest_codes_;
};

}  // namespace tdkt::loaders
