// SPDX-License-Identifier: Apache-2.0
#include "reports/layout.hpp"

#include <algorithm>

#include "source/source.hpp"

namespace tdkt::reports {

namespace {

std::string_view code_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return {};
    case Tone::heading: return "\x1b[1m";
    case Tone::good: return "\x1b[32m";
    case Tone::bad: return "\x1b[31m";
    case Tone::open: return "\x1b[33m";
    case Tone::faint: return "\x1b[2m";
  }
  return {};
}

// A cell of a table is one line, whatever a name in the data holds.
std::string one_line(std::string_view text) {
  std::string line(text);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return line;
}

}  // namespace

std::string toned(std::string_view text, Tone tone, bool colour) {
  const auto code = code_of(tone);
  if (!colour || code.empty() || text.empty()) return std::string(text);
  return std::string(code) + std::string(text) + "\x1b[0m";
}

std::string set_in_columns(const std::vector<TableRow>& rows, std::size_t indent, bool colour) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      if (row[i].tone != Tone::heading) widths[i] = std::max(widths[i], source::columns_wide(one_line(row[i].text)));
    }
  // A heading widens a column that has cells, and does not keep one that has none.
  for (const auto& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      if (row[i].tone == Tone::heading && widths[i] > 0)
        widths[i] = std::max(widths[i], source::columns_wide(row[i].text));

  std::string text;
  for (const auto& row : rows) {
    std::string line(indent, ' ');
    std::size_t owed = 0;  // blanks are written only before something
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (widths[i] == 0) continue;
      const auto cell = one_line(row[i].text);
      if (!cell.empty()) {
        line.append(owed, ' ').append(toned(cell, row[i].tone, colour));
        owed = 0;
      }
      owed += widths[i] - source::columns_wide(cell) + 2;
    }
    text += line + '\n';
  }
  return text;
}

std::string indented(std::string_view text, std::size_t indent) {
  std::string result;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    if (!line.empty()) result.append(indent, ' ').append(line);
    result += '\n';
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return result;
}

}  // namespace tdkt::reports
