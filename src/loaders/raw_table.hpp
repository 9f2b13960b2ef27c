// SPDX-License-Identifier: Apache-2.0
// A table as it was read, before anything is known of what its columns mean.
//
// Every column is coded by a dictionary of its own: a row holds a small number, and each distinct
// text of the column stands once in `texts`. What is made of a text (a number, a date, an id) is
// worked out once for each code, however many rows there are.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loaders/dictionary.hpp"

namespace tdkt::loaders {

// Rows come in blocks, the same for all columns of a table, each in the narrowest integers. Of codes
// that are all the same or follow one another only the first is kept.
inline constexpr std::size_t block_rows = 8192;

struct Block {
  // Bytes a code; 0: they are first, first + step, … Of three bytes the lower two of all codes come first, then
  // the highest of each.
  std::uint8_t width = 0;
  std::uint8_t step = 0;
  Code first = 0;
  std::uint8_t* bytes = nullptr;    // in the column's memory

  bool constant() const { return width == 0 && step == 0; }
};

// Memory for blocks. What is let go of returns to the system at once.
class BlockMemory {
 public:
  BlockMemory() = default;
  BlockMemory(BlockMemory&& other) noexcept { *this = std::move(other); }
  BlockMemory& operator=(BlockMemory&&) noexcept;
  ~BlockMemory() { clear(); }
  std::uint8_t* take(std::size_t bytes);
  void take_over(BlockMemory&& other);
  void clear();

 private:
  std::vector<std::uint8_t*> pages_;
  std::size_t left_ = 0;            // of the last page
};

struct RawColumn {
  std::vector<Block> blocks;
  BlockMemory memory;
  Dictionary texts;                 // by code, as between the delimiters, quotes undone
  bool some_flawed = false;         // some cell could not be read
  bool some_empty = false;          // some cell has no text
};

// The line on which each row begins. Most rows follow one another line by line; `jumps` holds where
// blank lines or line breaks within a cell come between: from `row` on, `extra` more lines.
struct Lines {
  struct Jump {
    std::uint32_t row, extra;
  };
  std::uint32_t first = 2;
  std::vector<Jump> jumps;

  std::uint32_t of(std::size_t row) const;
  // Says that `row` begins on `line`. Requires: called for ascending rows.
  void note(std::size_t row, std::uint32_t line);
};

struct RawTable {
  std::string path, sheet;
  std::string stem;                 // what the table is named: the file without its ending
  std::vector<std::string> headers;
  std::vector<RawColumn> columns;
  std::uint32_t header_line = 1;
  std::size_t rows = 0;
  std::vector<std::uint32_t> block_sizes;
  std::vector<std::size_t> block_firsts;  // the row with which each begins
  Lines lines;
};

// Puts rows into the blocks of a table. Requires: finish() after the last.
class RowWriter {
 public:
  explicit RowWriter(RawTable& table);
  void add(std::span<const Code> codes, std::uint32_t line);
  void finish();

  // For many rows at once, a line each: as many as there is room for, column by column, then their count.
  std::size_t room() const { return block_rows - in_block_; }
  Code* room_in(std::size_t column) { return block_[column].data() + in_block_; }
  void added(std::size_t rows, std::uint32_t first_line);

 private:
  void end_block();

  RawTable& table_;
  std::vector<std::vector<Code>> block_;  // by column
  std::size_t in_block_ = 0;
};

// The codes of one block as 32-bit numbers. Requires: room for the block in `out`.
std::span<const Code> unpacked(const Block& block, std::size_t rows, Code* out);

// Puts codes into a block, in place of those that it has.
void pack(Block& block, std::span<const Code> codes, BlockMemory& memory);

Code code_at(const RawTable& table, std::size_t column, std::size_t row);

// Calls `use(first_row, codes)` for each block of the column.
template <class Use>
void for_each_block(const RawTable& table, const RawColumn& column, Use use) {
  std::vector<Code> buffer(block_rows);
  std::size_t first = 0;
  for (std::size_t b = 0; b < column.blocks.size(); ++b) {
    const auto codes = unpacked(column.blocks[b], table.block_sizes[b], buffer.data());
    use(first, codes);
    first += codes.size();
  }
}

std::string_view rid_of_blanks(std::string_view text);

// Without blanks at its ends.
inline std::string_view trimmed(std::string_view text) {
  const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };
  return !text.empty() && plain(text.front()) && plain(text.back()) ? text : rid_of_blanks(text);
}

// The text as a person may be shown it: cut where it is long, what is not UTF-8 written as \xNN.
std::string printable(std::string_view text);

bool is_utf8(std::string_view text);

}  // namespace tdkt::loaders
