// SPDX-License-Identifier: Apache-2.0
// Rows of cells set in columns, for a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tdkt::reports {

enum class Tone : unsigned char { plain, heading, good, bad, open, faint };

struct TableCell {
  std::string text;
  Tone tone = Tone::plain;
};
using TableRow = std::vector<TableCell>;

// With the escape codes of a terminal where `colour` says so.
std::string toned(std::string_view text, Tone tone, bool colour);

// Each column as wide as its widest cell; empty columns are left out. Every line is indented.
std::string set_in_columns(const std::vector<TableRow>& rows, std::size_t indent, bool colour);

// Every line of `text` moved to the right.
std::string indented(std::string_view text, std::size_t indent);

}  // namespace tdkt::reports
