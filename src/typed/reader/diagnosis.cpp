// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/diagnosis.hpp"

#include <algorithm>
#include <array>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "syntax/parse.hpp"
#include "typed/print.hpp"

namespace tdkt::typed::reading {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Language;

namespace {

// Each try reads the whole sentence again.
constexpr int most_tries = 60;

// What stands for an argument of that type.
Expr some_value(const Type& type, source::Where where) {
  switch (type.kind) {
    case TypeKind::truth: return make(Literal{true}, type, where);
    case TypeKind::number: return make(Literal{Decimal()}, type, where);
    case TypeKind::scale: return make(Literal{Code{type.scale, 0}}, type, where);
    case TypeKind::date: return make(Literal{values::Date()}, type, where);
    case TypeKind::text: return make(Literal{std::string()}, type, where);
    case TypeKind::entity: return make(Self{0}, type, where);
  }
  return nullptr;
}

}  // namespace

Diagnosis::Diagnosis(Answers& state, const Question& question)
    : state_(state), question_(question), words_(question.sentence.words), language_(question.context.language) {
  SentenceReader reader(state.lexicon, question.sentence, question.context, &failures_);
  for (const auto& reading : question.goal(reader)) complete_ = std::max<std::size_t>(complete_, reading.end);
  at_ = std::max<std::size_t>(failures_.furthest, complete_);

  covered_.resize(words_.size());
  const auto cover = [&](std::size_t begin, std::size_t end) {
    for (auto word = begin; word < end; ++word) covered_[word] = true;
  };
  const KeywordIndex index(question.sentence, language_);
  names_ = state.lexicon.phrases.in(question.sentence);
  for (std::size_t at = 0; at < words_.size(); ++at) {
    cover(at, index.longest_at(static_cast<At>(at)));
    for (const auto& match : names_[at]) cover(at, match.end);
  }
}

void Diagnosis::report() {
  if (word_twice() || compared_twice() || everyday_speech() || exception_misworded() || none_without_quantifier() ||
      note_behind() || needless_sign() || of_other_language() ||
      without_diacritics())
    return;
  tries_ = 0;
  if (brackets_missing() || mistyped() || share_alone() || without_quantifier() || wrong_order() || value_of_other_scale() || value_of_scale_for_number() ||
      unknown_title() || sign_missing() || near_phrase() || of_other_entity() || joining_word_missing())
    return;
  what_remains();
}

syntax::Sentence Diagnosis::edited(const std::vector<Edit>& edits) const {
  return with_edits(question_.sentence, edits, language_);
}

bool Diagnosis::mended_by(const std::vector<Edit>& edits) {
  if (++tries_ > most_tries) return false;
  return state_.meanings(question_, edited(edits)).size() == 1;
}

std::size_t Diagnosis::reach_of(const std::vector<Edit>& edits) {
  if (++tries_ > most_tries) return 0;
  const auto sentence = edited(edits);
  Failures failures;
  SentenceReader reader(state_.lexicon, sentence, question_.context, &failures);
  std::size_t reach = 0;
  for (const auto& reading : question_.goal(reader)) reach = std::max<std::size_t>(reach, reading.end);
  return std::max<std::size_t>(reach, failures.furthest);
}

Diagnostic& Diagnosis::say(Kind kind, std::size_t begin, std::size_t end, std::vector<Phrase> values) {
  auto span = question_.sentence.span;
  if (begin < size())
    span = source::join(words_[begin].span, words_[std::clamp<std::size_t>(end, begin + 1, size()) - 1].span);
  else if (!words_.empty())
    span = {words_.back().span.end, words_.back().span.end};
  return state_.diagnostics.report(kind, {question_.context.file, span}, language_, std::move(values));
}

void Diagnosis::offer(Diagnostic& diagnostic, const std::vector<Edit>& edits, Phrase text) const {
  offer_edits(diagnostic, state_.sources, question_, edits, std::move(text));
}

void Diagnosis::offer_mended(Diagnostic& diagnostic, const std::vector<std::vector<Edit>>& offers) {
  for (const auto& edits : offers) {
    if (mended_by(edits)) offer_edits(diagnostic, state_.sources, question_, edits);
  }
}

// A keyword of the other language, or the whole sentence in it.
bool Diagnosis::of_other_language() {
  const auto turned = other(language_);
  const Phrase own = language_ == Language::english ? Phrase("English", "tiếng Anh") : Phrase("Vietnamese", "tiếng Việt");
  const KeywordIndex here(question_.sentence, language_), there(question_.sentence, turned);
  for (std::size_t at = 0; at <= at_ && at < size(); ++at) {
    const auto word = static_cast<At>(at);
    if (words_[at].kind != syntax::WordKind::word || here.any_at(word) || !there.any_at(word)) continue;
    if (!names_[at].empty()) continue;

    // One word in a sentence that is otherwise in the file's language, else the whole.
    for (const auto keyword : grammar::all_keywords())
      for (const auto end : there.after(keyword, word))
        for (const auto& spelling : grammar::spellings(keyword, language_)) {
          const std::vector<Edit> edits{{word, end, spelling}};
          if (!mended_by(edits)) continue;
          auto& diagnostic = say(Kind::word_of_other_language, at, end, {text_of_words(question_.sentence, at, end), own});
          offer(diagnostic, edits, {"write '" + spelling + "'", "viết '" + spelling + "'"});
          return true;
        }
    auto context = question_.context;
    context.language = turned;
    const auto turned_words = syntax::words_of(text_of_words(question_.sentence, 0, size()), turned);
    const auto meanings = state_.meanings({question_.sentence, context, question_.kind, question_.goal}, turned_words);
    auto& diagnostic = say(Kind::word_of_other_language, at, at + 1, {words_[at].text, own});
    if (meanings.size() != 1 || question_.kind == GoalKind::set || question_.kind == GoalKind::offer) return true;
    const auto translated = as_sentence(state_.lexicon.program, *meanings.front().expr, language_,
                                        static_cast<std::uint8_t>(question_.context.levels.empty() ? 0 : question_.context.levels.size() - 1));
    const std::vector<Edit> whole{{0, static_cast<std::uint32_t>(size()), translated}};
    if (mended_by(whole)) offer(diagnostic, whole, {"write '" + translated + "'", "viết '" + translated + "'"});
    return true;
  }
  return false;
}

// Something was read that cannot be meant: the one after which reading came furthest.
// Several terms where one is taken: certain where brackets around them mend the sentence.
bool Diagnosis::brackets_missing() {
  for (const auto& mistake : failures_.mistakes) {
    if (mistake.kind != Kind::brackets_needed || mistake.offers.empty() || !mended_by(mistake.offers.front())) continue;
    auto& diagnostic = say(mistake.kind, mistake.begin, mistake.end, mistake.values);
    offer_edits(diagnostic, state_.sources, question_, mistake.offers.front());
    return true;
  }
  return false;
}

bool Diagnosis::mistyped() {
  const Mistake* furthest = nullptr;
  for (const auto& mistake : failures_.mistakes)
    if (mistake.reached >= at_ && (!furthest || mistake.reached > furthest->reached ||
                                   (mistake.reached == furthest->reached && furthest->offers.empty() && !mistake.offers.empty())))
      furthest = &mistake;
  if (!furthest) return false;
  // A name that is nearly right is the likelier slip than one that is meant and of another type.
  if (furthest->kind == Kind::not_comparable && furthest->end < size() && report_near(furthest->begin, true)) return true;
  if (furthest->call && body_broken(*furthest)) return true;
  if (furthest->offers.empty() && wrong_order()) return true;
  auto& diagnostic = say(furthest->kind, furthest->begin, furthest->end, furthest->values);
  offer_mended(diagnostic, furthest->offers);
  return true;
}

// A definition with parameters is read where it is used. What nobody could work out, whatever is given to
// it, is told of its body.
bool Diagnosis::body_broken(const Mistake& mistake) {
  const auto& call = *mistake.call;
  const auto& definition = state_.lexicon.program[call.definition];
  const auto context_with = [&](const std::vector<Type>& types) {
    Context context;
    context.levels = {definition.anywhere ? call.caller : definition.of};
    context.language = definition.language;
    context.file = definition.written.file;
    context.pack = definition.pack;
    for (std::size_t i = 0; i < types.size(); ++i)
      context.arguments.emplace_back(definition.parameters[i], some_value(types[i], definition.written));
    return context;
  };
  const Goal goal = [](SentenceReader& reader) { return reader.values(std::nullopt); };
  const auto with_numbers = context_with(std::vector<Type>(call.given.size(), number_type(false)));
  if (!state_.meanings({definition.words, with_numbers, GoalKind::value, goal}, definition.words).empty()) return false;
  const auto as_given = context_with(call.given);
  const Question body{definition.words, as_given, GoalKind::value, goal};
  if (!state_.meanings(body, definition.words).empty()) return false;
  Diagnosis(state_, body).report();
  return true;
}

void Diagnosis::what_remains() {
  if (at_ >= size()) {
    say(Kind::sentence_ends_early, size(), size(), {expected()});
    return;
  }
  const auto end = unknown_end(at_);
  const auto text = text_of_words(question_.sentence, at_, end);
  if (complete_ == at_ && complete_ > 0) {
    say(Kind::words_left_over, at_, size(), {text_of_words(question_.sentence, at_, size())});
    return;
  }
  const auto scale = std::find_if(failures_.expected.begin(), failures_.expected.end(),
                                  [](const Expected& one) { return one.what == Wanted::value_of_scale; });
  if (scale != failures_.expected.end() && failures_.furthest == at_) {
    auto& diagnostic = say(Kind::not_a_value, at_, end, {text, phrase_of_name(state_.lexicon.program.schema[scale->type.scale].name)});
    list_values(diagnostic, scale->type.scale);
    return;
  }
  say(Kind::unknown_words, at_, end, {text, expected()});
}

}  // namespace tdkt::typed::reading
