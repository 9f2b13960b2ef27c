// SPDX-License-Identifier: Apache-2.0
// Typed rules as sentences, in either language: what explanations show, and what the formatter and the
// translator write.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "typed/program.hpp"
#include "typed/reader.hpp"

namespace tdkt::typed {

// Where a line may be broken, instead of a blank: rather, and if need be. Between two of the first stands
// where, in what was written, the part before it ends: `a\v12\vand b`.
inline constexpr char rather_break = '\v', may_break = '\f';

// What the tree leaves open.
struct Wording {
  // The form of a name; where it is empty, or answers nothing, the first form is written.
  std::function<std::string(const columns::Name&)> form = {};
  // The title of an award that is named by its title, as declared in the language that is written.
  std::function<std::string(const std::string&)> award = {};
  std::optional<PackId> pack = {};  // whose sentence it is: its only scorecard and grades need no name
  bool plain = false;               // conditions as people say them, also where that has a second reading
  bool grouped = false;             // 10 000
  bool clause = false;              // a condition that is a clause of its own says `votes are`, not `have votes of`
  bool breaks = false;              // with rather_break and may_break
};

// A sentence that reads back as the same meaning. `innermost` is the level whose facts need no owner's
// name: 0 in a rule, 1 among a nomination's candidates; by default the deepest that is read.
std::string as_sentence(const Program& program, const Expression& expression, grammar::Language language,
                        std::optional<std::uint8_t> innermost = std::nullopt, const Wording& wording = {});

// `12.5` in English, `12,5` in Vietnamese; `70%` for a percent; the value of a scale at this position,
// the date of this day.
std::string as_text(const Program& program, const values::Decimal& number, const Type& type,
                    grammar::Language language);

// `number of months`, `percent`, `rating`: as a declaration would write it.
std::string name_of(const Program& program, const Type& type, grammar::Language language);

// `for a unit, every year`
std::string as_sentence(const Program& program, const Scope& scope, grammar::Language language,
                        const Wording& wording = {});

// `staff whose category is civil servant`: whom a definition names.
std::string as_sentence(const Program& program, const Set& population, grammar::Language language,
                        const Wording& wording = {});

// `members who have registered`; `of` is whom the group is of.
std::string as_sentence(const Program& program, const Reader::Among& among, EntityId of, grammar::Language language,
                        const Wording& wording = {});

// `total of "X" from high to low, then by votes from high to low`
std::string as_sentence(const Program& program, const std::vector<RankKey>& keys, grammar::Language language,
                        const Wording& wording = {});

// `to at most 20% of members, rounded down who …`
std::string as_sentence(const Program& program, const Reader::OfferTerms& terms, const Nomination& nomination,
                        grammar::Language language, const Wording& wording = {});

// `U1 is eligible for "X"`
std::string as_sentence(const Program& program, const Expectation& expectation, grammar::Language language,
                        const Wording& wording = {});

}  // namespace tdkt::typed
