// SPDX-License-Identifier: Apache-2.0
#include "loaders/dictionary.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tdkt::loaders {
namespace {

std::uint64_t word_at(const char* bytes) {
  std::uint64_t word;
  std::memcpy(&word, bytes, 8);
  return word;
}

std::uint64_t mixed(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = (a ^ std::rotl(b, 32)) * 0x9E3779B97F4A7C15u;
  x ^= x >> 29;
  x += b * 0xBF58476D1CE4E5B9u;
  x ^= x >> 32;
  return x * 0x94D049BB133111EBu;
}

std::uint64_t low_bytes(std::size_t count) {
  return count >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * count)) - 1;
}

constexpr std::uint64_t upper_half = 0xFFFFFFFF00000000u;

// A short text with room behind it.
struct Padded {
  char bytes[24] = {};
  explicit Padded(std::string_view text) { std::memcpy(bytes, text.data(), std::min<std::size_t>(text.size(), 16)); }
};

std::uint64_t hash_of_long(const char* text, std::size_t size) {
  std::uint64_t hash = size;
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) hash = mixed(hash, word_at(text + at));
  return mixed(hash, word_at(text + size - 8));
}

}  // namespace

static_assert(std::endian::native == std::endian::little, "the bytes of a short text are its entry");

Dictionary::Dictionary() : slots_(64) {
  static constexpr char nothing[within] = {};
  found_or_added(entry(nothing, 0), nothing);
  entries_.push_back({0, 0, flawed_size});
}

std::uint64_t Dictionary::hash_of(const Entry& entry) {
  return mixed(entry.low + entry.size, entry.size > within ? 0 : entry.high);
}

Dictionary::Entry Dictionary::entry(const char* text, std::size_t size) {
  if (size <= 8) return {word_at(text) & low_bytes(size), 0, size};
  if (size <= within) return {word_at(text), word_at(text + 8) & low_bytes(size - 8), size};
  return {hash_of_long(text, size), 0, size};
}

bool Dictionary::equal(const Entry& kept, const Entry& wanted, const char* text) {
  if (kept.low != wanted.low || kept.size != wanted.size) return false;
  if (wanted.size <= within) return kept.high == wanted.high;
  return std::memcmp(std::bit_cast<const char*>(kept.high), text, wanted.size) == 0;
}

std::size_t Dictionary::slot_of(const Entry& wanted, const char* text) const {
  const std::uint64_t hash = hash_of(wanted);
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    if ((slots_[at] ^ hash) >> 32 != 0) continue;
    if (equal(entries_[static_cast<Code>(slots_[at]) - 1], wanted, text)) break;
  }
  return at;
}

Code Dictionary::found_or_added(const Entry& wanted, const char* text) {
  const std::size_t at = slot_of(wanted, text);
  if (slots_[at] != 0) return static_cast<Code>(slots_[at]) - 1;
  Entry added = wanted;
  if (wanted.size > within) added.high = std::bit_cast<std::uint64_t>(keep(text, wanted.size));
  entries_.push_back(added);
  slots_[at] = (hash_of(wanted) & upper_half) | entries_.size();
  if (2 * entries_.size() > slots_.size()) grow();
  return static_cast<Code>(entries_.size() - 1);
}

void Dictionary::grow() {
  const std::size_t mask = 2 * slots_.size() - 1;
  slots_.assign(mask + 1, 0);
  for (std::size_t code = 0; code < entries_.size(); ++code) {
    const Entry& kept = entries_[code];
    if (kept.size == flawed_size) continue;
    const std::uint64_t hash = hash_of(kept);
    std::size_t at = hash & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = (hash & upper_half) | (code + 1);
  }
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

Code Dictionary::code_of(std::string_view text) {
  if (text.size() > within) return code_of(text.data(), text.size());
  const Padded padded(text);
  return code_of(padded.bytes, text.size());
}

std::optional<Code> Dictionary::find(std::string_view text) const {
  if (slots_.empty()) return std::nullopt;
  const Padded padded(text);
  const char* bytes = text.size() > within ? text.data() : padded.bytes;
  const std::uint64_t slot = slots_[slot_of(entry(bytes, text.size()), bytes)];
  return slot == 0 ? std::nullopt : std::optional(static_cast<Code>(slot) - 1);
}

std::string_view Dictionary::text(Code code) const {
  const Entry& kept = entries_[code];
  if (kept.size == flawed_size) return {};
  if (kept.size > within) return {std::bit_cast<const char*>(kept.high), kept.size};
  return {reinterpret_cast<const char*>(&kept.low), kept.size};
}

}  // namespace tdkt::loaders
