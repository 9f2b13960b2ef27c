// SPDX-License-Identifier: Apache-2.0
// The rows of a part of a file: cells found by their delimiters, coded, and put into blocks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "loaders/csv_header.hpp"

namespace tdkt::loaders {

// Bytes of a file that begin and end with whole rows.
struct CsvPart {
  std::size_t begin, end;
};

class CsvRows {
 public:
  // `first_line`: on which the part begins. Lines of flaws and rows count from there.
  CsvRows(std::string_view bytes, CsvPart part, std::uint32_t first_line, char delimiter, std::size_t longest_table, RawTable& table);
  void read();
  std::vector<CsvFlaw> flaws() const;
  std::uint32_t next_line() const { return line_; }
  // Some quotation mark is not where it belongs, so that where rows begin is a guess.
  bool quotes_broken() const;

 private:
  void row();
  // Codes the cell that begins at at_, moves at_ to what ends it.
  Code cell(std::size_t column);
  Code plain_cell(std::size_t column);
  Code quoted_cell(std::size_t column);
  Code coded(std::size_t column, std::string_view text);
  Code flawed(CsvFault fault, std::size_t column, std::size_t cells = 0);
  void keep_row(std::uint32_t line);
  void give_up_row(std::size_t begin);

  std::string_view bytes_;         // up to the end of the part
  char delimiter_;
  std::size_t longest_table_;
  RawTable& table_;
  std::size_t at_;
  std::uint32_t line_;              // on which at_ stands
  std::uint32_t row_line_ = 0;      // on which the row begins
  bool lost_ = false;               // a quotation mark of the row is never closed
  std::vector<Code> codes_;         // of the row
  RowWriter writer_;
  std::string scratch_;
  std::map<std::tuple<CsvFault, std::size_t, std::size_t>, CsvFlaw> flaws_;
};

}  // namespace tdkt::loaders
