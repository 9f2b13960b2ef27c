// SPDX-License-Identifier: Apache-2.0
#include "loaders/csv_rows.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "loaders/signs.hpp"

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

CsvRows::CsvRows(std::string_view bytes, CsvPart part, std::uint32_t first_line, char delimiter, const CsvOptions& options, RawTable& table)
    : bytes_(bytes.substr(0, part.end)), delimiter_(delimiter), options_(options), table_(table), at_(part.begin), line_(first_line),
      codes_(table.columns.size()), writer_(table) {}

bool CsvRows::quotes_broken() const {
  return std::any_of(flaws_.begin(), flaws_.end(), [](const auto& flaw) {
    return flaw.second.fault == CsvFault::stray_quote || flaw.second.fault == CsvFault::unclosed_quote;
  });
}

void CsvRows::read() {
  constexpr std::size_t stretch = std::size_t{4} << 20;
  std::size_t released = at_;
  while (at_ < bytes_.size()) {
    if (options_.done_with && at_ - released >= stretch) {
      options_.done_with(released, at_);
      released = at_;
    }
    if (plain_rows() != 0) continue;
    if (bytes_[at_] == '\n' || bytes_.substr(at_, 2) == "\r\n") {
      at_ += bytes_[at_] == '\n' ? 1 : 2;
      ++line_;
      continue;
    }
    if (table_.rows == options_.longest_table) {
      row_line_ = line_;
      flawed(CsvFault::too_many_rows, 0);
      break;
    }
    const std::size_t begin = at_;
    row();
    marks_ += static_cast<std::size_t>(std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(begin),
                                                  bytes_.begin() + static_cast<std::ptrdiff_t>(at_), '"'));
  }
  if (options_.done_with) options_.done_with(released, at_);
  writer_.finish();
}

// Leaves the offset of each cell from at_ in begins_, row by row; returns how many rows there are, at most
// so many as asked for. How far it looks depends on how far rows were plain last time.
std::size_t CsvRows::find_cells(std::size_t most) {
  const std::size_t size = std::min(window_, bytes_.size() - at_);
  const char* base = bytes_.data() + at_;
  begins_.resize(widest_window + 64 + 1);
  row_ends_.resize(widest_window + 64);
  begins_[0] = 0;
  const Signs signs = find_signs(base, size, delimiter_, begins_.data() + 1, row_ends_.data());
  carriage_returns_ = signs.returns;
  cells_found_ = static_cast<std::size_t>(signs.begins - begins_.data());
  const std::size_t found = std::min(most, static_cast<std::size_t>(signs.row_ends - row_ends_.data()));
  std::size_t rows = 0;
  for (std::uint32_t row_begin = 0; rows < found; row_begin = row_ends_[rows++])
    if (!is_plain(rows, row_begin, base)) break;
  const bool no_end = signs.row_ends == row_ends_.data();
  window_ = std::clamp<std::size_t>(no_end ? 2 * window_ : rows == 0 ? 0 : 2 * row_ends_[rows - 1], 512, widest_window);
  return rows;
}

// As many cells as there are columns, and something in one of them.
bool CsvRows::is_plain(std::size_t row, std::uint32_t row_begin, const char* base) const {
  const std::size_t width = codes_.size(), end = row_ends_[row];
  if ((row + 1) * width >= cells_found_ || begins_[(row + 1) * width] != end) return false;
  const std::size_t length = end - 1 - row_begin;
  return length + 1 != width && !(length == width && base[end - 2] == '\r');
}

std::size_t CsvRows::plain_rows() {
  const std::size_t width = codes_.size();
  const std::size_t rows = find_cells(std::min(writer_.room(), options_.longest_table - table_.rows));
  if (rows == 0) return 0;
  const char* base = bytes_.data() + at_;
  for (std::size_t c = 0; c + 1 < width || (c < width && !carriage_returns_); ++c)
    table_.columns[c].texts.codes_of({base, begins_.data() + c, width, rows}, writer_.room_in(c));
  if (carriage_returns_) last_column(rows);
  writer_.added(rows, line_);
  line_ += static_cast<std::uint32_t>(rows);
  at_ += begins_[rows * width];
  return rows;
}

// The carriage return before a line end is none of the cell.
void CsvRows::last_column(std::size_t rows) {
  const std::size_t width = codes_.size();
  const char* base = bytes_.data() + at_;
  std::vector<std::uint32_t> begins(2 * rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint32_t begin = begins_[row * width + width - 1], behind = begins_[(row + 1) * width];
    begins[2 * row] = begin;
    begins[2 * row + 1] = behind - (behind - begin > 1 && base[behind - 2] == '\r' ? 1 : 0);
  }
  table_.columns[width - 1].texts.codes_of({base, begins.data(), 2, rows}, writer_.room_in(width - 1));
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
