// SPDX-License-Identifier: Apache-2.0
// What a Reader keeps between sentences, and how it answers for one: a single meaning, or one report.
#pragma once

#include "typed/provenance.hpp"
#include "typed/reader/sentence.hpp"

namespace tdkt::typed::reading {

// Which kind of phrase a whole sentence is to be.
using Goal = std::function<Readings(SentenceReader&)>;
enum class GoalKind : std::uint8_t { condition, number, value, set, offer };

struct Question {
  const syntax::Sentence& sentence;
  const Context& context;
  GoalKind kind;
  Goal goal;
};

struct Answers {
  Answers(const Program& of, const source::Sources& texts, diagnostics::Diagnostics& reports)
      : lexicon{.program = of}, sources(texts), diagnostics(reports) {}

  Lexicon lexicon;
  const source::Sources& sources;
  diagnostics::Diagnostics& diagnostics;
  bool changed = true;
  std::size_t work = 0;  // of what was tried for the present question

  void take_up_names();

  // The only meaning of the whole sentence; else one error is reported.
  Expr answer(const Question& question);
  // The meanings of a sentence that has been changed, two of them where there are several, without
  // reports; none where too much has been tried for this question already.
  Readings meanings(const Question& question, const syntax::Sentence& sentence);

  // ---- diagnosis.cpp, bracketing.cpp, errors.cpp
  void explain_none(const Question& question);
  void explain_several(const Question& question, const Readings& readings);
  // `at`: where reading stopped, none where not even `for a` is there; `reads` tries a mended header.
  void explain_scope(const syntax::Sentence& sentence, std::optional<std::size_t> at, bool entity_known, const Context& context,
                     const std::function<bool(const syntax::Sentence&)>& reads);
  // Reports a slip in words that are no sentence; false where nothing mends them.
  bool report_mend(const syntax::Sentence& sentence, const Context& context, const std::vector<grammar::Keyword>& keywords,
                   std::vector<std::string> names, const std::vector<std::string>& openings,
                   const std::function<bool(const syntax::Sentence&)>& reads);
  // `total of "Point" of U1`, `grade of U1` where there are several; false where it is something else.
  bool report_scorecard(const syntax::Sentence& sentence, const Context& context,
                        const std::function<bool(const syntax::Sentence&)>& reads);
  bool report_grades(const syntax::Sentence& sentence, const Context& context,
                     const std::function<bool(const syntax::Sentence&)>& reads);
};

}  // namespace tdkt::typed::reading

namespace tdkt::typed {

struct Reader::State : reading::Answers {
  using Answers::Answers;

  // Notes what the whole of a sentence was read as; what was noted of its parts gives way to it.
  void note(const syntax::Sentence& sentence, ReadSentence read) {
    if (provenance) provenance->sentences.insert_or_assign({read.context.file, sentence.span.begin}, std::move(read));
  }
  Provenance* provenance = nullptr;
};

}  // namespace tdkt::typed
