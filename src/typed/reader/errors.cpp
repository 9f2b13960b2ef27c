// SPDX-License-Identifier: Apache-2.0
// Reports on headers.
#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "typed/reader/diagnosis.hpp"
#include "typed/reader/mending.hpp"

namespace tdkt::typed::reading {

using diagnostics::Kind;
using diagnostics::Phrase;

bool Answers::report_mend(const syntax::Sentence& sentence, const Context& context, const std::vector<grammar::Keyword>& keywords,
                          std::vector<std::string> names, const std::vector<std::string>& openings,
                          const std::function<bool(const syntax::Sentence&)>& reads) {
  for (const auto keyword : keywords)
    for (const auto& spelling : grammar::spellings(keyword, context.language))
      if (grammar::key_of(spelling).size() > 1) names.push_back(spelling);
  const auto made = mend(sentence, context.language, names, openings, reads);
  if (!made) return false;
  const auto& words = sentence.words;
  const auto begin = words[std::min<std::size_t>(made->begin, words.size() - 1)].span;
  const auto span = made->end > made->begin ? source::join(begin, words[made->end - 1].span) : source::Span{begin.begin, begin.begin};
  auto& diagnostic = diagnostics.report(made->kind, {context.file, span}, context.language,
                                        {made->kind == Kind::expected ? "'" + made->offers.front().text.substr(0, made->offers.front().text.size() - 1) + "'"
                                                                      : text_of_words(sentence, made->begin, made->end)});
  const Question question{sentence, context, GoalKind::value, {}};
  for (const auto& edit : made->offers) offer_edits(diagnostic, sources, question, {edit});
  return true;
}

bool Answers::report_scorecard(const syntax::Sentence& sentence, const Context& context,
                               const std::function<bool(const syntax::Sentence&)>& reads) {
  grammar::Candidates titles;
  for (const auto& card : lexicon.program.scorecards) {
    titles.add(card.title.text);
    if (card.title.translation) titles.add(*card.title.translation);
  }
  for (std::uint32_t at = 0; at < sentence.words.size(); ++at) {
    if (sentence.words[at].kind != syntax::WordKind::quoted) continue;
    for (const auto& title : titles.nearest(sentence.words[at].text, 3)) {
      const std::vector<Edit> edits{{at, at + 1, '"' + title + '"'}};
      if (!reads(with_edits(sentence, edits, context.language))) continue;
      auto& diagnostic = diagnostics.report(Kind::not_a_scorecard, {context.file, sentence.words[at].span}, context.language, {sentence.words[at].text});
      offer_edits(diagnostic, sources, {sentence, context, GoalKind::value, {}}, edits);
      return true;
    }
  }
  return false;
}

bool Answers::report_grades(const syntax::Sentence& sentence, const Context& context,
                            const std::function<bool(const syntax::Sentence&)>& reads) {
  using grammar::Keyword;
  const auto& in = grammar::spellings(Keyword::grade_in, context.language).front();
  const KeywordIndex index(sentence, context.language);
  for (At at = 0; at < sentence.words.size(); ++at)
    for (const auto end : index.after(Keyword::grade, at)) {
      std::vector<std::vector<Edit>> ways;
      for (const auto& grades : lexicon.program.grades) {
        std::vector<Edit> edits{{end, end, ' ' + in + " \"" + grades.title.in(context.language) + '"'}};
        if (reads(with_edits(sentence, edits, context.language))) ways.push_back(std::move(edits));
      }
      if (ways.empty()) continue;
      auto& diagnostic = diagnostics.report(Kind::which_grades, {context.file, source::join(sentence.words[at].span, sentence.words[end - 1].span)},
                                            context.language);
      for (const auto& edits : ways) offer_edits(diagnostic, sources, {sentence, context, GoalKind::value, {}}, edits);
      return true;
    }
  return false;
}

// `for a untt, every year`: no entity there; `for a unit, evry year`: what follows it is no time.
void Answers::explain_scope(const syntax::Sentence& sentence, std::optional<std::size_t> at, bool entity_known, const Context& context,
                            const std::function<bool(const syntax::Sentence&)>& reads) {
  using grammar::Keyword;
  const auto& words = sentence.words;
  std::vector<std::string> names;
  for (const auto& entity : lexicon.program.schema.entities)
    for (const auto& forms : entity.name.forms) names.insert(names.end(), forms.begin(), forms.end());
  if (context.language == grammar::Language::vietnamese) {
    const auto marked = with_marks(sentence, lexicon.spellings(context.language));
    if (!marked.empty() && reads(with_edits(sentence, marked, context.language))) {
      const auto begin = marked.front().from, last = marked.back().to;
      auto& diagnostic = diagnostics.report(Kind::marks_missing, {context.file, source::join(words[begin].span, words[last - 1].span)},
                                            context.language, {text_of_words(sentence, begin, last)});
      offer_edits(diagnostic, sources, {sentence, context, GoalKind::value, {}}, marked);
      return;
    }
  }
  auto end = at.value_or(0);
  while (end < words.size() && words[end].kind == syntax::WordKind::word) ++end;
  if (at && end == *at && end < words.size()) ++end;

  // A misspelt entity says so; any other slip as it is.
  if (at && !entity_known && *at < words.size()) {
    const auto text = text_of_words(sentence, *at, end);
    std::vector<std::string> near;
    for (auto name : grammar::nearest(text, names, 2)) near.push_back(std::move(name));
    std::erase_if(near, [&](const auto& name) {
      return !reads(with_edits(sentence, {{static_cast<std::uint32_t>(*at), static_cast<std::uint32_t>(end), name}}, context.language));
    });
    if (!near.empty()) {
      const source::Where where{context.file, source::join(words[*at].span, words[end - 1].span)};
      auto& diagnostic = diagnostics.report(Kind::not_an_entity, where, context.language, {text});
      for (const auto& name : near) diagnostic.replace(where, name, {"did you mean '" + name + "'?", "có phải ý là '" + name + "'?"});
      return;
    }
  }
  const bool english = context.language == grammar::Language::english;
  if (!words.empty() &&
      report_mend(sentence, context,
                  {Keyword::for_a, Keyword::for_every, Keyword::for_the, Keyword::every_year, Keyword::every_half_year, Keyword::every_quarter,
                   Keyword::every_month, Keyword::every_week, Keyword::during},
                  names, english ? std::vector<std::string>{"for a", "for an"} : std::vector<std::string>{"cho"}, reads))
    return;
  if (!at || *at >= words.size()) {
    auto span = sentence.span;
    if (!at && !words.empty()) span = source::join(words.front().span, words[std::min<std::size_t>(words.size(), 3) - 1].span);
    diagnostics.report(Kind::scope_expected, {context.file, span}, context.language, {Phrase("for a unit, every year", "cho đơn vị, hằng năm")});
  } else if (entity_known) {
    const source::Where rest{context.file, source::join(words[*at].span, words.back().span)};
    diagnostics.report(Kind::when_expected, rest, context.language, {text_of_words(sentence, *at, words.size())});
  } else {
    const source::Where where{context.file, source::join(words[*at].span, words[end - 1].span)};
    diagnostics.report(Kind::not_an_entity, where, context.language, {text_of_words(sentence, *at, end)});
  }
}

}  // namespace tdkt::typed::reading
