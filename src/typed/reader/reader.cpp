// SPDX-License-Identifier: Apache-2.0
#include "typed/reader.hpp"

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed {

namespace reading {

namespace {

// Longer than any sentence of people; brackets deeper than any that can be followed.
constexpr std::size_t most_words = 4'000;
constexpr std::size_t most_brackets = 120;
// Readings looked at while what to offer instead is tried out.
constexpr std::size_t most_work = 40'000;

}  // namespace

void Answers::take_up_names() {
  if (!changed) return;
  changed = false;
  lexicon.phrases.take_up(lexicon.program);
  const auto& awards = lexicon.program.awards;
  for (; lexicon.awards_taken < awards.size(); ++lexicon.awards_taken) {
    const auto& title = awards[lexicon.awards_taken].title;
    const AwardId id{static_cast<std::uint32_t>(lexicon.awards_taken)};
    lexicon.awards[grammar::key_of(title.text)].push_back(id);
    if (title.translation && grammar::key_of(*title.translation) != grammar::key_of(title.text))
      lexicon.awards[grammar::key_of(*title.translation)].push_back(id);
  }
}

Readings Answers::meanings(const Question& question, const syntax::Sentence& sentence) {
  if (work > most_work) return {};
  SentenceReader reader(lexicon, sentence, question.context);
  auto whole = complete(question.goal(reader), static_cast<At>(sentence.words.size()));
  work += reader.work();
  if (reader.too_many() || reader.too_deep()) whole.clear();
  Readings distinct;
  for (auto& meaning : whole) {
    if (!distinct.empty() && same_meaning(*distinct.front().expr, *meaning.expr)) continue;
    distinct.push_back(std::move(meaning));
    if (distinct.size() == 2) break;  // several, however many
  }
  return distinct;
}

Expr Answers::answer(const Question& question) {
  using diagnostics::Kind;
  using diagnostics::Phrase;
  take_up_names();
  work = 0;
  const auto& sentence = question.sentence;
  const auto language = question.context.language;
  const auto report = [&](Kind kind, source::Span at, std::vector<Phrase> values = {}) -> diagnostics::Diagnostic& {
    return diagnostics.report(kind, {question.context.file, at}, language, std::move(values));
  };
  if (sentence.empty()) {
    report(Kind::sentence_missing, sentence.span,
           {question.kind == GoalKind::condition ? Phrase("a condition", "một điều kiện") : Phrase("a value", "một giá trị")});
    return nullptr;
  }
  if (sentence.words.size() > most_words) {
    report(Kind::endless_sentence, sentence.words.front().span, {std::to_string(most_words)});
    return nullptr;
  }
  std::vector<source::Span> open;
  for (const auto& word : sentence.words) {
    if (word.kind != syntax::WordKind::symbol) continue;
    if (word.text == "(") {
      open.push_back(word.span);
      if (open.size() > most_brackets) {
        report(Kind::nested_too_deeply, word.span, {std::to_string(most_brackets)});
        return nullptr;
      }
    } else if (word.text == ")") {
      if (open.empty()) {
        auto& diagnostic = report(Kind::brackets_unmatched, word.span);
        const auto at = static_cast<std::uint32_t>(&word - sentence.words.data());
        const std::vector<Edit> without{{at, at + 1, ""}};
        if (meanings(question, with_edits(sentence, without, language)).size() == 1)
          offer_edits(diagnostic, sources, question, without);
        return nullptr;
      }
      open.pop_back();
    }
  }
  if (!open.empty()) {
    report(Kind::brackets_unmatched, open.back());
    return nullptr;
  }

  SentenceReader reader(lexicon, sentence, question.context);
  auto whole = complete(question.goal(reader), static_cast<At>(sentence.words.size()));
  if (reader.too_deep()) {
    report(Kind::nested_too_deeply, sentence.span, {std::to_string(most_brackets)});
    return nullptr;
  }
  if (reader.too_many()) {
    report(Kind::too_many_readings, sentence.span);
    return nullptr;
  }
  if (whole.empty()) {
    explain_none(question);
    return nullptr;
  }
  for (std::size_t i = 1; i < whole.size(); ++i)
    if (!same_meaning(*whole.front().expr, *whole[i].expr)) {
      if (!Diagnosis(*this, question).word_twice()) explain_several(question, whole);
      return nullptr;
    }
  return whole.front().expr;
}

}  // namespace reading

using reading::GoalKind;
using reading::SentenceReader;

Reader::Reader(const Program& program, const source::Sources& sources, diagnostics::Diagnostics& diagnostics)
    : state_(std::make_unique<State>(program, sources, diagnostics)) {}
Reader::~Reader() = default;

void Reader::names_changed() { state_->changed = true; }

void Reader::note_in(Provenance* provenance) { state_->provenance = provenance; }

Expr Reader::condition(const syntax::Sentence& sentence, const Context& context) {
  auto read = state_->answer({sentence, context, GoalKind::condition, [](SentenceReader& r) { return r.conditions(); }});
  if (read) state_->note(sentence, {ReadSentence::Kind::condition, context, {}, read});
  return read;
}

Expr Reader::number(const syntax::Sentence& sentence, const Context& context) {
  auto read = state_->answer({sentence, context, GoalKind::number, [](SentenceReader& r) { return r.numbers(); }});
  if (read) state_->note(sentence, {ReadSentence::Kind::number, context, {}, read});
  return read;
}

Expr Reader::value(const syntax::Sentence& sentence, const Context& context, const std::optional<Type>& wanted) {
  auto read =
      state_->answer({sentence, context, GoalKind::value, [&](SentenceReader& r) { return r.values(wanted); }});
  if (read) state_->note(sentence, {ReadSentence::Kind::value, context, wanted, read});
  return read;
}

}  // namespace tdkt::typed
