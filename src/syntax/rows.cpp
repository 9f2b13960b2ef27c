// SPDX-License-Identifier: Apache-2.0
#include "syntax/rows.hpp"

#include <algorithm>

namespace tdkt::syntax {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

Span trimmed(std::string_view text, Span span) {
  while (span.begin < span.end && is_blank(text[span.begin])) ++span.begin;
  while (span.end > span.begin && is_blank(text[span.end - 1])) --span.end;
  return span;
}

// `|---|:--:|`, which stands under the header in some word processors.
bool is_rule(const std::vector<Cell>& cells) {
  const auto drawn = [](const Cell& cell) {
    return cell.text.size() >= 3 && cell.text.find_first_not_of("-:") == std::string::npos;
  };
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), drawn);
}

}  // namespace

std::uint32_t blanks_before(std::string_view text, Span line) {
  auto at = line.begin;
  while (at < line.end && is_blank(text[at])) ++at;
  return at - line.begin;
}

void add_row(Rows& rows, std::string_view text, Span line, std::uint32_t indent) {
  const bool barred = text.substr(line.begin, line.end - line.begin).find('|') != std::string_view::npos;
  auto inner = line;
  if (barred) {
    inner = trimmed(text, line);
    if (text[inner.begin] == '|') ++inner.begin;
    if (inner.end > inner.begin && text[inner.end - 1] == '|') --inner.end;
  } else {
    inner.begin += std::min(indent, blanks_before(text, line));
  }
  std::vector<Cell> cells;
  for (auto begin = inner.begin;;) {
    auto end = begin;
    while (end < inner.end && text[end] != (barred ? '|' : '\t')) ++end;
    const auto span = trimmed(text, {begin, end});
    cells.push_back({std::string(text.substr(span.begin, span.end - span.begin)), span});
    if (end >= inner.end) break;
    begin = end + 1;
  }
  if (rows.rows.size() == 1 && is_rule(cells)) return;
  rows.rows.push_back(std::move(cells));
  rows.spans.push_back(trimmed(text, line));
}

}  // namespace tdkt::syntax
