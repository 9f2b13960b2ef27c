// SPDX-License-Identifier: Apache-2.0
// Numbers about sets: `number of`, `share of`, `total F of S`, `highest F of S`; ranks; the member
// with the highest F.
#include "diagnostics/kinds.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

void SentenceReader::aggregates(At at, Place place, Readings& readings) {
  if (around(place).levels.empty()) return;
  for (const auto end : after(Keyword::number_of, at)) counted(end, at, place, Function::number, readings);
  for (const auto end : after(Keyword::share_of, at)) counted(end, at, place, Function::share, readings);
  const auto read = [&](Keyword keyword, Function function) {
    for (const auto end : after(keyword, at)) {
      const auto before = readings.size();
      summarised(end, at, place, function, readings);
      if (failures_ && readings.size() == before)
        failures_->mistakes.push_back({at, end, end, diagnostics::Kind::nothing_to_sum_up, {text_at(at, end)}, {}});
    }
  };
  read(Keyword::total, Function::total);
  read(Keyword::average, Function::average);
  read(Keyword::highest, Function::highest);
  read(Keyword::lowest, Function::lowest);
  read(Keyword::median, Function::median);
  if (context_.language == grammar::Language::vietnamese) summarised_behind(at, place, readings);
  member_with(at, place, readings);
  ranks(at, place, readings);
}

// `number of staff who …`; `share of staff who …`: of the members, those with the last condition.
void SentenceReader::counted(At at, At begin, Place place, Function function, Readings& readings) {
  for (const auto first : optional(Keyword::out_of_them, at))
    for (const auto& members : set(first, place, Unmarked::any)) {
      Aggregate aggregate{function, members.set, nullptr, nullptr, false};
      auto type = number_type(function == Function::number);
      if (function == Function::share) {
        type.percent = true;
        auto& filters = aggregate.set.keys_of ? aggregate.set.key_filters : aggregate.set.steps.back().filters;
        if (!members.filtered || filters.empty()) continue;
        aggregate.predicate = filters.back();
        filters.pop_back();
      }
      add(readings, {members.end, expr(aggregate, type, begin, members.end), members.against});
      for (const auto end : after(Keyword::that_are_known, members.end)) {
        auto known = aggregate;
        known.known_only = true;
        add(readings, {end, expr(std::move(known), type, begin, end), members.against});
      }
    }
}

// `total F of S`, `highest F of S`, `total F over indicators`: F is read for the members, so the
// sets that follow are looked at first.
void SentenceReader::summarised(At at, At begin, Place place, Function function, Readings& readings) {
  const auto words = static_cast<At>(sentence_.words.size());
  for (At of = at + 1; of < words; ++of) {
    for (const auto over : after(Keyword::over_, of))
      for (const auto& periods : periods_named(over))
        for (const auto first : articles(at))
          for (const auto& value : factor(first, place))
            if (value.end == of) over_periods(value, periods, function, begin, readings);
    std::vector<At> starts;
    for (const auto end : after(Keyword::of_, of)) starts.push_back(end);
    for (const auto end : after(Keyword::over_, of)) starts.push_back(end);
    for (const auto start : starts)
      for (const auto& members : set(start, place, Unmarked::any)) {
        const auto seen = with_member(place, members.set.of, true);
        for (const auto first : articles(at))
          for (const auto& value : factor(first, seen))
            if (value.end == of) summary(function, begin, members, value, readings);
        if (failures_ && !symbol(at, "(")) unbracketed_term(at, of, members.end, seen);
      }
  }
}

// `điểm cao nhất của thành viên`: in Vietnamese the function also stands behind the value.
void SentenceReader::summarised_behind(At at, Place place, Readings& readings) {
  constexpr std::pair<Keyword, Function> behind[] = {{Keyword::average, Function::average},
                                                     {Keyword::highest, Function::highest},
                                                     {Keyword::lowest, Function::lowest},
                                                     {Keyword::median, Function::median}};
  // The value stands before its keyword: where it is itself read, only keywords before that one count.
  const auto words = static_cast<At>(sentence_.words.size());
  const auto limit = behind_.try_emplace(at, words).first->second;
  for (At middle = limit; middle-- > at + 1;)
    for (const auto& [keyword, function] : behind)
      for (const auto end : after(keyword, middle)) {
        for (const auto over : after(Keyword::over_, end))
          for (const auto& periods : periods_named(over))
            for (const auto& value : reference(at, place))
              if (value.end == middle) over_periods(value, periods, function, at, readings);
        for (const auto of : after(Keyword::of_, end))
          for (const auto& members : set(of, place, Unmarked::any)) {
            const auto seen = with_member(place, members.set.of, true);
            behind_[at] = middle;
            for (const auto& value : factor(at, seen))
              if (value.end == middle) summary(function, at, members, value, readings);
            behind_[at] = limit;
            if (failures_ && !symbol(at, "(")) unbracketed_term(at, middle, members.end, seen);
          }
      }
}

void SentenceReader::summary(Function function, At begin, const SetReading& members, const Reading& value,
                             Readings& readings) {
  const auto& type = value.expr->type;
  const bool by_order = function == Function::highest || function == Function::lowest || function == Function::median;
  if (type.kind != TypeKind::number && !(by_order && function != Function::median && ordered(type, schema_))) {
    if (failures_)
      failures_->mistakes.push_back({begin, value.end, members.end, diagnostics::Kind::not_a_number,
                                     {text_at(value.end > begin ? begin + 1 : begin, value.end), phrase_for(type)}, {}});
    return;
  }
  auto result = type;
  if (function == Function::average || function == Function::median) result.whole = false;
  const auto against = plus(members.against, value.against);
  Aggregate aggregate{function, members.set, value.expr, nullptr, false};
  add(readings, {members.end, expr(aggregate, result, begin, members.end), against});
  for (const auto end : after(Keyword::that_are_known, members.end)) {
    aggregate.known_only = true;
    add(readings, {end, expr(aggregate, result, begin, end), against});
  }
}

// `the member with the highest F`, `thành viên có F cao nhất`
void SentenceReader::member_with(At at, Place place, Readings& readings) {
  const auto say = [&](const SetReading& members, const Reading& value, bool highest, At end) {
    if (!ordered(value.expr->type, schema_)) return;
    Type type;
    type.kind = TypeKind::entity;
    type.entity = members.set.of;
    add(readings, {end, expr(MemberWith{highest, members.set, value.expr}, type, at, end),
                   plus(members.against, value.against)});
  };
  const bool english = context_.language == grammar::Language::english;
  for (const auto& members : set(at, place, Unmarked::none)) {
    const auto seen = with_member(place, members.set.of, true);
    const auto read = [&](Keyword keyword, bool highest) {
      if (english) {
        for (const auto start : after(keyword, members.end))
          for (const auto& value : factor(start, seen)) say(members, value, highest, value.end);
      } else {
        for (const auto has : after(Keyword::who, members.end))
          for (const auto& value : factor(has, seen))
            for (const auto end : after(keyword, value.end)) say(members, value, highest, end);
      }
    };
    read(Keyword::with_the_highest, true);
    read(Keyword::with_the_lowest, false);
  }

  // Whose member stands behind: `the member with the highest F of its bloc`.
  for (const auto first : articles(at))
    for (const auto& noun : nouns(first)) {
      if (noun.kind == Noun::Kind::keys) continue;
      const auto seen = with_member(place, noun.to, true);
      const auto owned = [&](const Reading& value, bool highest, At end) {
        for (const auto of : after(Keyword::of_, end))
          for (const auto& owner : entities(of, place))
            if (owner.expr->type.entity == noun.of)
              if (auto members = step_from(noun, owner.expr, place))
                say({owner.end, std::move(*members), false, owner.against}, value, highest, owner.end);
      };
      const auto read = [&](Keyword keyword, bool highest) {
        if (english) {
          for (const auto start : after(keyword, noun.end))
            for (const auto& value : factor(start, seen)) owned(value, highest, value.end);
        } else {
          for (const auto has : after(Keyword::who, noun.end))
            for (const auto& value : factor(has, seen))
              for (const auto end : after(keyword, value.end)) owned(value, highest, end);
        }
      };
      read(Keyword::with_the_highest, true);
      read(Keyword::with_the_lowest, false);
    }
}

// `rank of the unit by F among members of its bloc[, from low to high]`
void SentenceReader::ranks(At at, Place place, Readings& readings) {
  const auto words = static_cast<At>(sentence_.words.size());
  for (const auto start : after(Keyword::rank_of, at))
    for (const auto& subject : entities(start, place))
      for (const auto by : after(Keyword::by_, subject.end))
        for (At among = by + 1; among < words; ++among)
          for (const auto of : after(Keyword::among_set, among))
            for (const auto& members : set(of, place, Unmarked::any)) {
              if (members.set.of != subject.expr->type.entity) continue;
              for (const auto& value : expression(by, with_member(place, members.set.of, true))) {
                if (value.end != among || !ordered(value.expr->type, schema_)) continue;
                ordering(members.end, [&](bool high_to_low, At end) {
                  add(readings, {end, expr(Rank{subject.expr, members.set, value.expr, high_to_low}, number_type(true), at, end),
                                 plus(subject.against, members.against + value.against)});
                });
              }
            }
}

// `from high to low`, `from low to high`, or nothing.
void SentenceReader::ordering(At at, const std::function<void(bool, At)>& say) {
  say(true, at);
  for (const auto start : optional_comma(at)) {
    for (const auto end : after(Keyword::high_to_low, start)) say(true, end);
    for (const auto end : after(Keyword::low_to_high, start)) say(false, end);
  }
}

// `, rounded down`
void SentenceReader::share_rounding(At at, const std::function<void(Rounding, At)>& say) {
  for (const auto start : optional_comma(at)) {
    for (const auto end : after(Keyword::rounded_down, start)) say(Rounding::down, end);
    for (const auto end : after(Keyword::rounded_up, start)) say(Rounding::up, end);
    for (const auto end : after(Keyword::rounded, start)) say(Rounding::half_away, end);
  }
}

}  // namespace tdkt::typed::reading
