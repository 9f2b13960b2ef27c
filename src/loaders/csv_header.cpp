// SPDX-License-Identifier: Apache-2.0
#include "loaders/csv_header.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace tdkt::loaders {
namespace {

// A delimiter counts outside quotation marks. With equally many of each, a tab is likelier than a
// semicolon and a semicolon likelier than a comma: commas also stand within names.
char likeliest_delimiter(std::string_view line) {
  constexpr std::array candidates{'\t', ';', ','};
  std::array<std::size_t, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += !quoted && c == candidates[i];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? ',' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

// The line from `at` on that ends outside quotation marks, without its end.
std::string_view logical_line(std::string_view bytes, std::size_t at) {
  constexpr std::size_t longest = std::size_t{16} << 20;
  bool quoted = false;
  std::size_t end = at;
  for (; end < bytes.size() && end - at < longest; ++end) {
    if (bytes[end] == '"') quoted = !quoted;
    if (bytes[end] == '\n' && !quoted) break;
  }
  if (quoted) end = std::min(bytes.find('\n', at), bytes.size());
  return bytes.substr(at, end - at);
}

std::string name_of(std::string_view cell) {
  cell = trimmed(cell);
  if (cell.size() >= 2 && cell.front() == '"' && cell.back() == '"')
    return std::string(trimmed(unquoted(cell.substr(1, cell.size() - 2))));
  return std::string(cell);
}

std::vector<std::string> names_in(std::string_view line, char delimiter) {
  std::vector<std::string> names;
  bool quoted = false;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= line.size() && names.size() <= most_columns; ++i) {
    if (i < line.size() && line[i] == '"') quoted = !quoted;
    if (i < line.size() && (quoted || line[i] != delimiter)) continue;
    names.push_back(name_of(line.substr(begin, i - begin)));
    begin = i + 1;
  }
  while (names.size() > 1 && names.back().empty()) names.pop_back();
  return names;
}

std::optional<CsvFault> whole_fault(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return CsvFault::not_utf8_file;
  const std::string_view front = bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 4096));
  if (front.find('\0') != front.npos) return CsvFault::not_utf8_file;
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> closing_quote(std::string_view bytes, std::size_t open) {
  const std::size_t limit = std::min(bytes.size(), open + longest_cell + 2);
  for (std::size_t at = open + 1; at < limit; at += 2) {
    const void* found = std::memchr(bytes.data() + at, '"', limit - at);
    if (!found) return std::nullopt;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes.data());
    if (at + 1 >= bytes.size() || bytes[at + 1] != '"') return at;
  }
  return std::nullopt;
}

std::string unquoted(std::string_view text) {
  std::string single;
  single.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    single += text[i];
    if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
  }
  return single;
}

CsvHeader read_header(std::string_view bytes, const CsvOptions& options) {
  CsvHeader header;
  std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (const auto fault = whole_fault(bytes)) {
    header.flaw = {.fault = *fault};
    return header;
  }
  std::optional<char> delimiter = options.delimiter;
  std::uint32_t line = 1;
  const auto next_line = [&] {
    const std::size_t end = bytes.find('\n', at);
    at = end == bytes.npos ? bytes.size() : end + 1;
    ++line;
  };
  if (bytes.substr(at).starts_with("sep=") && bytes.size() > at + 5) {
    if (!delimiter) delimiter = bytes[at + 4];
    next_line();
  }
  while (at < bytes.size() && line < options.header_row) next_line();
  while (at < bytes.size() && trimmed(bytes.substr(at, std::min(bytes.find('\n', at), at + longest_cell) - at)).empty()) {
    next_line();
  }
  if (at >= bytes.size()) {
    header.flaw = {.fault = CsvFault::empty_file};
    return header;
  }

  const std::string_view text = logical_line(bytes, at);
  header.delimiter = delimiter.value_or(likeliest_delimiter(text));
  header.names = names_in(text, header.delimiter);
  header.line = line;
  header.next_line = line + 1 + static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  header.rows_at = std::min(bytes.size(), at + text.size() + 1);
  const auto long_name = std::find_if(header.names.begin(), header.names.end(),
                                      [](const auto& name) { return name.size() > longest_cell; });
  if (header.names.size() > most_columns) {
    header.flaw = {.fault = CsvFault::too_many_columns, .cells = header.names.size(), .line = line};
  } else if (long_name != header.names.end()) {
    header.flaw = {.fault = CsvFault::cell_too_long, .line = line};
  }
  return header;
}

}  // namespace tdkt::loaders
