// SPDX-License-Identifier: Apache-2.0
// Where the keywords of a sentence stand, worked out once.
#pragma once

#include <cstdint>
#include <vector>

#include "grammar/keywords.hpp"
#include "syntax/tree.hpp"

namespace tdkt::typed::reading {

class KeywordIndex {
 public:
  KeywordIndex(const syntax::Sentence& sentence, grammar::Language language);

  // One past the keyword's last word, one for each of its spellings that stands at `at`.
  struct Ends {
    std::uint32_t ends[6];
    std::uint8_t count = 0;
    const std::uint32_t* begin() const { return ends; }
    const std::uint32_t* end() const { return ends + count; }
    explicit operator bool() const { return count > 0; }
  };
  Ends after(grammar::Keyword keyword, std::uint32_t at) const;

  // A keyword begins here.
  bool any_at(std::uint32_t at) const { return at < found_.size() && !found_[at].empty(); }
  // Where the longest keyword that begins here ends; `at` where none does.
  std::uint32_t longest_at(std::uint32_t at) const;

 private:
  struct Found {
    grammar::Keyword keyword;
    std::uint32_t end;
  };
  std::vector<std::vector<Found>> found_;  // by word
};

}  // namespace tdkt::typed::reading
