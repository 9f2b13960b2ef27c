// SPDX-License-Identifier: Apache-2.0
// Reports on headers, and remarks on sentences that can be read.
#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "typed/reader/diagnosis.hpp"

namespace tdkt::typed::reading {

namespace {

bool names_award(const Expression& meaning, const std::string& title) {
  if (const auto* received = std::get_if<Received>(&meaning.node))
    if (received->award == title) return true;
  const auto in_span = [&](const Span& span) {
    if (const auto* since = std::get_if<SinceReceiving>(&span)) return since->award == title;
    if (const auto* after = std::get_if<AfterReceiving>(&span)) return after->award == title;
    return false;
  };
  if (const auto* in = std::get_if<InYears>(&meaning.node); in && in_span(in->years)) return true;
  if (const auto* within = std::get_if<Within>(&meaning.node); within && in_span(within->years)) return true;
  bool found = false;
  for_each_part(meaning, [&](const Expression& part) { found = found || names_award(part, title); });
  return found;
}

}  // namespace

using diagnostics::Kind;
using diagnostics::Phrase;

// `for a untt, every year`: no entity there; `for a unit, evry year`: what follows it is no time.
void Answers::explain_scope(const syntax::Sentence& sentence, std::size_t at, bool entity_known, const Context& context) {
  const auto& words = sentence.words;
  if (at >= words.size()) {
    diagnostics.report(Kind::scope_expected, {context.file, sentence.span}, context.language,
                       {Phrase("for a unit, every year", "cho đơn vị, hằng năm")});
    return;
  }
  if (entity_known) {
    const source::Where rest{context.file, source::join(words[at].span, words.back().span)};
    const auto written = text_of_words(sentence, at, words.size());
    auto& diagnostic = diagnostics.report(Kind::when_expected, rest, context.language, {written});
    std::vector<std::string> times;
    for (const auto keyword : {grammar::Keyword::every_year, grammar::Keyword::every_half_year, grammar::Keyword::every_quarter,
                               grammar::Keyword::every_month, grammar::Keyword::every_week})
      times.push_back(grammar::spellings(keyword, context.language).front());
    auto near = grammar::nearest(written, times, 1);
    if (near.empty()) near.push_back(times.front());
    diagnostic.replace(rest, near.front(), {"write '" + near.front() + "'", "viết '" + near.front() + "'"});
    return;
  }
  std::vector<std::string> names;
  for (const auto& entity : lexicon.program.schema.entities)
    for (const auto& forms : entity.name.forms) names.insert(names.end(), forms.begin(), forms.end());
  auto end = at;
  while (end < words.size() && words[end].kind == syntax::WordKind::word) ++end;
  if (end == at) ++end;
  const auto text = text_of_words(sentence, at, end);
  const source::Where where{context.file, source::join(words[at].span, words[end - 1].span)};
  auto& diagnostic = diagnostics.report(Kind::not_an_entity, where, context.language, {text});
  for (const auto& name : grammar::nearest(text, names, 2))
    diagnostic.replace(where, name, {"did you mean '" + name + "'?", "có phải ý là '" + name + "'?"});
}

// A title that no award of these rules has is looked for in decisions on record: perhaps meant so,
// perhaps misspelt.
void Answers::remark_titles(const Question& question, const Expression& meaning) {
  if (lexicon.awards.empty()) return;
  for (const auto& word : question.sentence.words) {
    if (word.kind != syntax::WordKind::quoted || lexicon.awards.count(word.key) > 0) continue;
    if (!names_award(meaning, word.text)) continue;
    const source::Where where{question.context.file, word.span};
    auto& remark = diagnostics.report(Kind::title_of_no_award, where, question.context.language, {word.text});
    for (const auto& title : lexicon.award_titles().nearest(word.text, 1))
      remark.replace(where, '"' + title + '"', {"did you mean \"" + title + "\"?", "có phải ý là \"" + title + "\"?"});
  }
}

}  // namespace tdkt::typed::reading
