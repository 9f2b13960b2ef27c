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
  CsvRows(std::string_view bytes, CsvPart part, std::uint32_t first_line, char delimiter, const CsvOptions& options, RawTable& table);
  void read();
  std::vector<CsvFlaw> flaws() const;
  std::uint32_t next_line() const { return line_; }
  // Some quotation mark is not where it belongs, so that where rows begin is a guess.
  bool quotes_broken() const;
  std::size_t quotation_marks() const { return marks_; }  // in all the bytes of the part

 private:
  // Reads as many rows as follow one another without anything unusual: each on a line of its own, with
  // as many cells as there are columns, none in quotation marks.
  std::size_t plain_rows();
  std::size_t find_cells(std::size_t most);
  bool is_plain(std::size_t row, std::uint32_t row_begin, const char* base) const;
  void last_column(std::size_t rows);
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
  const CsvOptions& options_;
  RawTable& table_;
  std::size_t at_;
  std::uint32_t line_;              // on which at_ stands
  std::uint32_t row_line_ = 0;      // on which the row begins
  std::size_t marks_ = 0;
  static constexpr std::size_t widest_window = std::size_t{1} << 14;  // stays in the nearest cache
  std::size_t window_ = widest_window;
  std::vector<std::uint32_t> begins_, row_ends_;  // behind the signs that end cells, and rows, from at_ on
  std::size_t cells_found_ = 0;     // and one more
  bool carriage_returns_ = false;   // in those rows
  bool lost_ = false;               // a quotation mark of the row is never closed
  std::vector<Code> codes_;         // of the row
  RowWriter writer_;
  std::string scratch_;
  std::map<std::tuple<CsvFault, std::size_t, std::size_t>, CsvFlaw> flaws_;
};

}  // namespace tdkt::loaders
