// SPDX-License-Identifier: Apache-2.0
// Which spellings are near to one that is not known: for suggestions.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tdkt::grammar {

// Edits (insertions, deletions, replacements, swaps of neighbours) between two keys, by code point;
// above `most` the answer is most + 1. Damerau, CACM 7(3), 1964; of short keys, Hyyrö, A Bit-Vector
// Algorithm for Computing Levenshtein and Damerau Edit Distances, 2003.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most);

// How often a key has each letter: tells at a glance that two keys are far apart.
struct Letters {
  std::array<std::uint8_t, 32> counts{};  // by code modulo 32, no more than 255
};
Letters letters_of(std::string_view key);
// No more than their distance: an edit accounts for one letter that only one of the two has, and for
// one that only the other has.
std::size_t least_distance(const Letters& a, const Letters& b);

// Spellings that are asked about again and again.
class Candidates {
 public:
  void add(std::string text);
  std::size_t size() const { return all_.size(); }

  // The nearest to `text`, best first, each spelling once, at most `count`, none further than a third
  // of its length. Spellings without diacritics count as near.
  std::vector<std::string> nearest(std::string_view text, std::size_t count) const;

 private:
  struct Candidate {
    std::string text, key, bare;
    Letters letters, bare_letters;
  };
  std::vector<Candidate> all_;
};

std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& candidates, std::size_t count);

}  // namespace tdkt::grammar
