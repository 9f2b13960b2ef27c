// SPDX-License-Identifier: Apache-2.0
// What clauses hold besides expressions: candidates, keys, the terms of offers, expectations.
#include "syntax/parse.hpp"
#include "typed/printing/printer.hpp"

namespace tdkt::typed::printing {

std::string Printer::among(const Reader::Among& among, EntityId of) const {
  Type self;
  self.kind = TypeKind::entity;
  self.entity = of;
  Set members;
  members.from = make(Self{0}, self, {});
  members.steps.push_back({among.relation, among.inverse, JudgedPeriod{}, among.filters});
  const auto& relation = schema_[among.relation];
  members.of = among.inverse ? relation.of : relation.to;
  members.level = 1;
  return set(members, {});
}

// Each with its order: nobody should have to know which is meant otherwise.
std::string Printer::keys(const std::vector<RankKey>& all) const {
  std::string text;
  for (const auto& key : all) {
    if (!text.empty()) text += ',' + rather(*(&key - 1)->value) + word(Keyword::then_by) + ' ';
    text += joined({value(*key.value, {1, Of::member}), word(key.high_to_low ? Keyword::high_to_low : Keyword::low_to_high)});
  }
  return text;
}

// `1`, `20% of the members that remain, rounded down, but at least 1`
std::string Printer::quota(const Quota& quota, const Nomination& nomination) const {
  const Around group{0, Of::judged};
  std::string text;
  if (!quota.share) {
    text = value(*quota.number, group);
  } else {
    const auto& relation = schema_[nomination.members];
    const auto members = name(nomination.inverse && relation.inverse ? *relation.inverse : relation.name);
    const auto share = amount(*quota.share, group);
    const auto of = [&](const std::string& base) {
      return english() ? joined({share, word(Keyword::of_), base}) : joined({share, base});
    };
    switch (quota.base) {
      case Quota::Base::none: text = share; break;
      case Quota::Base::members: text = of(english() ? members : joined({word(Keyword::out_of_them, 2), members})); break;
      case Quota::Base::remaining: text = of(word(Keyword::members_that_remain)); break;
      case Quota::Base::offered:
        text = of(joined({word(Keyword::those_offered), title(nomination.offers[quota.offered].title)}));
        break;
      case Quota::Base::first_places:
        text = of(joined({word(Keyword::first_places_of), title(program_[quota.ranking].title)}));
        break;
      case Quota::Base::expression:
        text = joined({share, word(Keyword::of_), value(*quota.base_number, group, Grip::factor)});
        break;
    }
    const auto keyword = quota.rounding == values::Rounding::up     ? Keyword::rounded_up
                         : quota.rounding == values::Rounding::down ? Keyword::rounded_down
                                                                    : Keyword::rounded;
    text += ", " + word(keyword);
  }
  if (quota.at_least) text += ", " + joined({word(Keyword::but_at_least), value(*quota.at_least, group, Grip::factor)});
  return text;
}

std::string Printer::offer(const Reader::OfferTerms& terms, const Nomination& nomination) const {
  return joined({word(Keyword::offered_to), word(Keyword::at_most), quota(terms.quota, nomination),
                 terms.condition ? may_break_before(filter(*terms.condition, 1, Of::member)) : "",
                 terms.without_requirements ? may_break_before(word(Keyword::without_requirements)) : ""});
}

// An id of letters and digits is one word whatever stands around it, another stands in quotes.
std::string Printer::id(const std::string& text) const {
  const auto words = syntax::words_of(text, language_);
  const bool one = words.words.size() == 1 && words.words.front().text == text && text.find_first_of("-./") == text.npos &&
                   (words.words.front().kind == syntax::WordKind::word || words.words.front().kind == syntax::WordKind::number);
  return one ? text : quoted(text);
}

std::string Printer::expectation(const Expectation& expected) const {
  using Kind = Expectation::Kind;
  const auto who = id(expected.entity);
  const bool titled = !expected.title.empty();
  const auto title = titled ? award(expected.title) : std::string();
  const auto year = expected.year ? joined({word(Keyword::in_year), std::to_string(*expected.year)}) : std::string();
  const auto say = [&](Keyword keyword, std::size_t spelling = 0) {
    return joined({who, word(keyword, spelling), title, year});
  };
  const auto of_title = [&](const std::string& text) {
    return joined({text, titled ? word(Keyword::of_) : "", title, year});
  };
  const auto on_path = [&](Keyword keyword) { return of_title(joined({who, word(keyword), expected.path})); };
  switch (expected.kind) {
    case Kind::eligible:
      return joined({who, english() ? word(Keyword::copula) : "", word(Keyword::eligible_for), title, year});
    case Kind::ineligible: return say(Keyword::is_ineligible_for);
    case Kind::undetermined: return say(Keyword::is_undetermined_for);
    case Kind::deferred: return say(Keyword::is_deferred_for);
    case Kind::fails: return on_path(Keyword::fails);
    case Kind::meets: return on_path(Keyword::meets);
    case Kind::unknown_criterion: return on_path(Keyword::leaves_open);
    case Kind::nominated: return say(Keyword::is_nominated_for);
    case Kind::not_nominated: return say(Keyword::is_not_nominated, titled ? 0 : 1);
    case Kind::tied: return say(Keyword::is_tied, titled ? 0 : 1);
    case Kind::at_place: return of_title(joined({who, word(Keyword::is_at_place), std::to_string(expected.place.value_or(0))}));
    case Kind::not_among: return of_title(joined({who, word(Keyword::is_not_among)}));
    case Kind::keeps: return say(Keyword::keeps);
    case Kind::breaks: return say(Keyword::breaks);
    case Kind::warns: return joined({word(Keyword::warns), title, word(Keyword::warns_on), who, year});
    case Kind::value: break;
  }
  return joined({any(*expected.value, {}), word(Keyword::of_), who, word(Keyword::is_),
                 right_side(*expected.expected, {}), year});
}

}  // namespace tdkt::typed::printing
