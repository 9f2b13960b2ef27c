// SPDX-License-Identifier: Apache-2.0
// Everything that could have been meant by a misspelt word, and what of it is near to some words.
//
// A file may be full of mistakes, and each asks for the neighbours of all its runs of words. So what
// cannot be near is told by its length and its letters alone, and what was asked before is kept.
#pragma once

#include <cstdint>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/language.hpp"
#include "grammar/nearest.hpp"
#include "typed/reader/phrases.hpp"

namespace tdkt::typed::reading {

// How often a text without diacritics denies: what is offered must not turn the meaning round.
std::ptrdiff_t negations_in(std::string_view bare);

// A spelling of a phrase or, without `named`, of a keyword.
struct Spelt {
  std::string text, key, bare;    // as written, folded, folded without diacritics
  const Named* named;
};

class Spellings {
 public:
  explicit Spellings(grammar::Language language);

  // Takes up the phrases beyond those that were taken up before.
  void take_up(const Phrases& phrases);

  struct Near {
    const Spelt* spelt;
    std::size_t distance;         // between the spellings without diacritics
  };
  // What is near to the words of a key and has about as many: no more than a third of its letters
  // differ, and it denies as often. These very words are left out. In the order of declaration.
  const std::vector<Near>& near(const std::string& key);

  // The spelling that becomes this key by losing its diacritics; nullptr where none or several do.
  const Spelt* without_marks(const std::string& key) const;

 private:
  // What of a spelling tells quickly that it cannot be near.
  struct Shape {
    grammar::Letters letters;
    std::size_t words;
    std::ptrdiff_t negations;
  };
  static Shape shape_of(std::string_view bare);
  void add(const std::string& text, const Named* named);

  std::deque<Spelt> all_;
  std::vector<Shape> shapes_;     // of all_, in step
  std::unordered_map<std::string, const Spelt*> marked_;  // by bare key
  std::unordered_map<std::string, std::vector<Near>> asked_;
  std::size_t taken_ = 0;
};

}  // namespace tdkt::typed::reading
