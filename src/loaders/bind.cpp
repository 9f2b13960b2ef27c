// SPDX-License-Identifier: Apache-2.0
// The `given` tables of a test to a dataset.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "loaders/assemble.hpp"
#include "loaders/loaders.hpp"

namespace tdkt::loaders {
namespace {

RawTable raw_table(const TextTable& text, Findings& findings) {
  RawTable raw;
  raw.path = text.path;
  raw.stem = text.heading;
  if (text.rows.empty()) return raw;
  const auto line_of = [&](std::size_t row) {
    return row < text.lines.size() ? text.lines[row] : static_cast<std::uint32_t>(row + 1);
  };
  for (const std::string& cell : text.rows[0]) raw.headers.emplace_back(trimmed(cell));
  raw.header_line = line_of(0);
  raw.columns.resize(raw.headers.size());

  RowWriter writer(raw);
  std::vector<Code> codes(raw.headers.size());
  for (std::size_t row = 1; row < text.rows.size(); ++row) {
    const auto& cells = text.rows[row];
    if (cells.size() != codes.size()) {
      const std::string count = std::to_string(cells.size());
      findings.add_value(Kind::ragged_row, {text.path, "", "", count, line_of(row)},
                         {count, std::to_string(codes.size())});
      std::fill(codes.begin(), codes.end(), flawed_cell);
    } else {
      for (std::size_t c = 0; c < cells.size(); ++c) codes[c] = raw.columns[c].texts.code_of(std::string_view(cells[c]));
    }
    writer.add(codes, line_of(row));
  }
  writer.finish();
  return raw;
}

}  // namespace

columns::Dataset bind(const columns::Schema& schema, const std::vector<TextTable>& tables, const TextOptions& options,
                      diagnostics::Diagnostics& diagnostics) {
  return loaders::bind(Vocabulary(schema), tables, options, diagnostics);
}

columns::Dataset bind(const Vocabulary& vocabulary, const std::vector<TextTable>& tables, const TextOptions& options,
                      diagnostics::Diagnostics& diagnostics) {
  Findings findings(false, options.language);
  Assembly assembly(vocabulary, findings);
  // Numbers are written as in the rest of the rule file.
  const NumberFormat numbers{options.language == grammar::Language::vietnamese ? DecimalMark::comma : DecimalMark::point,
                             false};
  for (const TextTable& table : tables) {
    auto raw = raw_table(table, findings);
    if (raw.headers.empty()) continue;
    if (Table* bound = assembly.bind(raw, {}, table.path, {options.years, numbers})) assembly.examine(*bound);
  }
  auto dataset = assembly.finish({options.years, true});
  findings.report_to(diagnostics);
  return dataset;
}

}  // namespace tdkt::loaders
