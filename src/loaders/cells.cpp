// SPDX-License-Identifier: Apache-2.0
#include "loaders/cells.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "loaders/codes_where.hpp"

namespace tdkt::loaders {

namespace {

// Some characters, all ASCII and none blank or a sign of control.
bool is_plain(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

}  // namespace

void examine_texts(Table& table, Findings& findings, unsigned threads) {
  const std::size_t columns = table.raw.columns.size();
  table.states.resize(columns);
  table.bad.resize(columns);
  table.plain.assign(columns, true);
  for (std::size_t c = 0; c < columns; ++c) {
    const Dictionary& texts = table.raw.columns[c].texts;
    table.states[c].assign(texts.size(), CellState::value);
    table.bad[c].assign(texts.size(), false);
    table.states[c][flawed_cell] = CellState::bad;
    TextFaults faults(table, c);
    const auto is_odd = [&](Code code) { return code != flawed_cell && !is_plain(texts.text(code)); };
    for (const Code code : codes_where(texts.size(), threads, is_odd)) {
      table.plain[c] = table.plain[c] && code == empty_cell;
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

bool Table::some_empty(std::size_t column) const {
  const auto& all = states[column];
  return raw.columns[column].some_empty ||
         std::find(all.begin() + flawed_cell, all.end(), CellState::empty) != all.end();  // a blank text
}

void Table::forget_texts() {
  for (std::size_t c = 0; c < raw.columns.size(); ++c) forget_texts(c);
}

void Table::forget_texts(std::size_t column) { raw.columns[column].texts = Dictionary(); }

void TextFaults::add(Code code, Kind kind, std::vector<Phrase> values) {
  table_.states[column_][code] = CellState::bad;
  table_.bad[column_][code] = true;
  if (shown_[kind]++ < most_shown) {
    faults_.push_back({code, kind, std::move(values)});
  } else {
    rest_codes_.emplace_back(code, kind);
  }
}

void TextFaults::count_rows() {
  constexpr std::uint32_t sound = 0;
  std::vector<std::uint32_t> fault_of(table_.codes(column_), sound);  // from 1: faults, then the rest
  for (std::size_t i = 0; i < faults_.size(); ++i) fault_of[faults_[i].code] = static_cast<std::uint32_t>(i + 1);
  std::vector<Rest*> rests;
  for (auto& [kind, rest] : rest_) rests.push_back(&rest);
  for (const auto& [code, kind] : rest_codes_) {
    const auto at = static_cast<std::size_t>(std::distance(rest_.begin(), rest_.find(kind)));
    fault_of[code] = static_cast<std::uint32_t>(faults_.size() + 1 + at);
  }
  for_each_block(table_.raw, table_.raw.columns[column_], [&](std::size_t first, std::span<const Code> codes) {
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const std::uint32_t at = fault_of[codes[i]];
      if (at == sound) continue;
      if (at > faults_.size()) {
        ++rests[at - faults_.size() - 1]->rows;
      } else if (Fault& fault = faults_[at - 1]; fault.times++ == 0) {
        fault.line = table_.raw.lines.of(first + i);
      }
    }
  });
}

void TextFaults::report(Findings& findings, const std::function<void(Finding&, Code)>& complete) {
  if (faults_.empty()) return;
  for (const auto& [code, kind] : rest_codes_) ++rest_[kind].values;
  count_rows();
  DataPlace place{table_.raw.path, table_.raw.sheet, table_.raw.headers[column_], "", 0};
  for (const Fault& fault : faults_) {
    if (fault.times == 0) continue;  // only in rows that are not read
    place.value = printable(table_.text(column_, fault.code));
    place.row = fault.line;
    auto* finding = findings.add_value(fault.kind, place, fault.values, fault.times);
    if (finding && complete) complete(*finding, fault.code);
  }
  for (const auto& [kind, rest] : rest_) findings.add_more(kind, place, rest.values, rest.rows);
}

}  // namespace tdkt::loaders
