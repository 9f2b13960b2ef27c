// SPDX-License-Identifier: Apache-2.0
#include "loaders/raw_table.hpp"

#include <algorithm>
#include <cstring>

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
    case 1: widen<std::uint8_t>(block.bytes.data(), rows, out); break;
    case 2: widen<std::uint16_t>(block.bytes.data(), rows, out); break;
    default: widen<Code>(block.bytes.data(), rows, out);
  }
  return {out, rows};
}

Block packed(std::span<const Code> codes) {
  Code most = 0;
  for (const Code code : codes) most |= code;
  Block block;
  block.width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
  block.bytes.resize(codes.size() * block.width);
  switch (block.width) {
    case 1: narrow<std::uint8_t>(codes, block.bytes.data()); break;
    case 2: narrow<std::uint16_t>(codes, block.bytes.data()); break;
    default: narrow<Code>(codes, block.bytes.data());
  }
  return block;
}

Code code_at(const RawTable& table, std::size_t column, std::size_t row) {
  const auto after = std::upper_bound(table.block_firsts.begin(), table.block_firsts.end(), row);
  const auto b = static_cast<std::size_t>(after - table.block_firsts.begin()) - 1;
  const Block& block = table.columns[column].blocks[b];
  const std::uint8_t* bytes = block.bytes.data() + (row - table.block_firsts[b]) * block.width;
  Code code = 0;
  std::memcpy(&code, bytes, block.width);
  return code;
}

RowWriter::RowWriter(RawTable& table)
    : table_(table), block_(table.columns.size(), std::vector<Code>(block_rows)) {}

void RowWriter::add(std::span<const Code> codes, std::uint32_t line) {
  table_.lines.note(table_.rows, line);
  for (std::size_t c = 0; c < codes.size(); ++c) block_[c][in_block_] = codes[c];
  ++table_.rows;
  if (++in_block_ == block_rows) end_block();
}

void RowWriter::end_block() {
  if (in_block_ == 0) return;
  for (std::size_t c = 0; c < block_.size(); ++c) {
    const std::span<const Code> codes(block_[c].data(), in_block_);
    RawColumn& column = table_.columns[c];
    column.some_flawed |= std::find(codes.begin(), codes.end(), flawed_cell) != codes.end();
    column.blocks.push_back(packed(codes));
  }
  table_.block_firsts.push_back(table_.rows - in_block_);
  table_.block_sizes.push_back(static_cast<std::uint32_t>(in_block_));
  in_block_ = 0;
}

void RowWriter::finish() { end_block(); }

std::string_view trimmed(std::string_view text) {
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
