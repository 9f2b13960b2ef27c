// SPDX-License-Identifier: Apache-2.0
// What is said of a subject: verbs, yes/no facts, comparisons of its facts, awards.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

// Of the innermost entity, which needs no name.
const Readings& SentenceReader::predicate(At at, Place place) {
  return kept(Rule::predicate, at, place, 0, [&](Readings& readings) {
    said_of(at, place, self(place, at), std::nullopt, readings);
  });
}

// [not] [is|has|đã …] [not] what is said. `named_at`: where the subject's own name begins; without one it
// is the innermost entity, and a whole expression may stand where otherwise one of its facts does.
void SentenceReader::said_of(At at, Place place, const Expr& subject, std::optional<At> named_at, Readings& readings) {
  struct Start { At at; bool negated, copula; };
  std::vector<Start> starts{{at, false, false}};
  for (const auto copula : after(Keyword::copula, at)) {
    starts.push_back({copula, false, true});
    for (const auto negation : after(Keyword::not_, copula)) starts.push_back({negation, true, true});
  }
  for (const auto negation : after(Keyword::not_, at)) {
    starts.push_back({negation, true, false});
    for (const auto copula : after(Keyword::copula, negation)) starts.push_back({copula, true, true});
  }
  std::sort(starts.begin(), starts.end(), [](const Start& a, const Start& b) { return a.at < b.at; });

  for (const auto& start : starts) {
    Readings said;
    verbs(start.at, place, subject, said);
    belonging(start.at, place, subject, said);
    eligible(start.at, at, place, subject, said);
    top_places(start.at, at, place, subject, said);
    bare_value(start.at, place, subject, said);
    for (const auto first : articles(start.at)) {
      if (!named_at) {
        for (const auto& left : expression(first, place)) comparisons(first, left, place, said);
        continue;
      }
      for (const auto& left : things(first, first, place, subject))
        if (first != at || !has_own_name(*named_at, left.end, place)) comparisons(first, left, place, said);
    }
    for (auto& reading : said) {
      if (start.negated) reading.expr = expr(Not{reading.expr}, truth, at, reading.end);
      add(readings, std::move(reading));
    }
  }
  if (failures_ && readings.empty())
    failures_->expect(at, {Wanted::condition, {}, {subject->type.entity}});
}

void SentenceReader::verbs(At at, Place place, const Expr& subject, Readings& readings) {
  for (const auto& match : names(at)) {
    if (match.named->sort != Sort::verb) continue;
    for (const auto& use : schema_.verbs[match.named->index].uses) {
      if (use.subject != subject->type.entity) continue;
      if (use.fact) verb_of_fact(match, *use.fact, at, place, subject, readings);
      if (use.records) verb_of_records(match, at, place, subject, readings);
    }
  }
}

// `achieve advanced laborer or higher`, `achieve exactly X`, `are rated good`, `are rated at least good`
void SentenceReader::verb_of_fact(const Match& match, FactId id, At begin, Place place, const Expr& subject,
                                  Readings& readings) {
  const VerbId verb{match.named->index};
  const auto& fact = schema_[id];
  const auto of = expr(FactOf{id, subject, nullptr, verb}, fact.type, begin, match.end);
  const bool means_at_least = schema_[verb].means_at_least && ordered(fact.type, schema_);
  const auto say = [&](Sign sign, const Reading& value, At end, bool or_higher) {
    add(readings, {end, expr(Compare{sign, of, value.expr, or_higher}, truth, begin, end), value.against});
  };

  bool found = false;
  for (const auto first : articles(match.end))
    for (const auto& value : operand(first, place, fact.type)) {
      found = true;
      say(means_at_least ? Sign::at_least : Sign::equal, value, value.end, false);
      if (!ordered(fact.type, schema_)) continue;
      for (const auto end : after(Keyword::or_higher, value.end)) say(Sign::at_least, value, end, true);
      if (!means_at_least)
        for (const auto end : after(Keyword::or_lower, value.end)) say(Sign::at_most, value, end, false);
    }
  for (const auto exact : after(Keyword::exactly, match.end))
    for (const auto& value : operand(exact, place, fact.type)) say(Sign::equal, value, value.end, false);

  const Reading left{match.end, of, 0};
  for (const auto& sign : signs(match.end))
    if (sign.sign != Sign::equal) compared(begin, left, sign.sign, sign.end, place, false, readings);
  ranges(begin, left, match.end, place, false, readings);
  lists(begin, left, match.end, place, false, readings);

  // `achieve "X"` where X is no value but an award: a decision on record.
  if (found || !is_kind(match.end, syntax::WordKind::quoted)) return;
  for (std::uint32_t i = 0; i < schema_.verbs.size(); ++i)
    for (const auto& use : schema_.verbs[i].uses)
      if (use.subject == subject->type.entity && use.records)
        return received(VerbId{i}, begin, match.end, place, subject, readings);
}

void SentenceReader::verb_of_records(const Match& match, At begin, Place place, const Expr& subject,
                                     Readings& readings) {
  if (is_kind(match.end, syntax::WordKind::quoted))
    received(VerbId{match.named->index}, begin, match.end, place, subject, readings);
  else if (failures_)
    failures_->expect(match.end, {Wanted::title, {}, {subject->type.entity}});
}

// `received "X"`, `… at least 2 times`, `… 2 consecutive times`, and when.
void SentenceReader::received(VerbId verb, At begin, At title, Place place, const Expr& subject,
                              Readings& readings) {
  const auto award = sentence_.words[title].text;
  // An award that rules of this run define is received by those for whom it is.
  const auto& same = awards_named(award);
  const auto is_for = [&](AwardId id) { return program_[id].scope.entity == subject->type.entity; };
  if (!same.empty() && std::none_of(same.begin(), same.end(), is_for)) return;
  const bool has_cadence = std::any_of(same.begin(), same.end(), [&](AwardId id) { return is_for(id) && program_[id].cadence; });

  struct Times { At end; Sign sign; int times; bool consecutive; };
  std::vector<Times> counts{{title + 1, Sign::at_least, 1, false}};
  const auto count = [&](At number, Sign sign) {
    const auto times = whole_number(number);
    if (!times) return;
    for (const auto end : after(Keyword::times_counted, number + 1)) counts.push_back({end, sign, *times, false});
    for (const auto end : after(Keyword::consecutive_times, number + 1)) {
      if (!has_cadence && failures_)
        failures_->mistakes.push_back({title, title + 1, end, diagnostics::Kind::cadence_not_declared, {award}, {}});
      if (has_cadence) counts.push_back({end, Sign::at_least, *times, true});
    }
  };
  count(title + 1, Sign::at_least);
  for (const auto& sign : signs(title + 1)) count(sign.end, sign.sign);

  for (const auto& times : counts) {
    const auto say = [&](At end, Span when) {
      add(readings, {end, expr(Received{verb, subject, award, times.sign, times.times, times.consecutive, std::move(when)},
                               truth, begin, end), 0});
    };
    if (around(place).window)
      say(times.end, EnclosingWindow{});
    else
      say(times.end, WholeRecord{});
    for (auto& span : spans(times.end, place)) say(span.end, std::move(span.span));
  }
}

void SentenceReader::eligible(At at, At begin, Place place, const Expr& subject, Readings& readings) {
  (void)place;
  for (const auto title : after(Keyword::eligible_for, at)) {
    if (!is_kind(title, syntax::WordKind::quoted)) {
      if (failures_) failures_->expect(title, {Wanted::title, {}, {subject->type.entity}});
      continue;
    }
    const auto& award = sentence_.words[title].text;
    std::vector<AwardId> awards;
    for (const auto id : awards_named(award))
      if (program_[id].kind == RuleKind::award && program_[id].scope.entity == subject->type.entity) awards.push_back(id);
    if (awards.empty()) {
      if (failures_) failures_->expect(title, {Wanted::title, {}, {subject->type.entity}});
      continue;
    }
    add(readings, {title + 1, expr(Eligible{award, subject, awards}, truth, begin, title + 1), 0});
  }
}

// `thuộc nhóm X`, `belongs to group X`: FACT VALUE.
void SentenceReader::belonging(At at, Place place, const Expr& subject, Readings& readings) {
  for (const auto start : after(Keyword::belongs_to, at))
    for (const auto& fact : things(start, at, place, subject)) {
      if (fact.expr->type.kind != TypeKind::scale) continue;
      for (const auto& value : literals(fact.end, place, fact.expr->type))
        add(readings, {value.end, expr(Compare{Sign::equal, fact.expr, value.expr, false}, truth, at, value.end),
                       plus(fact.against, value.against)});
    }
}

// A value alone, where only one fact of the subject can have it: `không bị kỷ luật`. Any other
// reading is preferred.
void SentenceReader::bare_value(At at, Place place, const Expr& subject, Readings& readings) {
  (void)place;
  for (const auto& match : names(at)) {
    if (match.named->sort != Sort::value) continue;
    const ScaleId scale{match.named->index};
    std::optional<FactId> only;
    std::size_t count = 0;
    for (std::uint32_t i = 0; i < schema_.facts.size(); ++i) {
      const auto& fact = schema_.facts[i];
      if (fact.of != subject->type.entity || fact.type.kind != TypeKind::scale || fact.type.scale != scale || fact.per)
        continue;
      only = FactId{i};
      ++count;
    }
    if (count != 1) continue;
    const auto& type = schema_[*only].type;
    const auto of = expr(FactOf{*only, subject, nullptr, std::nullopt}, type, at, match.end);
    const auto value = expr(Literal{Code{scale, match.named->code}}, type, at, match.end);
    const auto say = [&](Sign sign, At end, bool or_higher) {
      add(readings, {end, expr(Compare{sign, of, value, or_higher}, truth, at, end), 2});
    };
    say(Sign::equal, match.end, false);
    if (!ordered(type, schema_)) continue;
    for (const auto end : after(Keyword::or_higher, match.end)) say(Sign::at_least, end, true);
    for (const auto end : after(Keyword::or_lower, match.end)) say(Sign::at_most, end, false);
  }
}

// `leader rotates annually[, with no repeat within 5 years | until every member has led][, from 2018]`,
// `the deputy becomes leader`
void SentenceReader::rotation(At at, Place place, Readings& readings) {
  for (const auto& leader : entities(at, place)) {
    const auto* related = std::get_if<Related>(&leader.expr->node);
    if (!related || related->inverse) continue;
    const auto say = [&](Rotation rule, int years, std::optional<int> from, std::optional<RelationId> deputy,
                         RelationId relation, At end) {
      if (!schema_[relation].one_of) {
        if (failures_)
          failures_->mistakes.push_back({at, leader.end, end, diagnostics::Kind::not_from_a_group,
                                         {schema_[relation].name.in(context_.language)}, {}});
        return;
      }
      add(readings, {end, expr(Rotates{relation, related->subject, rule, years, from, deputy}, truth, at, end),
                     leader.against});
    };
    const auto with_start = [&](Rotation rule, int years, At end) {
      say(rule, years, std::nullopt, std::nullopt, related->relation, end);
      for (const auto start : optional_comma(end))
        for (const auto year_at : after(Keyword::from_year, start))
          if (const auto year = whole_number(year_at))
            say(rule, years, *year, std::nullopt, related->relation, year_at + 1);
    };
    for (const auto rotates : after(Keyword::rotates_annually, leader.end)) {
      with_start(Rotation::annually, 0, rotates);
      for (const auto more : optional_comma(rotates)) {
        for (const auto number : after(Keyword::no_repeat_within, more))
          if (const auto years = whole_number(number))
            for (const auto end : after(Keyword::years, number + 1)) with_start(Rotation::no_repeat_within, *years, end);
        for (const auto every : after(Keyword::until_every, more))
          all_have_led(every, *related, [&](At end) { with_start(Rotation::until_all_have_led, 0, end); });
      }
    }
    for (const auto becomes : after(Keyword::becomes, leader.end))
      for (const auto& next : reference(becomes, place)) {
        const auto* leading = std::get_if<Related>(&next.expr->node);
        if (leading && !leading->inverse && same_meaning(*leading->subject, *related->subject))
          say(Rotation::deputy_follows, 0, std::nullopt, related->relation, leading->relation, next.end);
      }
  }
}

// `member has led`, `thành viên đã làm khối trưởng`: the declared names of those among whom it goes
// round, and in Vietnamese of the leader.
void SentenceReader::all_have_led(At at, const Related& leader, const std::function<void(At)>& say) {
  const auto& one_of = schema_[leader.relation].one_of;
  for (const auto& members : names(at)) {
    if (members.named->sort != Sort::relation || !one_of || members.named->index != one_of->index) continue;
    for (const auto led : after(Keyword::has_led, members.end)) {
      if (context_.language == grammar::Language::english) say(led);
      for (const auto& role : names(led))
        if (role.named->sort == Sort::relation && role.named->index == leader.relation.index) say(role.end);
    }
  }
}

// `is in the top 2 of members of its bloc by total points[, rounded down]`
void SentenceReader::top_places(At at, At begin, Place place, const Expr& subject, Readings& readings) {
  for (const auto number : after(Keyword::in_the_top, at))
    for (const auto& top : amounts(number, place))
      for (const auto of : after(Keyword::top_places_of, top.end))
        for (const auto& among : set(of, place, Unmarked::any)) {
          if (among.set.of != subject->type.entity) continue;
          const auto seen = with_member(place, among.set.of, true);
          for (const auto by : after(Keyword::by_, among.end))
            for (const auto& value : expression(by, seen)) {
              if (!ordered(value.expr->type, schema_)) continue;
              ordering(value.end, [&](bool high_to_low, At end) {
                const bool share = top.value->type.percent;
                const auto say = [&](At last, Rounding rounding) {
                  add(readings, {last, expr(InTop{{subject, among.set, value.expr, high_to_low}, top.value, share, rounding},
                                            truth, begin, last), plus(among.against, value.against)});
                };
                if (!share) return say(end, Rounding::half_away);
                bool rounded = false;
                share_rounding(end, [&](Rounding rounding, At last) { rounded = true, say(last, rounding); });
                if (!rounded && failures_) rounding_missing(number, top.end, end);
              });
            }
        }
}

// `2 initiatives not used for another award`
void SentenceReader::evidence(At at, Place place, Readings& readings) {
  if (around(place).levels.empty()) return;
  std::vector<At> starts{at};
  for (const auto end : after(Keyword::at_least, at)) starts.push_back(end);
  for (const auto there : after(Keyword::there_is, at))
    for (const auto end : after(Keyword::at_least, there)) starts.push_back(end);
  for (const auto start : starts)
    for (const auto& amount : amounts(start, place)) {
      if (amount.value->type.percent) continue;
      for (const auto first : optional(Keyword::out_of_them, amount.end))
        for (const auto& members : set(first, place, Unmarked::any))
          for (const auto end : after(Keyword::not_used_for_another, members.end))
            add(readings, {end, expr(Evidence{amount.value, members.set}, truth, at, end), members.against});
    }
}

}  // namespace tdkt::typed::reading
