// SPDX-License-Identifier: Apache-2.0
// Bytes to codes: 0 is the empty text, 1 a cell that could not be read; each text not met before
// gets the next number.
//
// Columns repeat themselves, and each in one of three ways, which is found out as they are read:
// a cell equals the one above it or is the one that followed the one above it last time (a year; people
// listed in the same order every year); cells are whole numbers (ids), each of which leads straight to
// its code; or they are a few words, whose codes are kept at hand.
//
// A column that mentions what another column lists (the people of a year, their units) begins with the
// texts of that column, under the same codes. So they are not kept, examined and looked up once more.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
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

// The whole number that a text is, if it is written as numbers are counted: no sign, no leading zero, at
// most 8 digits. Requires: 8 bytes may be read from `text`.
std::optional<std::uint32_t> plain_number(const char* text, std::size_t size);

// Cells of one column in rows that follow one another. The i-th begins at begins[i * stride], an offset
// into `bytes`; the next offset is behind the sign that ends it.
struct CellColumn {
  const char* bytes;
  const std::uint32_t* begins;
  std::size_t stride, count;
};

class Dictionary {
 public:
  Dictionary();
  // Begins with the texts of another, which is read by several at once and must not be closed. Requires:
  // that one does not itself begin with those of another.
  explicit Dictionary(std::shared_ptr<const Dictionary> known);

  // Requires: `room_behind` bytes may be read behind the text.
  Code code_of(const char* text, std::size_t size);
  Code code_of(std::string_view text);  // without the room
  // The same for each of many cells. Requires: `count` codes fit into `codes`, room behind every cell.
  void codes_of(const CellColumn& cells, Code* codes);

  std::optional<Code> find(std::string_view text) const;
  // This one's codes for those of another that begins with the same texts; what is new to it is added.
  std::vector<Code> joined(const Dictionary& other);
  std::size_t size() const { return first_ + entries_.size(); }  // codes given
  std::size_t known() const { return first_; }  // of which so many first ones are those it began with
  bool begins_like(const Dictionary& other) const { return known_ && known_ == other.known_; }
  std::string_view text(Code code) const;               // valid until the next new text
  std::optional<std::uint32_t> number(Code code) const;  // a plain one
  void close();                                         // no text comes any more

 private:
  // Up to 15 bytes as they are, their count in the last byte; of a longer text its place, then its size
  // and a mark in the last byte.
  struct Entry {
    std::uint64_t low, high;
    friend bool operator==(const Entry&, const Entry&) = default;
  };
  struct AtHand {
    Entry entry;
    Code code;
  };
  static constexpr std::size_t within = 15;
  static constexpr std::size_t hands = 512;

  enum class Habit : std::uint8_t { following, numbers, words };

  static std::uint64_t hash_of(const Entry& entry);
  static std::uint64_t hash_of_long(const char* text, std::size_t size);
  static Entry entry(const char* text, std::size_t size);  // Requires: a short text
  static std::size_t size_of(const Entry& entry);
  static const char* bytes_of(const Entry& entry);
  std::uint64_t hash_at(Code code) const;
  const Entry& entry_at(Code code) const { return code < first_ ? known_->entries_[code] : entries_[code - first_]; }
  std::optional<Code> code_if_short(const Entry& wanted, std::uint32_t number) const;
  std::optional<Code> code_if_long(const char* text, std::size_t size) const;
  Code code_of_short(const Entry& wanted, std::size_t size);
  Code code_of_long(const char* text, std::size_t size);
  Code added(const Entry& entry);
  void put_in_slot(std::uint64_t hash, Code code);
  void grow_slots();
  void grow_numbers(std::size_t at_least);
  const char* keep(const char* text, std::size_t size);

  template <class One>
  void each(const CellColumn& cells, Code* codes, One one);
  void learn(const Code* codes, std::size_t count);

  std::shared_ptr<const Dictionary> known_;
  Code first_ = 0;                    // of the codes that are not of known_
  std::vector<Entry> entries_;
  std::vector<Code> numbers_;         // by plain number: code + 1
  std::vector<std::uint64_t> slots_;  // of other texts: upper half of the hash, then code + 1; 0 where free
  std::size_t slots_used_ = 0;
  std::size_t count_of_numbers_ = 0;
  std::vector<AtHand> at_hand_;       // by hash; made when first wanted
  std::deque<std::string> pages_;     // of longer texts
  Habit habit_ = Habit::following;
  Code last_ = 0;
};

}  // namespace tdkt::loaders
