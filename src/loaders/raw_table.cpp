// SPDX-License-Identifier: Apache-2.0
#include "loaders/raw_table.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "columns/large_pages.hpp"

namespace tdkt::loaders {
namespace {

template <class Narrow>
void widen(const std::uint8_t* bytes, std::size_t rows, Code* out) {
  for (std::size_t i = 0; i < rows; ++i) {
    Narrow code;
    std::memcpy(&code, bytes + i * sizeof(Narrow), sizeof(Narrow));
    out[i] = code;
  }
}

template <class Narrow>
void narrow(std::span<const Code> codes, std::uint8_t* bytes) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto code = static_cast<Narrow>(codes[i]);
    std::memcpy(bytes + i * sizeof(Narrow), &code, sizeof(Narrow));
  }
}

// The number of bytes of the UTF-8 character at the start of `text`; 0 where there is none.
std::size_t character_at(std::string_view text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
  };
  const auto follows = [&](std::size_t i, unsigned low, unsigned high) {
    return byte(i) >= low && byte(i) <= high;
  };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return follows(1, 0x80, 0xBF) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const unsigned low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
    return follows(1, low, high) && follows(2, 0x80, 0xBF) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const unsigned low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
    return follows(1, low, high) && follows(2, 0x80, 0xBF) && follows(3, 0x80, 0xBF) ? 4 : 0;
  }
  return 0;
}

// The blank at the start of the text: U+0020, tab, line ends, U+00A0, U+2000…200B, 202F, 3000, FEFF.
std::size_t blank_at(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
  if (text.starts_with("\xC2\xA0")) return 2;
  if (text.starts_with("\xE2\x80")) {
    const auto last = text.size() > 2 ? static_cast<unsigned char>(text[2]) : 0u;
    return (last >= 0x80 && last <= 0x8B) || last == 0xAF ? 3 : 0;
  }
  return text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

std::size_t blank_before_end(std::string_view text) {
  for (const std::size_t size : {1, 2, 3})
    if (text.size() >= size && blank_at(text.substr(text.size() - size)) == size) return size;
  return 0;
}

}  // namespace

std::uint32_t Lines::of(std::size_t row) const {
  auto jump = std::upper_bound(jumps.begin(), jumps.end(), row,
                               [](std::size_t at, const Jump& j) { return at < j.row; });
  const std::uint32_t extra = jump == jumps.begin() ? 0 : std::prev(jump)->extra;
  return first + static_cast<std::uint32_t>(row) + extra;
}

void Lines::note(std::size_t row, std::uint32_t line) {
  if (row == 0) first = line;
  const std::uint32_t before = jumps.empty() ? 0 : jumps.back().extra;
  const auto extra = line - first - static_cast<std::uint32_t>(row);
  if (extra != before) jumps.push_back({static_cast<std::uint32_t>(row), extra});
}

std::span<const Code> unpacked(const Block& block, std::size_t rows, Code* out) {
  switch (block.width) {
    case 0:
      for (std::size_t i = 0; i < rows; ++i) out[i] = block.first + static_cast<Code>(i) * block.step;
      break;
    case 1: widen<std::uint8_t>(block.bytes, rows, out); break;
    case 2: widen<std::uint16_t>(block.bytes, rows, out); break;
    case 3:
      widen<std::uint16_t>(block.bytes, rows, out);
      for (std::size_t i = 0; i < rows; ++i) out[i] |= static_cast<Code>(block.bytes[2 * rows + i]) << 16;
      break;
    default: widen<Code>(block.bytes, rows, out);
  }
  return {out, rows};
}

void pack(Block& block, std::span<const Code> codes, BlockMemory& memory) {
  Code all = 0, from_same = 0, from_next = 0;
  for (const Code code : codes) all |= code;
  for (std::size_t i = 1; i < codes.size(); ++i) {
    from_same |= codes[i] ^ codes[0];
    from_next |= codes[i] ^ (codes[0] + static_cast<Code>(i));
  }
  const std::uint8_t before = block.bytes ? block.width : 0;
  block.first = codes.empty() ? 0 : codes[0];
  block.step = from_same != 0;
  if (from_same == 0 || from_next == 0) {
    block.width = 0;
    return;
  }
  block.width = all < 0x100 ? 1 : all < 0x10000 ? 2 : all < 0x1000000 ? 3 : 4;
  if (before < block.width) block.bytes = memory.take(codes.size() * block.width);
  switch (block.width) {
    case 1: narrow<std::uint8_t>(codes, block.bytes); break;
    case 2: narrow<std::uint16_t>(codes, block.bytes); break;
    case 3:
      narrow<std::uint16_t>(codes, block.bytes);
      for (std::size_t i = 0; i < codes.size(); ++i) block.bytes[2 * codes.size() + i] = static_cast<std::uint8_t>(codes[i] >> 16);
      break;
    default: narrow<Code>(codes, block.bytes);
  }
}

Code code_at(const RawTable& table, std::size_t column, std::size_t row) {
  const auto after = std::upper_bound(table.block_firsts.begin(), table.block_firsts.end(), row);
  const auto b = static_cast<std::size_t>(after - table.block_firsts.begin()) - 1;
  const Block& block = table.columns[column].blocks[b];
  const std::size_t at = row - table.block_firsts[b];
  if (block.width == 0) return block.first + static_cast<Code>(at) * block.step;
  Code code = 0;
  if (block.width == 3) {
    std::memcpy(&code, block.bytes + 2 * at, 2);
    return code | static_cast<Code>(block.bytes[2 * table.block_sizes[b] + at]) << 16;
  }
  std::memcpy(&code, block.bytes + at * block.width, block.width);
  return code;
}

namespace {

// What is taken for a column is large, and stands where the system has a large page for it.
constexpr std::size_t page_size = std::size_t{2} << 20;

std::uint8_t* new_page() {
  void* found = ::mmap(nullptr, 2 * page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (found == MAP_FAILED) throw std::bad_alloc();
  auto* begin = static_cast<std::uint8_t*>(found);
  const std::size_t before = (page_size - reinterpret_cast<std::uintptr_t>(begin) % page_size) % page_size;
  if (before != 0) ::munmap(begin, before);
  if (before != page_size) ::munmap(begin + before + page_size, page_size - before);
  return begin + before;
}

}  // namespace

BlockMemory& BlockMemory::operator=(BlockMemory&& other) noexcept {
  std::swap(pages_, other.pages_);
  std::swap(left_, other.left_);
  return *this;
}

// Small tables leave most of their columns' first pages untouched.
std::uint8_t* BlockMemory::take(std::size_t bytes) {
  if (left_ < bytes) {
    pages_.push_back(new_page());
    if (pages_.size() > 1) columns::prefer_large_pages(pages_.back(), page_size);
    left_ = page_size;
  }
  std::uint8_t* taken = pages_.back() + (page_size - left_);
  left_ -= bytes;
  return taken;
}

void BlockMemory::take_over(BlockMemory&& other) {
  pages_.insert(pages_.begin(), other.pages_.begin(), other.pages_.end());  // the last page stays the last
  if (pages_.size() == other.pages_.size()) left_ = other.left_;
  other.pages_.clear();
  other.left_ = 0;
}

void BlockMemory::clear() {
  for (std::uint8_t* page : pages_) ::munmap(page, page_size);
  pages_.clear();
  left_ = 0;
}

RowWriter::RowWriter(RawTable& table)
    : table_(table), block_(table.columns.size(), std::vector<Code>(block_rows)) {}

void RowWriter::add(std::span<const Code> codes, std::uint32_t line) {
  table_.lines.note(table_.rows, line);
  for (std::size_t c = 0; c < codes.size(); ++c) block_[c][in_block_] = codes[c];
  ++table_.rows;
  if (++in_block_ == block_rows) end_block();
}

void RowWriter::added(std::size_t rows, std::uint32_t first_line) {
  table_.lines.note(table_.rows, first_line);
  table_.rows += rows;
  in_block_ += rows;
  if (in_block_ == block_rows) end_block();
}

void RowWriter::end_block() {
  if (in_block_ == 0) return;
  for (std::size_t c = 0; c < block_.size(); ++c) {
    const std::span<const Code> codes(block_[c].data(), in_block_);
    RawColumn& column = table_.columns[c];
    Code either = 0;
    for (const Code code : codes) either |= (code >> 1) == 0;
    if (either != 0) {
      column.some_flawed |= std::find(codes.begin(), codes.end(), flawed_cell) != codes.end();
      column.some_empty |= std::find(codes.begin(), codes.end(), empty_cell) != codes.end();
    }
    pack(column.blocks.emplace_back(), codes, column.memory);
  }
  table_.block_firsts.push_back(table_.rows - in_block_);
  table_.block_sizes.push_back(static_cast<std::uint32_t>(in_block_));
  in_block_ = 0;
}

void RowWriter::finish() { end_block(); }

std::string_view rid_of_blanks(std::string_view text) {
  while (const std::size_t size = blank_at(text)) text.remove_prefix(size);
  while (const std::size_t size = blank_before_end(text)) text.remove_suffix(size);
  return text;
}

std::string printable(std::string_view text) {
  constexpr std::size_t longest = 80;
  static constexpr char hex[] = "0123456789ABCDEF";
  std::string shown;
  while (!text.empty()) {
    if (shown.size() >= longest) return shown + "…";
    const std::size_t size = character_at(text);
    const auto first = static_cast<unsigned char>(text[0]);
    if (size == 0 || first < 0x20 || first == 0x7F) {
      shown += {'\\', 'x', hex[first >> 4], hex[first & 15]};
      text.remove_prefix(1);
    } else {
      shown += text.substr(0, size);
      text.remove_prefix(size);
    }
  }
  return shown;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    if (text.size() >= 8) {  // plain ASCII, eight at a time
      std::uint64_t word;
      std::memcpy(&word, text.data(), 8);
      if ((word & 0x8080808080808080u) == 0) {
        text.remove_prefix(8);
        continue;
      }
    }
    const std::size_t size = character_at(text);
    if (size == 0) return false;
    text.remove_prefix(size);
  }
  return true;
}

}  // namespace tdkt::loaders
