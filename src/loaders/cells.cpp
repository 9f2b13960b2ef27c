// SPDX-License-Identifier: Apache-2.0
#include "loaders/cells.hpp"

namespace tdkt::loaders {

void examine_texts(Table& table, Findings& findings) {
  const std::size_t columns = table.raw.columns.size();
  table.states.resize(columns);
  table.bad.resize(columns);
  for (std::size_t c = 0; c < columns; ++c) {
    const Dictionary& texts = table.raw.columns[c].texts;
    table.states[c].assign(texts.size(), CellState::value);
    table.bad[c].assign(texts.size(), false);
    table.states[c][flawed_cell] = CellState::bad;
    TextFaults faults(table, c);
    for (Code code = 0; code < texts.size(); ++code) {
      if (code == flawed_cell) continue;
      const std::string_view text = table.text(c, code);
      if (text.empty()) {
        table.states[c][code] = CellState::empty;
      } else if (!is_utf8(text)) {
        faults.add(code, Kind::cell_not_utf8, {printable(text)});
      } else if (text.find('\0') != text.npos) {
        faults.add(code, Kind::cell_with_nul, {printable(text)});
      }
    }
    if (!table.binding.columns[c].nothing()) faults.report(findings);
  }
}

void TextFaults::add(Code code, Kind kind, std::vector<Phrase> values) {
  faults_.emplace(code, Fault{kind, std::move(values)});
  table_.states[column_][code] = CellState::bad;
  table_.bad[column_][code] = true;
}

void TextFaults::report(Findings& findings, const std::function<void(Finding&, Code)>& complete) {
  if (faults_.empty()) return;
  std::vector<Fault*> by_code(table_.codes(column_), nullptr);
  for (auto& [code, fault] : faults_) by_code[code] = &fault;
  for_each_block(table_.raw, table_.raw.columns[column_], [&](std::size_t first, std::span<const Code> codes) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      Fault* fault = by_code[codes[i]];
      if (!fault) continue;
      if (fault->times++ == 0) fault->line = table_.raw.lines.of(first + i);
    }
  });
  for (const auto& [code, fault] : faults_) {
    DataPlace place{table_.raw.path, table_.raw.sheet, table_.raw.headers[column_],
                    printable(table_.text(column_, code)), fault.line};
    auto* finding = findings.add_value(fault.kind, std::move(place), fault.values, fault.times);
    if (finding && complete) complete(*finding, code);
  }
}

}  // namespace tdkt::loaders
