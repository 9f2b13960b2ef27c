// SPDX-License-Identifier: Apache-2.0
#include "loaders/csv.hpp"

#include <algorithm>
#include <tuple>

#include "loaders/csv_header.hpp"
#include "loaders/csv_parts.hpp"

namespace tdkt::loaders {

Csv read_headers(std::string_view bytes, const CsvOptions& options) {
  Csv csv;
  const CsvHeader header = read_header(bytes, options);
  if (header.flaw) {
    csv.flaws.push_back(*header.flaw);
    return csv;
  }
  csv.table.headers = header.names;
  csv.table.header_line = header.line;
  csv.table.columns.resize(header.names.size());
  return csv;
}

std::vector<CsvFlaw> read_rows(std::string_view bytes, const CsvOptions& options, RawTable& table) {
  auto flaws = read_parts(bytes, read_header(bytes, options), options, table);
  std::sort(flaws.begin(), flaws.end(), [](const CsvFlaw& a, const CsvFlaw& b) {
    return std::tie(a.line, a.column, a.fault) < std::tie(b.line, b.column, b.fault);
  });
  return flaws;
}

Csv read_csv(std::string_view bytes, const CsvOptions& options) {
  Csv csv = read_headers(bytes, options);
  if (!csv.table.columns.empty()) csv.flaws = read_rows(bytes, options, csv.table);
  return csv;
}

}  // namespace tdkt::loaders
