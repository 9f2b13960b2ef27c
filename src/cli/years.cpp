// SPDX-License-Identifier: Apache-2.0
#include "cli/years.hpp"

#include <charconv>
#include <set>

namespace tdkt::cli {

namespace {

constexpr std::size_t most = 200;

std::optional<int> year_of(std::string_view text) {
  int year = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), year);
  if (error != std::errc() || end != text.data() + text.size() || text.size() != 4 || year < 1) return std::nullopt;
  return year;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<std::vector<int>> years_of(std::string_view text) {
  std::set<int> years;
  while (true) {
    const auto comma = text.find(',');
    const auto piece = trimmed(text.substr(0, comma));
    const auto dash = piece.find('-');
    const auto first = year_of(trimmed(piece.substr(0, dash)));
    const auto last = dash == std::string_view::npos ? first : year_of(trimmed(piece.substr(dash + 1)));
    if (!first || !last || *last < *first || static_cast<std::size_t>(*last - *first) >= most) return std::nullopt;
    for (int year = *first; year <= *last; ++year) years.insert(year);
    if (years.size() > most) return std::nullopt;
    if (comma == std::string_view::npos) return std::vector(years.begin(), years.end());
    text.remove_prefix(comma + 1);
  }
}

}  // namespace tdkt::cli
