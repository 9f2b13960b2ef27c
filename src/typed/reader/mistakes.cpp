// SPDX-License-Identifier: Apache-2.0
// What is noted while a sentence that has no reading is read again, and how the readings of a whole
// sentence are weighed.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

Readings complete(const Readings& readings, At end) {
  Readings whole;
  for (const auto& reading : readings)
    if (reading.end == end) whole.push_back(reading);
  const auto least = std::min_element(whole.begin(), whole.end(), [](const Reading& a, const Reading& b) {
    return a.against < b.against;
  });
  if (least == whole.end()) return whole;
  const auto most = least->against;
  whole.erase(std::remove_if(whole.begin(), whole.end(), [&](const Reading& r) { return r.against > most; }), whole.end());
  return whole;
}

Expr only_meaning(const Readings& readings, At end) {
  const auto whole = complete(readings, end);
  for (std::size_t i = 1; i < whole.size(); ++i)
    if (!same_meaning(*whole.front().expr, *whole[i].expr)) return nullptr;
  return whole.empty() ? nullptr : whole.front().expr;
}

bool is_titled(const Title& title, const std::string& key) {
  return grammar::key_of(title.text) == key || (title.translation && grammar::key_of(*title.translation) == key);
}

diagnostics::Phrase phrase_of_name(const columns::Name& name) {
  return {name.in(grammar::Language::english), name.in(grammar::Language::vietnamese)};
}

std::string text_of_words(const syntax::Sentence& sentence, std::size_t begin, std::size_t end) {
  std::string text;
  for (auto at = begin; at < end && at < sentence.words.size(); ++at) {
    const auto& word = sentence.words[at];
    if (!text.empty() && word.after_blank) text += ' ';
    text += word.kind == syntax::WordKind::quoted ? '"' + word.text + '"' : word.text;
  }
  return text;
}

std::string SentenceReader::text_at(At begin, At end) const { return text_of_words(sentence_, begin, end); }

diagnostics::Phrase SentenceReader::phrase_for(const Type& type) const {
  switch (type.kind) {
    case TypeKind::truth: return {"yes/no", "có/không"};
    case TypeKind::number: return {"a number", "số"};
    case TypeKind::date: return {"a date", "ngày"};
    case TypeKind::text: return {"text", "văn bản"};
    case TypeKind::scale: return phrase_of_name(schema_[type.scale].name);
    case TypeKind::entity: return phrase_of_name(schema_[type.entity].name);
  }
  return "";
}

// `total a + b of members`: an aggregate takes one term, more in brackets.
void SentenceReader::unbracketed_term(At at, At of, At reached, Place seen) {
  for (const auto& value : expression(at, seen))
    if (value.end == of && std::holds_alternative<Arithmetic>(value.expr->node)) {
      failures_->mistakes.push_back({at, of, reached, diagnostics::Kind::brackets_needed, {text_at(at, of)},
                                     {{{at, at, "("}, {of, of, ")"}}}});
      return;
    }
}

// `the smaller of a + b and c`: each is one term, more in brackets.
void SentenceReader::unbracketed_pair(At at, Place place) {
  const auto is_sum = [](const Reading& term) { return std::holds_alternative<Arithmetic>(term.expr->node) && !term.expr->bracketed; };
  for (const auto& left : expression(at, place))
    for (const auto second : after(Keyword::and_, left.end))
      for (const auto& right : expression(second, place)) {
        if (!is_sum(left) && !is_sum(right)) continue;
        std::vector<Edit> edits;
        if (is_sum(left)) edits.push_back({at, at, "("}), edits.push_back({left.end, left.end, ")"});
        if (is_sum(right)) edits.push_back({second, second, "("}), edits.push_back({right.end, right.end, ")"});
        const bool first = is_sum(left);
        const auto begin = first ? at : second, end = first ? left.end : right.end;
        failures_->mistakes.push_back({begin, end, right.end, diagnostics::Kind::brackets_needed, {text_at(begin, end)}, {std::move(edits)}});
      }
}

// `20% of members`: how a share of people becomes a number of people has to be said.
void SentenceReader::rounding_missing(At at, At end, At reached) {
  const bool english = context_.language == grammar::Language::english;
  std::vector<std::vector<Edit>> offers;
  for (const auto keyword : {Keyword::rounded_down, Keyword::rounded_up, Keyword::rounded})
    offers.push_back({{reached, reached, ", " + grammar::spellings(keyword, english ? grammar::Language::english : grammar::Language::vietnamese).front()}});
  failures_->mistakes.push_back({at, end, reached, diagnostics::Kind::rounding_missing, {text_at(at, end)}, std::move(offers)});
}

// `at least targets met of staff …`
void SentenceReader::amount_without_brackets(At at, At end, Place place) {
  for (const auto start : optional(Keyword::out_of_them, end))
    if (!set(start, place, Unmarked::none).empty())
      failures_->mistakes.push_back({at, end, static_cast<At>(sentence_.words.size()), diagnostics::Kind::amount_without_brackets,
                                     {text_at(at, end)}, {{{at, at, "("}, {end, end, ")"}}}});
}

// A time that only selects, after a sentence: which years it means has to be said.
void SentenceReader::last_years_after(At at, const Reading& sentence, Place place) {
  (void)at, (void)place;
  years_before_without_each(sentence.end);
  const bool english = context_.language == grammar::Language::english;
  for (const auto start : after(Keyword::in_the_last, sentence.end)) {
    const auto years = whole_number(start);
    if (!years) continue;
    for (const auto end : after(Keyword::last_years, start + 1)) {
      const auto n = std::to_string(*years);
      const auto offer = [&](const std::string& text) { return std::vector<Edit>{{sentence.end, end, text}}; };
      failures_->mistakes.push_back(
          {sentence.end, end, end, diagnostics::Kind::last_years_of_sentence, {text_at(sentence.end, end)},
           english ? std::vector{offer("for " + n + " consecutive years"), offer("in at least 1 of the last " + n + " years")}
                   : std::vector{offer("trong " + n + " năm liên tục"), offer("ít nhất 1 trong " + n + " năm gần nhất")}});
    }
  }
}

// `trong 2 năm trước`: one year or two?
void SentenceReader::years_before_without_each(At at) {
  if (context_.language == grammar::Language::english) return;
  for (const auto start : after(Keyword::in_the, at)) {
    const auto years = whole_number(start);
    if (!years) continue;
    for (const auto end : after(Keyword::years_ago, start + 1)) {
      const auto n = std::to_string(*years);
      failures_->mistakes.push_back({at, end, end, diagnostics::Kind::last_years_of_sentence, {text_at(at, end)},
                                     {{{at, end, "trong " + n + " năm liên tục trước đó"}}, {{at, end, n + " năm trước"}}}});
    }
  }
}

// `place in the previous year is 1`: a time behind a fact, which moves whole sentences. In a definition's
// body a parameter stands for a fact.
void SentenceReader::time_of_fact(At begin, const Reading& left, Place place) {
  const bool argument = std::any_of(context_.arguments.begin(), context_.arguments.end(), [&](const auto& one) { return one.second == left.expr; });
  if (!argument && !std::holds_alternative<FactOf>(left.expr->node)) return;
  for (const auto& time : times(left.end, place)) {
    // `leader's place in …`: the brackets stand around the fact alone.
    auto first = begin;
    for (At at = begin; at < left.end; ++at)
      if (symbol(at, "'s")) first = at + 1;
    failures_->mistakes.push_back({left.end, time.end, time.end, diagnostics::Kind::time_of_fact, {text_at(left.end, time.end)},
                                   {{{first, first, "("}, {time.end, time.end, ")"}}}});
  }
}

// `is 1 - 3`, said of a range: nobody leaves a difference of two figures to be worked out. `0 - 3` is how the
// number below zero is written.
bool SentenceReader::range_of_figures(const Expression& value) {
  const auto* difference = std::get_if<Arithmetic>(&value.node);
  if (!difference || difference->op != Operator::minus || value.bracketed) return false;
  const auto figure = [](const Expr& side) -> const Decimal* {
    const auto* literal = std::get_if<Literal>(&side->node);
    return literal ? std::get_if<Decimal>(&literal->value) : nullptr;
  };
  const auto *low = figure(difference->left), *high = figure(difference->right);
  return low && high && Decimal{0} < *low && *low < *high;
}

}  // namespace tdkt::typed::reading
