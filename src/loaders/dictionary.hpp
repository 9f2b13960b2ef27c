// SPDX-License-Identifier: Apache-2.0
// Bytes to codes: 0 is the empty text, 1 a cell that could not be read; each text not met before
// gets the next number.
//
// Columns repeat themselves. A cell often equals the one above it (a year) or is the one that
// followed the one above it last time (people listed in the same order every year), so both are
// tried before anything is hashed. Texts of up to 16 bytes are kept within their entry.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tdkt::loaders {

using Code = std::uint32_t;
inline constexpr Code empty_cell = 0;   // nothing between the delimiters
inline constexpr Code flawed_cell = 1;  // reported where it was met

// A text and the 16 bytes from its start may be read: those of a file have room behind them.
inline constexpr std::size_t room_behind = 64;

class Dictionary {
 public:
  Dictionary();

  // Requires: `room_behind` bytes may be read behind the text.
  Code code_of(const char* text, std::size_t size) {
    const Entry wanted = entry(text, size);
    if (equal(entries_[last_], wanted, text)) return last_;
    if (last_ + 1 < entries_.size() && equal(entries_[last_ + 1], wanted, text)) return ++last_;
    return last_ = found_or_added(wanted, text);
  }
  Code code_of(std::string_view text);  // without the room

  std::optional<Code> find(std::string_view text) const;
  std::size_t size() const { return entries_.size(); }  // codes given
  std::string_view text(Code code) const;               // valid until the next new text
  void close() { slots_ = {}; }                         // no text comes any more

 private:
  struct Entry {
    std::uint64_t low, high;  // the bytes themselves; of a longer text its hash and its place
    std::uint64_t size;
  };
  static constexpr std::size_t within = 16;
  static constexpr std::uint64_t flawed_size = ~std::uint64_t{0};  // of no text

  static std::uint64_t hash_of(const Entry& entry);
  static Entry entry(const char* text, std::size_t size);
  static bool equal(const Entry& kept, const Entry& wanted, const char* text);
  std::size_t slot_of(const Entry& wanted, const char* text) const;  // its own, or a free one
  Code found_or_added(const Entry& wanted, const char* text);
  void grow();
  const char* keep(const char* text, std::size_t size);

  std::vector<Entry> entries_;
  std::vector<std::uint64_t> slots_;  // upper half of the hash, then code + 1; 0 where free
  std::deque<std::string> pages_;     // of longer texts
  Code last_ = 0;
};

}  // namespace tdkt::loaders
