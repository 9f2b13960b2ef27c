// SPDX-License-Identifier: Apache-2.0
// Comma-separated values: bytes to a table of codes (raw_table.hpp).
//
// RFC 4180 with what spreadsheets really write: `,` `;` or a tab, found from the header line; CRLF
// or LF; a byte-order mark; a first line `sep=;`; blank lines; cells missing at the end of the file's
// last line. What cannot be read is a flaw with its line, and reading goes on with the next row.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "loaders/raw_table.hpp"

namespace tdkt::loaders {

inline constexpr std::size_t most_columns = 1000;
inline constexpr std::size_t longest_cell = std::size_t{1} << 20;  // bytes
inline constexpr std::size_t most_rows = std::size_t{1} << 31;

struct CsvOptions {
  std::optional<char> delimiter;   // nullopt: found from the header line
  std::uint32_t header_row = 1;    // the line on which the header stands
  unsigned threads = 1;
  std::size_t least_part = std::size_t{4} << 20;  // bytes that are worth a thread
  std::size_t longest_table = most_rows;
  std::function<void(std::size_t, std::size_t)> done_with = {};  // bytes from … to … are not needed for now
};

// The first four concern the whole file, of which nothing is read then.
enum class CsvFault : std::uint8_t {
  empty_file, not_utf8_file, too_many_columns, too_many_rows, stray_quote, unclosed_quote, ragged_row, cell_too_long
};

// Faults that are alike in all but their line stand once.
struct CsvFlaw {
  CsvFault fault;
  std::size_t column = 0;          // index into the headers
  std::size_t cells = 0;           // how many there are: of a ragged row, or of the header
  std::uint32_t line = 0;          // the first of them
  std::uint64_t times = 1;
};

struct Csv {
  RawTable table;                  // path and stem are left to the caller
  std::vector<CsvFlaw> flaws;      // by line
};

// The same for any number of threads. Requires: `room_behind` bytes may be read behind the last.
Csv read_csv(std::string_view bytes, const CsvOptions& options);

// The same in two steps. First the headers and as many columns without rows; no columns where the file cannot be
// read. Columns may be given texts to begin with before the rows are read.
Csv read_headers(std::string_view bytes, const CsvOptions& options);
std::vector<CsvFlaw> read_rows(std::string_view bytes, const CsvOptions& options, RawTable& table);

}  // namespace tdkt::loaders
