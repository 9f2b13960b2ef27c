// SPDX-License-Identifier: Apache-2.0
// The first lines of a file: how it is written, and what its columns are called.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "loaders/csv.hpp"

namespace tdkt::loaders {

struct CsvHeader {
  char delimiter = ',';
  std::vector<std::string> names;
  std::uint32_t line = 1;          // where the header begins
  std::uint32_t next_line = 2;     // where the rows begin
  std::size_t rows_at = 0;         // the same as an offset
  std::optional<CsvFlaw> flaw;     // the file cannot be read
};

CsvHeader read_header(std::string_view bytes, const CsvOptions& options);

// The end of the quoted text that begins at `open`, a quotation mark: the offset of its closing
// mark; nullopt where there is none before the end or within the longest cell.
std::optional<std::size_t> closing_quote(std::string_view bytes, std::size_t open);

// What stands between quotation marks, doubled ones made single.
std::string unquoted(std::string_view text);

}  // namespace tdkt::loaders
