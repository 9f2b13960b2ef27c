// SPDX-License-Identifier: Apache-2.0
#include "loaders/csv.hpp"

#include <algorithm>
#include <tuple>

#include "loaders/csv_header.hpp"
#include "loaders/csv_parts.hpp"

namespace tdkt::loaders {

Csv read_csv(std::string_view bytes, const CsvOptions& options) {
  Csv csv;
  const CsvHeader header = read_header(bytes, options);
  if (header.flaw) {
    csv.flaws.push_back(*header.flaw);
    return csv;
  }
  csv.table.headers = header.names;
  csv.table.header_line = header.line;
  csv.flaws = read_parts(bytes, header, options, csv.table);
  std::sort(csv.flaws.begin(), csv.flaws.end(), [](const CsvFlaw& a, const CsvFlaw& b) {
    return std::tie(a.line, a.column, a.fault) < std::tie(b.line, b.column, b.fault);
  });
  return csv;
}

}  // namespace tdkt::loaders
