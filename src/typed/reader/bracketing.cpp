// SPDX-License-Identifier: Apache-2.0
// A sentence that can be read in several ways: each is shown as the sentence that means it alone.
#include <algorithm>
#include <set>

#include "diagnostics/kinds.hpp"
#include "typed/print.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed::reading {

using diagnostics::Kind;
using diagnostics::Phrase;

namespace {

constexpr int most_attempts = 240;
constexpr std::size_t most_shown = 3;

struct Part {
  std::uint32_t from, to;
  bool name;  // a value's name, that quotes set apart
};

// The parts of a reading that brackets could set apart, as words; the largest first.
class Parts {
 public:
  explicit Parts(const Question& question) : question_(question) {}

  std::vector<Part> of(const Expression& meaning) {
    collect(meaning);
    std::stable_sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) {
      return a.name != b.name ? b.name : a.to - a.from > b.to - b.from;
    });
    return parts_;
  }

 private:
  void collect(const Expression& e) {
    if (const auto range = words_of(e.written)) {
      const bool whole = range->first == 0 && range->second == question_.sentence.words.size();
      const auto* literal = std::get_if<Literal>(&e.node);
      const bool name = literal && std::holds_alternative<Code>(literal->value);
      if (!whole && !e.bracketed && seen_.insert(*range).second) parts_.push_back({range->first, range->second, name});
    }
    if (const auto* defined = std::get_if<Defined>(&e.node)) {
      for (const auto& argument : defined->arguments) collect(*argument);
      return;
    }
    for_each_part(e, [&](const Expression& part) { collect(part); });
  }

  std::optional<std::pair<std::uint32_t, std::uint32_t>> words_of(const source::Where& where) const {
    if (where.file != question_.context.file) return std::nullopt;
    const auto& words = question_.sentence.words;
    std::optional<std::uint32_t> from, to;
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (words[i].span.begin == where.span.begin) from = i;
      if (words[i].span.end == where.span.end) to = i + 1;
    }
    if (!from || !to || *from >= *to) return std::nullopt;
    return std::pair{*from, *to};
  }

  const Question& question_;
  std::vector<Part> parts_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
};

std::vector<Edit> around(const Part& part, const Question& question) {
  // Quotes say best that several words are one name.
  if (part.name && part.to - part.from > 1)
    return {{part.from, part.to, '"' + text_of_words(question.sentence, part.from, part.to) + '"'}};
  return {{part.from, part.from, "("}, {part.to, part.to, ")"}};
}

std::vector<Edit> around(const Part& a, const Part& b, const Question& question) {
  auto edits = around(a, question);
  for (auto& edit : around(b, question)) edits.push_back(std::move(edit));
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& x, const Edit& y) { return x.from < y.from; });
  return edits;
}

}  // namespace

void Answers::explain_several(const Question& question, const Readings& readings) {
  const source::Where where{question.context.file, question.sentence.span};
  diagnostics::Diagnostic diagnostic{};
  int tries = 0;
  const auto means = [&](const std::vector<Edit>& edits, const Expression& meaning) {
    if (++tries > most_attempts) return false;
    const auto meanings = this->meanings(question, with_edits(question.sentence, edits, question.context.language));
    return meanings.size() == 1 && same_meaning(*meanings.front().expr, meaning);
  };
  const auto say = [&](const std::vector<Edit>& edits) { offer_edits(diagnostic, sources, question, edits); };

  std::vector<Expr> shown;
  for (const auto& reading : readings) {
    if (shown.size() == most_shown) break;
    if (std::any_of(shown.begin(), shown.end(), [&](const Expr& other) { return same_meaning(*other, *reading.expr); })) continue;
    shown.push_back(reading.expr);
    tries = 0;
    const auto parts = Parts(question).of(*reading.expr);
    bool found = false;
    for (std::size_t i = 0; i < parts.size() && !found; ++i)
      if (const auto edits = around(parts[i], question); means(edits, *reading.expr)) found = true, say(edits);
    for (std::size_t i = 0; i < parts.size() && !found; ++i)
      for (std::size_t j = i + 1; j < parts.size() && !found; ++j)
        if (parts[i].to <= parts[j].from || parts[j].to <= parts[i].from)
          if (const auto edits = around(parts[i], parts[j], question); means(edits, *reading.expr)) found = true, say(edits);
    // A set has no expression of its own: `initiatives of (staff whose …)`.
    const auto words = static_cast<std::uint32_t>(question.sentence.words.size());
    for (std::uint32_t from = 0; from < words && !found; ++from)
      for (auto to = words; to > from + 1 && !found && tries <= most_attempts; --to)
        if (const std::vector<Edit> edits{{from, from, "("}, {to, to, ")"}}; means(edits, *reading.expr)) found = true, say(edits);
    if (found || question.kind == GoalKind::set || question.kind == GoalKind::offer) continue;

    // In other words.
    const auto& levels = question.context.levels;
    const std::vector<Edit> whole{
        {0, static_cast<std::uint32_t>(question.sentence.words.size()),
         as_sentence(lexicon.program, *reading.expr, question.context.language,
                     static_cast<std::uint8_t>(levels.empty() ? 0 : levels.size() - 1))}};
    if (means(whole, *reading.expr)) say(whole);
  }
  auto& reported = diagnostics.report(Kind::two_readings, where, question.context.language);
  reported.suggestions = std::move(diagnostic.suggestions);
}

void Answers::explain_none(const Question& question) { Diagnosis(*this, question).report(); }

}  // namespace tdkt::typed::reading
