// SPDX-License-Identifier: Apache-2.0
// Where a program comes from: what each sentence of its files was read as, and what each statement
// declared. For whoever writes the files again.
#pragma once

#include <map>
#include <variant>

#include "typed/names.hpp"
#include "typed/reader.hpp"

namespace tdkt::typed {

struct ReadSentence {
  enum class Kind : std::uint8_t {
    condition, number, value, scope, population, among, keys, offer, expectation
  };

  Kind kind;
  Context context;              // whom it speaks of
  std::optional<Type> wanted;   // of value
  // Of condition, number and value; scope; population; among; keys; offer; expectation.
  std::variant<Expr, Scope, Set, Reader::Among, std::vector<RankKey>, Reader::OfferTerms, Expectation> meaning;
};

// Places are where a sentence's or a statement's first word begins.
struct Provenance {
  struct Place {
    std::uint32_t file, begin;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  std::map<Place, ReadSentence> sentences;
  std::map<Place, Declared> declared;
};

}  // namespace tdkt::typed
