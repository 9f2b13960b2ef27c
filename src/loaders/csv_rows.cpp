// SPDX-License-Identifier: Apache-2.0
#include "loaders/csv_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace tdkt::loaders {
namespace {

// The offset of the next delimiter, line end or quotation mark, or the end of the bytes.
#if defined(__SSE2__)
std::size_t next_sign(std::string_view bytes, std::size_t at, char delimiter) {
  const __m128i delimiters = _mm_set1_epi8(delimiter), ends = _mm_set1_epi8('\n'),
                quotes = _mm_set1_epi8('"');
  for (; at < bytes.size(); at += 16) {
    const __m128i here = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + at));
    const __m128i signs =
        _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(here, delimiters), _mm_cmpeq_epi8(here, ends)),
                     _mm_cmpeq_epi8(here, quotes));
    const auto found = static_cast<unsigned>(_mm_movemask_epi8(signs));
    if (found) return std::min(bytes.size(), at + static_cast<std::size_t>(std::countr_zero(found)));
  }
  return bytes.size();
}
#else
std::size_t next_sign(std::string_view bytes, std::size_t at, char delimiter) {
  while (at < bytes.size() && bytes[at] != delimiter && bytes[at] != '\n' && bytes[at] != '"') ++at;
  return at;
}
#endif

}  // namespace

CsvRows::CsvRows(std::string_view bytes, CsvPart part, std::uint32_t first_line, char delimiter, std::size_t longest_table, RawTable& table)
    : bytes_(bytes.substr(0, part.end)), delimiter_(delimiter), longest_table_(longest_table), table_(table), at_(part.begin), line_(first_line),
      codes_(table.columns.size()), writer_(table) {}

bool CsvRows::quotes_broken() const {
  return std::any_of(flaws_.begin(), flaws_.end(), [](const auto& flaw) {
    return flaw.second.fault == CsvFault::stray_quote || flaw.second.fault == CsvFault::unclosed_quote;
  });
}

void CsvRows::read() {
  while (at_ < bytes_.size()) {
    if (bytes_[at_] == '\n' || bytes_.substr(at_, 2) == "\r\n") {
      at_ += bytes_[at_] == '\n' ? 1 : 2;
      ++line_;
      continue;
    }
    if (table_.rows == longest_table_) {
      row_line_ = line_;
      flawed(CsvFault::too_many_rows, 0);
      break;
    }
    row();
  }
  writer_.finish();
}

void CsvRows::row() {
  const std::size_t begin = at_, width = codes_.size();
  row_line_ = line_;
  lost_ = false;
  bool blank_beyond = true;
  std::size_t cells = 0;
  for (;; ++at_) {
    if (cells < width) {
      codes_[cells] = cell(cells);
    } else {
      const std::size_t from = at_;
      cell(width);
      blank_beyond &= trimmed(bytes_.substr(from, at_ - from)).empty();
    }
    if (lost_) return give_up_row(begin);
    ++cells;
    if (at_ >= bytes_.size() || bytes_[at_] == '\n') break;
  }
  at_ = std::min(bytes_.size(), at_ + 1);
  ++line_;
  if (cells < width || !blank_beyond) {
    flawed(CsvFault::ragged_row, 0, cells);
    std::fill(codes_.begin(), codes_.end(), flawed_cell);
  }
  keep_row(row_line_);
}

// Goes on with the line after the one on which the row began: the mark may have been meant as inches.
void CsvRows::give_up_row(std::size_t begin) {
  const std::size_t end = bytes_.find('\n', begin);
  at_ = end == bytes_.npos ? bytes_.size() : end + 1;
  line_ = row_line_ + 1;
  std::fill(codes_.begin(), codes_.end(), flawed_cell);
  keep_row(row_line_);
}

Code CsvRows::cell(std::size_t column) {
  return at_ < bytes_.size() && bytes_[at_] == '"' ? quoted_cell(column) : plain_cell(column);
}

Code CsvRows::plain_cell(std::size_t column) {
  const std::size_t begin = at_;
  bool stray = false;
  at_ = next_sign(bytes_, at_, delimiter_);
  while (at_ < bytes_.size() && bytes_[at_] == '"') {
    stray = true;
    at_ = next_sign(bytes_, at_ + 1, delimiter_);
  }
  std::size_t end = at_;
  if (end > begin && bytes_[end - 1] == '\r' && (end == bytes_.size() || bytes_[end] == '\n')) --end;
  if (stray) return flawed(CsvFault::stray_quote, column);
  return coded(column, bytes_.substr(begin, end - begin));
}

Code CsvRows::quoted_cell(std::size_t column) {
  const std::size_t begin = at_ + 1;
  const auto close = closing_quote(bytes_, at_);
  if (!close) {
    lost_ = true;
    return flawed(CsvFault::unclosed_quote, column);
  }
  const std::string_view inside = bytes_.substr(begin, *close - begin);
  at_ = next_sign(bytes_, *close + 1, delimiter_);
  const std::string_view behind = bytes_.substr(*close + 1, at_ - *close - 1);
  line_ += static_cast<std::uint32_t>(std::count(inside.begin(), inside.end(), '\n'));
  if ((at_ < bytes_.size() && bytes_[at_] == '"') || !trimmed(behind).empty()) {
    while (at_ < bytes_.size() && bytes_[at_] == '"') at_ = next_sign(bytes_, at_ + 1, delimiter_);
    return flawed(CsvFault::stray_quote, column);
  }
  if (inside.find('"') == inside.npos) return coded(column, inside);
  scratch_ = unquoted(inside);
  if (column >= codes_.size()) return empty_cell;
  return table_.columns[column].texts.code_of(scratch_);
}

Code CsvRows::coded(std::size_t column, std::string_view text) {
  if (column >= codes_.size()) return empty_cell;  // beyond the header: the row is ragged
  if (text.size() > longest_cell) return flawed(CsvFault::cell_too_long, column);
  return table_.columns[column].texts.code_of(text.data(), text.size());
}

Code CsvRows::flawed(CsvFault fault, std::size_t column, std::size_t cells) {
  if (fault == CsvFault::unclosed_quote) column = std::min(column, codes_.size() - 1);
  if (column >= codes_.size()) return flawed_cell;
  const auto [at, fresh] = flaws_.try_emplace({fault, column, cells});
  if (fresh) {
    at->second = {fault, column, cells, row_line_, 1};
  } else {
    ++at->second.times;
  }
  return flawed_cell;
}

// A row of empty cells alone, as spreadsheets leave them below a table, is no row.
void CsvRows::keep_row(std::uint32_t line) {
  if (std::all_of(codes_.begin(), codes_.end(), [](Code code) { return code == empty_cell; })) return;
  writer_.add(codes_, line);
}

std::vector<CsvFlaw> CsvRows::flaws() const {
  std::vector<CsvFlaw> all;
  for (const auto& [key, flaw] : flaws_) all.push_back(flaw);
  return all;
}

}  // namespace tdkt::loaders
