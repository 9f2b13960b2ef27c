// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/state.hpp"
namespace tdkt::typed {
using namespace reading;
void Reader::State::explain_none(const Question& question) {
  Failures failures;
  SentenceReader reader(lexicon, question.sentence, question.context, &failures);
  question.goal(reader);
  const auto& words = question.sentence.words;
  const auto at = std::min<std::size_t>(failures.furthest, words.size() - 1);
  diagnostics.report(diagnostics::Kind::unknown_words, {question.context.file, words[at].span}, question.context.language, {words[at].text, "…"});
}
void Reader::State::explain_several(const Question& question, const Readings&) {
  diagnostics.report(diagnostics::Kind::two_readings, {question.context.file, question.sentence.span}, question.context.language);
}
void Reader::State::explain_scope(const syntax::Sentence& sentence, std::size_t at, const Context& context) {
  diagnostics.report(diagnostics::Kind::scope_expected, {context.file, sentence.words[std::min(at, sentence.words.size() - 1)].span}, context.language, {"…"});
}
void Reader::State::remark_titles(const Question&, const Expression&) {}
}
