// SPDX-License-Identifier: Apache-2.0
#include "grammar/nearest.hpp"

#include <algorithm>

#include "grammar/characters.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

using Codes = std::u32string;

Codes as_codes(std::string_view text) {
  Codes codes;
  codes.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = character_at(text, at);
    codes += code == no_character ? char32_t{0xFFFD} : code;
    at += size;
  }
  return codes;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

constexpr std::size_t word_size = 64;

// Where each letter of a pattern of at most 64 stands: a bit for each place.
class Places {
 public:
  template <class Text>
  explicit Places(const Text& pattern) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      auto& slot = slots_[slot_of(static_cast<char32_t>(pattern[i]))];
      slot.code = static_cast<char32_t>(pattern[i]);
      slot.places |= std::uint64_t{1} << i;
    }
  }
  std::uint64_t operator[](char32_t code) const { return slots_[slot_of(code)].places; }

 private:
  struct Slot {
    char32_t code = 0;
    std::uint64_t places = 0;     // 0: the slot is free
  };
  std::size_t slot_of(char32_t code) const {
    auto at = code % slots_.size();
    while (slots_[at].places != 0 && slots_[at].code != code) at = (at + 1) % slots_.size();
    return at;
  }
  std::array<Slot, 2 * word_size> slots_;
};

// A column of the table of prefixes in two words: where a cell is one more, and where it is one less,
// than the cell above it. Names as in Hyyrö's paper. Requires: 1 to 64 letters on the left.
template <class Text>
std::size_t edits_in_words(const Text& left, const Text& right, std::size_t most) {
  const Places places(left);
  const auto last = std::uint64_t{1} << (left.size() - 1);
  std::uint64_t vp = ~std::uint64_t{0}, vn = 0, d0 = 0, before = 0;
  auto edits = left.size();
  for (std::size_t j = 0; j < right.size(); ++j) {
    const auto here = places[static_cast<char32_t>(right[j])];
    const auto swapped = ((~d0 & here) << 1) & before;
    d0 = (((here & vp) + vp) ^ vp) | here | vn | swapped;
    auto hp = vn | ~(d0 | vp);
    auto hn = d0 & vp;
    if (hp & last) ++edits;
    if (hn & last) --edits;
    if (edits > most + (right.size() - 1 - j)) return most + 1;
    hp = (hp << 1) | 1;
    hn <<= 1;
    vp = hn | ~(d0 | hp);
    vn = hp & d0;
    before = here;
  }
  return std::min(edits, most + 1);
}

// Three rows of the table: two rows up, one row up, and the row being filled.
template <class Text>
std::size_t edits_in_rows(const Text& left, const Text& right, std::size_t most) {
  std::vector<std::size_t> before(right.size() + 1), above(right.size() + 1), row(right.size() + 1);
  for (std::size_t j = 0; j <= right.size(); ++j) above[j] = j;
  std::size_t least_above = 0;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = left[i - 1] == right[j - 1];
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
      least = std::min(least, row[j]);
    }
    if (least > most && least_above > most) return most + 1;
    least_above = least;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[right.size()], most + 1);
}

template <class Text>
std::size_t edits_between(const Text& left, const Text& right, std::size_t most) {
  if (left.size() > right.size()) return edits_between(right, left, most);
  if (right.size() - left.size() > most) return most + 1;
  if (left.empty()) return right.size();
  return left.size() <= word_size ? edits_in_words(left, right, most) : edits_in_rows(left, right, most);
}

}  // namespace

std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  return is_ascii(a) && is_ascii(b) ? edits_between(a, b, most) : edits_between(as_codes(a), as_codes(b), most);
}

Letters letters_of(std::string_view key) {
  Letters letters;
  for (std::size_t at = 0; at < key.size();) {
    const auto [code, size] = character_at(key, at);
    auto& count = letters.counts[code % letters.counts.size()];
    if (count < 255) ++count;
    at += size;
  }
  return letters;
}

std::size_t least_distance(const Letters& a, const Letters& b) {
  unsigned more = 0, fewer = 0;
  for (std::size_t i = 0; i < a.counts.size(); ++i) {
    const int difference = a.counts[i] - b.counts[i];
    more += static_cast<unsigned>(std::max(difference, 0));
    fewer += static_cast<unsigned>(std::max(-difference, 0));
  }
  return std::max(more, fewer);
}

void Candidates::add(std::string text) {
  auto key = key_of(text), bare = bare_key_of(text);
  const auto letters = letters_of(key), bare_letters = letters_of(bare);
  all_.push_back({std::move(text), std::move(key), std::move(bare), letters, bare_letters});
}

std::vector<std::string> Candidates::nearest(std::string_view text, std::size_t count) const {
  const auto key = key_of(text), bare = bare_key_of(text);
  const auto letters = letters_of(key), bare_letters = letters_of(bare);
  const auto most = as_codes(key).size() / 3;

  struct Near {
    std::size_t edits, candidate;
  };
  std::vector<Near> near;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const auto& other = all_[i];
    const auto edits_of = [&](const Letters& a, const Letters& b, std::string_view left, std::string_view right) {
      return least_distance(a, b) > most ? most + 1 : distance(left, right, most);
    };
    const auto exact = edits_of(letters, other.letters, key, other.key);
    const auto plain = edits_of(bare_letters, other.bare_letters, bare, other.bare);
    // A spelling that only lacks its diacritics comes right after one that lacks nothing.
    if (std::min(exact, plain) <= most) near.push_back({std::min(2 * exact, 2 * plain + 1), i});
  }
  std::stable_sort(near.begin(), near.end(), [](const Near& a, const Near& b) { return a.edits < b.edits; });

  std::vector<std::string> result;
  for (const auto& [edits, candidate] : near) {
    if (result.size() == count) break;
    if (std::find(result.begin(), result.end(), all_[candidate].text) == result.end()) result.push_back(all_[candidate].text);
  }
  return result;
}

std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& candidates, std::size_t count) {
  Candidates all;
  for (const auto& candidate : candidates) all.add(candidate);
  return all.nearest(text, count);
}

}  // namespace tdkt::grammar
