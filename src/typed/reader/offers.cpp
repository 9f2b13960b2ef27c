// SPDX-License-Identifier: Apache-2.0
// How many an offer goes to, and on what condition: `to at most 20% of the members that remain,
// rounded down, but at least 1 who …`.
//
// The terms of an offer are several expressions and some words. While readings are weighed they are
// one expression, a row in which each has its place.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "typed/reader/state.hpp"

namespace tdkt::typed {

namespace reading {

namespace {

enum Place_in_row : std::size_t { number, share, base, base_number, offered, ranking, rounding, at_least, condition, without, places };

Expr word(std::int64_t value) { return make(Literal{values::Decimal(value)}, Type{}, {}); }
Expr nothing() { return make(Literal{false}, Type{}, {}); }
Expr or_nothing(const Expr& part) { return part ? part : nothing(); }
Expr or_null(const Expr& part) {
  const auto* literal = std::get_if<Literal>(&part->node);
  return literal && std::holds_alternative<bool>(literal->value) ? nullptr : part;
}
std::int64_t word_in(const Expr& part) {
  return static_cast<std::int64_t>(std::get<values::Decimal>(std::get<Literal>(part->node).value).scaled() / values::Decimal::one);
}

// `20% of …`, also rounded; and `60%, rounded down`, which does not say of whom.
bool is_share(const Expression& number) {
  const auto* rounded = std::get_if<Rounded>(&number.node);
  const auto& value = rounded ? *rounded->value : number;
  return std::holds_alternative<PercentOf>(value.node) || value.type.percent;
}

Expr row_of(const Reader::OfferTerms& terms) {
  std::vector<Expr> row(places);
  row[number] = or_nothing(terms.quota.number);
  row[share] = or_nothing(terms.quota.share);
  row[base] = word(static_cast<int>(terms.quota.base));
  row[base_number] = or_nothing(terms.quota.base_number);
  row[offered] = word(terms.quota.offered);
  row[ranking] = word(terms.quota.ranking.index);
  row[rounding] = word(static_cast<int>(terms.quota.rounding));
  row[at_least] = or_nothing(terms.quota.at_least);
  row[condition] = or_nothing(terms.condition);
  row[without] = word(terms.without_requirements ? 1 : 0);
  return make(OneOf{nothing(), std::move(row)}, Type{}, {});
}

}  // namespace

Reader::OfferTerms terms_in(const Expression& packed) {
  const auto& row = std::get<OneOf>(packed.node).list;
  Reader::OfferTerms terms{};
  terms.quota.number = or_null(row[number]);
  terms.quota.share = or_null(row[share]);
  terms.quota.base = static_cast<Quota::Base>(word_in(row[base]));
  terms.quota.base_number = or_null(row[base_number]);
  terms.quota.offered = static_cast<std::uint32_t>(word_in(row[offered]));
  terms.quota.ranking = NominationId{static_cast<std::uint32_t>(word_in(row[ranking]))};
  terms.quota.rounding = static_cast<Rounding>(word_in(row[rounding]));
  terms.quota.at_least = or_null(row[at_least]);
  terms.condition = or_null(row[condition]);
  terms.without_requirements = word_in(row[without]) == 1;
  return terms;
}

// to [at most] QUOTA [, rounded down] [, but at least 1] [who …] [without requirements]
Readings SentenceReader::offers(const Nomination& nomination) {
  nomination_ = &nomination;
  Readings found;
  const auto group = place_of({{around(outermost_).levels.front()}, false, false});
  struct Partial { At end; Reader::OfferTerms terms; std::uint16_t against; };
  std::vector<Partial> quotas;
  for (const auto to : after(Keyword::offered_to, 0))
    for (const auto start : optional(Keyword::at_most, to))
      quota(start, group, nomination, [&](At end, Quota quota, std::uint16_t against) {
        quotas.push_back({end, {std::move(quota), nullptr, false}, against});
      });

  const auto finish = [&](Partial partial) {
    add(found, {partial.end, row_of(partial.terms), partial.against});
    for (const auto start : optional_comma(partial.end))
      for (const auto end : after(Keyword::without_requirements, start)) {
        auto without = partial.terms;
        without.without_requirements = true;
        add(found, {end, row_of(without), partial.against});
      }
  };
  // `1 collective who …`: the noun is the number's, rather than the condition's subject.
  std::stable_sort(quotas.begin(), quotas.end(), [](auto& a, auto& b) { return a.end > b.end; });
  for (const auto& partial : quotas) {
    finish(partial);
    for (const auto start : optional_comma(partial.end)) {
      // In Vietnamese the condition follows its noun: `1 tập thể đã đăng ký thi đua`.
      auto conditions = optional(Keyword::who, start);
      if (context_.language == grammar::Language::english) conditions.erase(conditions.begin());
      for (const auto who : conditions)
        for (const auto& reading : disjunction(who, outermost_)) {
          auto with = partial;
          with.end = reading.end;
          with.terms.condition = reading.expr;
          with.against = static_cast<std::uint16_t>(with.against + reading.against);
          finish(std::move(with));
        }
    }
  }
  return found;
}

// What is called by the quoted title at `at`, by its index: a misspelt one is a mistake.
template <class Things, class Visit>
void SentenceReader::titled(At at, const Things& things, diagnostics::Kind unknown, Visit visit) {
  if (!is_kind(at, syntax::WordKind::quoted)) return;
  const auto& written = sentence_.words[at];
  std::vector<std::string> titles;
  bool found = false;
  for (std::uint32_t i = 0; i < things.size(); ++i) {
    const auto& title = things[i].title;
    titles.push_back(title.in(context_.language));
    if (!is_titled(title, written.key)) continue;
    visit(i);
    found = true;
  }
  if (found || !failures_) return;
  std::vector<std::vector<Edit>> offers;
  for (const auto& near : grammar::nearest(written.text, titles, 2)) offers.push_back({{at, at + 1, '"' + near + '"'}});
  failures_->mistakes.push_back({at, at + 1, at + 1, unknown, {written.text}, std::move(offers)});
}

// A number of candidates, or a share of members, of those that remain, of those offered another
// title, of any number.
void SentenceReader::quota(At at, Place group, const Nomination& nomination,
                           const std::function<void(At, Quota, std::uint16_t)>& say) {
  const auto with_floor = [&](At end, const Quota& quota, std::uint16_t against) {
    say(end, quota, against);
    for (const auto start : optional_comma(end))
      for (const auto least_at : after(Keyword::but_at_least, start))
        for (const auto& least : factor(least_at, group)) {
          if (least.expr->type.kind != TypeKind::number) continue;
          auto floored = quota;
          floored.at_least = least.expr;
          say(least.end, floored, static_cast<std::uint16_t>(against + least.against));
        }
  };
  const auto is_member = [&](const Match& match) {
    return match.named->index == nomination.members.index &&
           match.named->sort == (nomination.inverse ? Sort::inverse : Sort::relation);
  };

  for (const auto& number : expression(at, group)) {
    if (number.expr->type.kind != TypeKind::number || number.expr->type.percent) continue;
    if (is_share(*number.expr)) continue;  // read as such below, with its rounding
    Quota quota{};
    quota.number = number.expr;
    with_floor(number.end, quota, number.against);
    // Who they are needs no saying: `1 tập thể`, `2 candidates`, `2 members`.
    for (const auto start : optional(Keyword::out_of_them, number.end)) {
      for (const auto& match : names(start)) {
        if (is_member(match)) with_floor(match.end, quota, number.against);
        if (match.named->sort != Sort::entity) continue;
        auto counted = quota;
        if (const auto* literal = std::get_if<Literal>(&number.expr->node))
          counted.number = expr(Literal{literal->value, EntityId{match.named->index}}, number.expr->type, at, match.end);
        with_floor(match.end, counted, number.against);
      }
      for (const auto end : after(Keyword::candidates, start)) with_floor(end, quota, number.against);
    }
  }

  for (const auto& share : amounts(at, group)) {
    if (!share.value->type.percent) continue;
    if (failures_) {
      const auto& relation = schema_[nomination.members];
      const auto& members = (nomination.inverse ? *relation.inverse : relation.name).in(context_.language);
      const std::string of = context_.language == grammar::Language::english ? " of " : " số ";
      failures_->mistakes.push_back({at, share.end, share.end, diagnostics::Kind::nothing_to_sum_up, {text_at(at, share.end)},
                                     {{{share.end, share.end, of + members}}}});
    }
    const auto shared = [&](At end, Quota quota, std::uint16_t against) {
      quota.share = share.value;
      bool rounded = false;
      share_rounding(end, [&](Rounding rounding, At last) {
        rounded = true;
        quota.rounding = rounding;
        with_floor(last, quota, against);
      });
      if (!rounded && failures_) rounding_missing(at, end, end);
    };
    std::vector<At> starts;
    for (const auto of : optional(Keyword::of_, share.end))
      for (const auto start : optional(Keyword::out_of_them, of))
        for (const auto first : articles(start)) starts.push_back(first);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    for (const auto start : starts) {
      for (const auto& match : names(start))
        if (is_member(match)) {
          Quota quota{};
          quota.base = Quota::Base::members;
          shared(match.end, quota, 0);
        }
      for (const auto end : after(Keyword::members_that_remain, start)) {
        Quota quota{};
        quota.base = Quota::Base::remaining;
        shared(end, quota, 0);
      }
      for (const auto title : after(Keyword::those_offered, start))
        titled(title, nomination.offers, diagnostics::Kind::not_offered_before, [&](std::uint32_t i) {
          Quota quota{};
          quota.base = Quota::Base::offered;
          quota.offered = i;
          shared(title + 1, quota, 0);
        });
      for (const auto title : after(Keyword::first_places_of, start))
        titled(title, program_.nominations, diagnostics::Kind::no_such_nomination, [&](std::uint32_t i) {
          Quota quota{};
          quota.base = Quota::Base::first_places;
          quota.ranking = NominationId{i};
          shared(title + 1, quota, 0);
        });
      if (start == share.end) continue;
      const auto of_number = [&](const Reading& number, std::uint16_t against) {
        if (number.expr->type.kind != TypeKind::number || number.expr->type.percent) return;
        Quota quota{};
        quota.base = Quota::Base::expression;
        quota.base_number = number.expr;
        shared(number.end, quota, static_cast<std::uint16_t>(number.against + against));
      };
      for (const auto& number : factor(start, group)) of_number(number, 0);
      for (const auto& members : set(start, group, Unmarked::any)) {
        Type count;
        count.kind = TypeKind::number;
        count.whole = true;
        of_number({members.end, expr(Aggregate{Function::number, members.set, nullptr, nullptr, false}, count, start, members.end), 0},
                  static_cast<std::uint16_t>(members.against + 1));
      }
    }
  }
}

}  // namespace reading

std::optional<Reader::OfferTerms> Reader::offer(const syntax::Sentence& sentence, const Context& context,
                                                const Nomination& nomination) {
  const auto meaning = state_->answer({sentence, context, reading::GoalKind::offer,
                                       [&](reading::SentenceReader& r) { return r.offers(nomination); }});
  if (!meaning) return std::nullopt;
  auto terms = reading::terms_in(*meaning);
  state_->note(sentence, {ReadSentence::Kind::offer, context, {}, terms});
  return terms;
}

}  // namespace tdkt::typed
