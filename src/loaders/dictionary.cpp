// SPDX-License-Identifier: Apache-2.0
#include "loaders/dictionary.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "columns/large_pages.hpp"
#include "loaders/short_texts.hpp"

namespace tdkt::loaders {
namespace {

static_assert(std::endian::native == std::endian::little, "the bytes of a short text are its entry");

constexpr std::uint64_t long_mark = std::uint64_t{0xFF} << 56, flawed_mark = std::uint64_t{0xFE} << 56,
                        no_mark = std::uint64_t{0xFD} << 56;  // of no text
constexpr std::uint64_t upper_half = 0xFFFFFFFF00000000u;

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ std::rotl(b, 32)) * 0x9E3779B97F4A7C15u;
  x ^= x >> 29;
  x += b * 0xBF58476D1CE4E5B9u;
  x ^= x >> 32;
  return x * 0x94D049BB133111EBu;
}

// A short text with room behind it.
struct Padded {
  char bytes[24] = {};
  explicit Padded(std::string_view text) { std::memcpy(bytes, text.data(), std::min<std::size_t>(text.size(), 16)); }
};

}  // namespace

std::optional<std::uint32_t> plain_number(const char* text, std::size_t size) {
  const std::uint32_t number = number_or_none(word_at(text), size);
  return number == no_number ? std::nullopt : std::optional(number);
}

Dictionary::Dictionary() : slots_(64) {
  static constexpr char nothing[16] = {};
  code_of(nothing, 0);
  entries_.push_back({0, flawed_mark});
}

Dictionary::Dictionary(std::shared_ptr<const Dictionary> known)
    : known_(std::move(known)), first_(static_cast<Code>(known_->size())), slots_(64) {}

std::uint64_t Dictionary::hash_of(const Entry& entry) { return mixed(entry.low, entry.high); }

std::uint64_t Dictionary::hash_of_long(const char* text, std::size_t size) {
  std::uint64_t hash = size;
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) hash = mixed(hash, word_at(text + at));
  return mixed(hash, word_at(text + size - 8));
}

Dictionary::Entry Dictionary::entry(const char* text, std::size_t size) {
  return {word_at(text) & masks.low[size], (word_at(text + 8) & masks.high[size]) | masks.size[size]};
}

std::size_t Dictionary::size_of(const Entry& entry) {
  return (entry.high & long_mark) == long_mark ? static_cast<std::size_t>(entry.high & ~long_mark)
                                               : static_cast<std::size_t>(entry.high >> 56);
}

const char* Dictionary::bytes_of(const Entry& entry) {
  return (entry.high & long_mark) == long_mark ? std::bit_cast<const char*>(entry.low)
                                               : reinterpret_cast<const char*>(&entry.low);
}

std::uint64_t Dictionary::hash_at(Code code) const {
  const Entry& kept = entry_at(code);
  return (kept.high & long_mark) == long_mark ? hash_of_long(bytes_of(kept), size_of(kept)) : hash_of(kept);
}

Code Dictionary::added(const Entry& entry) {
  if (entries_.size() == entries_.capacity()) columns::reserve_large(entries_, std::max<std::size_t>(16, 2 * entries_.size()));
  entries_.push_back(entry);
  return static_cast<Code>(size() - 1);
}

void Dictionary::put_in_slot(std::uint64_t hash, Code code) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at] != 0) at = (at + 1) & mask;
  slots_[at] = (hash & upper_half) | (code + 1);
}

void Dictionary::grow_slots() {
  if (2 * ++slots_used_ <= slots_.size()) return;
  std::vector<std::uint64_t> before(2 * slots_.size());
  slots_.swap(before);
  for (const std::uint64_t slot : before)
    if (slot != 0) put_in_slot(hash_at(static_cast<Code>(slot) - 1), static_cast<Code>(slot) - 1);
}

// Numbers that were met before the table went so far have a slot, too, where nobody looks any more.
void Dictionary::grow_numbers(std::size_t at_least) {
  const std::size_t before = numbers_.size();
  const std::size_t wanted = std::max<std::size_t>(1024, std::bit_ceil(at_least));
  columns::reserve_large(numbers_, wanted);
  numbers_.resize(wanted);
  for (Code code = first_; code < size(); ++code) {
    const Entry& kept = entry_at(code);
    const std::uint32_t number = number_or_none(kept.low, static_cast<std::size_t>(kept.high >> 56));
    if (number >= before && number < numbers_.size()) numbers_[number] = code + 1;
  }
}

// The table of numbers goes as far as there are texts to fill an eighth of it.
Code Dictionary::code_of_short(const Entry& wanted, std::size_t size) {
  const std::uint32_t number = number_or_none(wanted.low, size);
  if (known_)
    if (const auto code = known_->code_if_short(wanted, number)) return *code;
  if (number != no_number) {
    if (number >= numbers_.size() && number < 8 * entries_.size() + 1024) grow_numbers(number + 1);
    if (number < numbers_.size()) {
      if (numbers_[number] == 0) {
        numbers_[number] = added(wanted) + 1;
        ++count_of_numbers_;
      }
      return numbers_[number] - 1;
    }
  }
  if (const auto code = code_if_short(wanted, no_number)) return *code;
  const Code code = added(wanted);
  put_in_slot(hash_of(wanted), code);
  grow_slots();
  return code;
}

Code Dictionary::code_of_long(const char* text, std::size_t size) {
  if (known_)
    if (const auto code = known_->code_if_long(text, size)) return *code;
  if (const auto code = code_if_long(text, size)) return *code;
  const Code code = added({std::bit_cast<std::uint64_t>(keep(text, size)), long_mark | size});
  put_in_slot(hash_of_long(text, size), code);
  grow_slots();
  return code;
}

// Of a text that is `number`, if it is one. The texts that this one began with are not looked at.
std::optional<Code> Dictionary::code_if_short(const Entry& wanted, std::uint32_t number) const {
  if (number < numbers_.size()) return numbers_[number] == 0 ? std::nullopt : std::optional(numbers_[number] - 1);
  if (slots_.empty()) return std::nullopt;
  const std::uint64_t hash = hash_of(wanted);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    const Code code = static_cast<Code>(slots_[at]) - 1;
    if ((slots_[at] ^ hash) >> 32 == 0 && entry_at(code) == wanted) return code;
  }
  return std::nullopt;
}

std::optional<Code> Dictionary::code_if_long(const char* text, std::size_t size) const {
  if (slots_.empty()) return std::nullopt;
  const std::uint64_t hash = hash_of_long(text, size);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
    if ((slots_[at] ^ hash) >> 32 != 0) continue;
    const Code code = static_cast<Code>(slots_[at]) - 1;
    const Entry& kept = entry_at(code);
    if (kept.high == (long_mark | size) && std::memcmp(bytes_of(kept), text, size) == 0) return code;
  }
  return std::nullopt;
}

const char* Dictionary::keep(const char* text, std::size_t size) {
  constexpr std::size_t page = 1 << 18;
  if (pages_.empty() || pages_.back().capacity() - pages_.back().size() < size) {
    pages_.emplace_back();
    pages_.back().reserve(size > page ? size : page);
  }
  std::string& last = pages_.back();
  const std::size_t at = last.size();
  last.append(text, size);
  return last.data() + at;
}

Code Dictionary::code_of(const char* text, std::size_t size) {
  if (size > within) return code_of_long(text, size);
  return code_of_short(entry(text, size), size);
}

Code Dictionary::code_of(std::string_view text) {
  if (text.size() > within) return code_of_long(text.data(), text.size());
  const Padded padded(text);
  return code_of(padded.bytes, text.size());
}

template <class One>
void Dictionary::each(const CellColumn& cells, Code* codes, One one) {
  const std::uint32_t* begin = cells.begins;
  for (std::size_t i = 0; i < cells.count; ++i, begin += cells.stride)
    codes[i] = one(cells.bytes + begin[0], begin[1] - begin[0] - 1);
}

void Dictionary::codes_of(const CellColumn& cells, Code* codes) {
  const std::vector<Entry>& entries = known_ ? known_->entries_ : entries_;
  const std::vector<Code>& numbers = known_ ? known_->numbers_ : numbers_;
  switch (habit_) {
    case Habit::following:
      each(cells, codes, [&, last = last_, all = entries.data(), count = entries.size()](const char* text,
                                                                                         std::size_t size) mutable {
        const Entry wanted = size > within ? Entry{0, no_mark} : entry(text, size);
        if (last + 1 < count && all[last + 1] == wanted) return ++last;
        if (last < count && all[last] == wanted) return last;
        last = code_of(text, size);
        all = entries.data();
        count = entries.size();
        return last;
      });
      break;
    case Habit::numbers:
      each(cells, codes, [&](const char* text, std::size_t size) {
        const std::uint32_t number = number_or_none(word_at(text), size);
        if (number < numbers.size() && numbers[number] != 0) return numbers[number] - 1;
        return code_of(text, size);
      });
      break;
    case Habit::words:
      at_hand_.resize(hands, {{0, no_mark}, flawed_cell});
      each(cells, codes, [&, hand_of = at_hand_.data()](const char* text, std::size_t size) {
        if (size > within) return code_of_long(text, size);
        const Entry wanted = entry(text, size);
        const std::uint64_t spread = (wanted.low ^ std::rotl(wanted.high, 29)) * 0xBF58476D1CE4E5B9u;
        AtHand& hand = hand_of[spread >> 55];
        if (!(hand.entry == wanted)) hand = {wanted, code_of_short(wanted, size)};
        return hand.code;
      });
      break;
  }
  learn(codes, cells.count);
}

void Dictionary::learn(const Code* codes, std::size_t count) {
  if (count == 0) return;
  last_ = codes[count - 1];
  count = std::min<std::size_t>(count, 64);  // tell enough of the rest
  std::size_t following = 0;
  for (std::size_t i = 1; i < count; ++i) following += codes[i] - codes[i - 1] <= 1;
  habit_ = 8 * following >= 7 * (count - 1)          ? Habit::following
           : 2 * (count_of_numbers_ + (known_ ? known_->count_of_numbers_ : 0)) > size() ? Habit::numbers
                                                     : Habit::words;
}

std::vector<Code> Dictionary::joined(const Dictionary& other) {
  std::vector<Code> codes(other.size());
  for (Code code = 0; code < other.size(); ++code) {
    const Entry& more = other.entry_at(code);
    const bool is_long = (more.high & long_mark) == long_mark;
    codes[code] = code < first_ || code <= flawed_cell ? code
                  : is_long                            ? code_of_long(bytes_of(more), size_of(more))
                                                       : code_of_short(more, size_of(more));
  }
  return codes;
}

std::optional<Code> Dictionary::find(std::string_view text) const {
  if (known_)
    if (const auto code = known_->find(text)) return code;
  if (text.size() > within) return code_if_long(text.data(), text.size());
  const Padded padded(text);
  const Entry wanted = entry(padded.bytes, text.size());
  return code_if_short(wanted, number_or_none(wanted.low, text.size()));
}

std::string_view Dictionary::text(Code code) const {
  const Entry& kept = entry_at(code);
  if (kept.high == flawed_mark) return {};
  return {bytes_of(kept), size_of(kept)};
}

std::optional<std::uint32_t> Dictionary::number(Code code) const {
  const Entry& kept = entry_at(code);
  const std::uint32_t number = number_or_none(kept.low, static_cast<std::size_t>(kept.high >> 56));
  return number == no_number ? std::nullopt : std::optional(number);
}

void Dictionary::close() {
  slots_ = {};
  numbers_ = {};
  at_hand_ = {};
}

}  // namespace tdkt::loaders
