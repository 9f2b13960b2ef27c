// SPDX-License-Identifier: Apache-2.0
// Bytes at random as a CSV file: read in one go and in parts, which must be the same.
#include <cstdlib>
#include <string>

#include "loaders/csv.hpp"

namespace {

using namespace tdkt::loaders;

std::string told(const Csv& csv) {
  std::string all;
  for (std::size_t row = 0; row < csv.table.rows; ++row) {
    all += std::to_string(csv.table.lines.of(row));
    for (std::size_t c = 0; c < csv.table.columns.size(); ++c)
      all += ' ' + std::string(csv.table.columns[c].texts.text(code_at(csv.table, c, row)));
  }
  for (const CsvFlaw& flaw : csv.flaws) all += '\n' + std::to_string(flaw.line) + ' ' + std::to_string(flaw.times);
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  bytes.resize(size + room_behind);
  const auto text = std::string_view(bytes).substr(0, size);
  const std::string alone = told(read_csv(text, {}));
  if (told(read_csv(text, {std::nullopt, 1, 3, 1})) != alone) std::abort();
  return 0;
}
