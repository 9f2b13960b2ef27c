// SPDX-License-Identifier: Apache-2.0
// and, or, not, brackets, if, and what follows a whole sentence: times, `or when there are none`.
#include <algorithm>

#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

namespace {

// What is denied, or moved to another time.
const Expression* body_of(const Expression& expression) {
  if (const auto* negated = std::get_if<Not>(&expression.node)) return negated->inner.get();
  if (const auto* moved = std::get_if<Moved>(&expression.node)) return moved->body.get();
  if (const auto* in_years = std::get_if<InYears>(&expression.node)) return in_years->body.get();
  return nullptr;
}

// A sentence about an award, `is eligible for` or `received`, whose subject is the entity at `level`.
bool about_award(const Expression& expression, std::size_t level) {
  const auto* inner = &expression;
  while (const auto* body = body_of(*inner)) inner = body;
  const auto is_own = [&](const Expr& subject) {
    const auto* self = std::get_if<Self>(&subject->node);
    return self && self->level == level;
  };
  if (const auto* received = std::get_if<Received>(&inner->node)) return is_own(received->subject);
  if (const auto* eligible = std::get_if<Eligible>(&inner->node)) return is_own(eligible->subject);
  return false;
}

bool has_own_time(const Expr& part) {
  if (part->bracketed) return false;
  if (const auto* received = std::get_if<Received>(&part->node))
    return !std::holds_alternative<WholeRecord>(received->when) && !std::holds_alternative<EnclosingWindow>(received->when);
  return std::holds_alternative<InYears>(part->node) || std::holds_alternative<Moved>(part->node) ||
         std::holds_alternative<Within>(part->node);
}

}  // namespace

const Readings& SentenceReader::disjunction(At at, Place place) {
  return kept(Rule::disjunction, at, place, 0,
              [&](Readings& readings) { readings = joined(at, place, false); });
}

const Readings& SentenceReader::conjunction(At at, Place place) {
  return kept(Rule::conjunction, at, place, 0,
              [&](Readings& readings) { readings = joined(at, place, true); });
}

// Parts set apart by `and` (or, for disjunctions, by `or`), as many as there are and also fewer:
// what follows may belong to the sentence around this one.
Readings SentenceReader::joined(At at, Place place, bool all) {
  struct Partial {
    At end;
    std::vector<Expr> parts;
    std::uint16_t against;
  };
  Readings result;
  const auto whole = [&](const Partial& partial) {
    if (partial.parts.size() == 1) return partial.parts.front();
    return all ? expr(All{partial.parts}, truth, at, partial.end) : expr(Any{partial.parts}, truth, at, partial.end);
  };
  const bool member = around(place).levels.size() > context_.levels.size();
  std::vector<Partial> open;
  const auto read_part = [&](At start, const Partial& before) {
    for (const auto& part : all ? timed(start, place) : conjunction(start, place)) {
      Partial next{part.end, before.parts, static_cast<std::uint16_t>(before.against + part.against)};
      next.parts.push_back(part.expr);
      // After `and`, an award word rather begins a sentence about the outer entity.
      if (member && next.parts.size() > 1 && about_award(*part.expr, around(place).levels.size() - 1))
        ++next.against;
      open.push_back(std::move(next));
    }
  };
  read_part(at, {});
  while (!open.empty() && !enough()) {
    const auto partial = std::move(open.back());
    open.pop_back();
    add(result, {partial.end, whole(partial), partial.against});

    // A time after `A and B` is B's, or that of both: two readings, unless A has its own.
    if (partial.parts.size() > 1 && !around(place).inside &&
        std::none_of(partial.parts.begin(), partial.parts.end() - 1, has_own_time)) {
      const auto together = whole(partial);
      const bool rather_selects = ends_with_dated_name(*together, schema_);
      for (const auto& time : times(partial.end, place))
        open.push_back({time.end, {moved(time, together, at, time.end)}, plus(partial.against, rather_selects ? 1 : 0)});
    }

    for (const auto start : optional_comma(partial.end))
      for (const auto next : after(all ? Keyword::and_ : Keyword::or_, start)) read_part(next, partial);
  }
  return result;
}

const Readings& SentenceReader::timed(At at, Place place) {
  return kept(Rule::timed, at, place, 0, [&](Readings& readings) {
    Readings sentences;
    for (const auto& reading : simple(at, place)) {
      add(sentences, reading);
      const auto* quantified = std::get_if<Quantified>(&reading.expr->node);
      if (!quantified || reading.expr->bracketed) continue;
      for (const auto start : optional_comma(reading.end))
        for (const auto end : after(Keyword::or_when_none, start)) {
          auto settled = *quantified;
          settled.or_when_none = true;
          add(sentences, {end, expr(std::move(settled), truth, at, end), reading.against});
        }
    }
    for (const auto& reading : sentences) {
      add(readings, reading);
      if (around(place).inside) continue;
      const bool rather_selects = ends_with_dated_name(*reading.expr, schema_);
      for (const auto& time : times(reading.end, place)) {
        const auto against = static_cast<std::uint16_t>(reading.against + (rather_selects ? 1 : 0));
        add(readings, {time.end, moved(time, reading.expr, at, time.end), against});
      }
      if (failures_) last_years_after(at, reading, place);
    }
  });
}

const Readings& SentenceReader::simple(At at, Place place) {
  return kept(Rule::simple, at, place, 0, [&](Readings& readings) {
    in_brackets(at, place, readings);
    within_window(at, place, readings);
    chosen(at, place, readings);
    quantified(at, place, readings);
    every_period(at, place, readings);
    negated(at, place, readings);
    items_reach(at, place, readings);
    evidence(at, place, readings);
    rotation(at, place, readings);
    if (around(place).levels.empty()) return;
    for (const auto& reading : predicate(at, place)) add(readings, reading);

    // A subject that is named: `its leader achieves …`, `the unit is eligible for …`.
    for (const auto& subject : entities(at, place)) {
      Readings said;
      said_of(subject.end, place, subject.expr, at, said);
      for (auto& reading : said) {
        reading.against = static_cast<std::uint16_t>(reading.against + subject.against);
        add(readings, std::move(reading));
      }
    }
  });
}

void SentenceReader::negated(At at, Place place, Readings& readings) {
  for (const auto start : after(Keyword::not_, at))
    for (const auto& inner : simple(start, place)) {
      // `không có cán bộ nào …` is the quantifier rather than a `không` before `có cán bộ …`.
      const bool quantifier = std::holds_alternative<Quantified>(inner.expr->node) && !inner.expr->bracketed;
      add(readings, {inner.end, expr(Not{inner.expr}, truth, at, inner.end),
                     static_cast<std::uint16_t>(inner.against + (quantifier ? 1 : 0))});
    }
}

void SentenceReader::in_brackets(At at, Place place, Readings& readings) {
  if (!symbol(at, "(")) return;
  const auto close = [&](const Reading& inner) {
    if (!symbol(inner.end, ")")) return;
    auto copy = *inner.expr;
    copy.bracketed = true;
    copy.written = where(at, inner.end + 1);
    add(readings, {inner.end + 1, std::make_shared<const Expression>(std::move(copy)), inner.against});
  };
  const auto within = bracketed(place);
  for (const auto& inner : disjunction(at + 1, within)) {
    close(inner);
    for (const auto comma : optional_comma(inner.end))
      for (const auto start : after(Keyword::except_when, comma))
        for (const auto& when : disjunction(start, within)) excepted(at + 1, inner, when, close);
  }
}

// `(A except when B)`. After `A and B` it is of both or of B alone: two readings.
void SentenceReader::excepted(At at, const Reading& sentence, const Reading& when, const std::function<void(const Reading&)>& say) {
  const auto against = plus(sentence.against, when.against);
  const auto waived = [&](const Expr& held) {
    Expression made{Any{{held, when.expr}, true}, truth, held->written};
    made.written.span.end = where(at, when.end).span.end;
    return std::make_shared<const Expression>(std::move(made));
  };
  say({when.end, waived(sentence.expr), against});
  if (sentence.expr->bracketed) return;
  const auto of_last = [&](auto joined) {
    joined.parts.back() = waived(joined.parts.back());
    say({when.end, expr(std::move(joined), truth, at, when.end), against});
  };
  if (const auto* all = std::get_if<All>(&sentence.expr->node)) of_last(*all);
  if (const auto* any = std::get_if<Any>(&sentence.expr->node)) of_last(*any);
}

// `if c then a otherwise b`, of conditions.
void SentenceReader::chosen(At at, Place place, Readings& readings) {
  for (const auto start : after(Keyword::if_, at))
    for (const auto& condition : disjunction(start, bracketed(place)))
      for (const auto comma : optional_comma(condition.end))
        for (const auto then_at : after(Keyword::then_, comma))
          for (const auto& then : disjunction(then_at, bracketed(place)))
            for (const auto second : optional_comma(then.end))
              for (const auto other_at : after(Keyword::otherwise_, second))
                for (const auto& other : disjunction(other_at, place))
                  add(readings, {other.end, expr(If{condition.expr, then.expr, other.expr}, truth, at, other.end),
                                 static_cast<std::uint16_t>(condition.against + then.against + other.against)});
}

// `within the last 5 years: ( … )`
void SentenceReader::within_window(At at, Place place, Readings& readings) {
  for (const auto& window : windows(at)) {
    if (!symbol(window.end, ":")) continue;
    auto inner = around(place);
    inner.window = true;
    const auto inside = place_of(std::move(inner));
    for (const auto& body : simple(window.end + 1, inside))
      add(readings, {body.end, expr(Within{window.span, body.expr}, truth, at, body.end), body.against});
  }
}

}  // namespace tdkt::typed::reading
