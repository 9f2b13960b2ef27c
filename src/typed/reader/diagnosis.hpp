// SPDX-License-Identifier: Apache-2.0
// Why a sentence has no reading, and what to write instead. Whatever is offered was read before: a
// sentence that is mended as suggested has one meaning.
#pragma once

#include "typed/reader/state.hpp"

namespace tdkt::typed::reading {

class Diagnosis {
 public:
  Diagnosis(Answers& state, const Question& question);

  // Reports the one thing that is wrong.
  void report();
  // Whether a word stands twice and was meant once; true after a report.
  bool word_twice();

 private:
  // Each looks for one kind of mistake; true after a report.
  bool of_other_language();
  bool without_diacritics();
  bool joined_with_clause_word(const std::vector<Edit>& edits);
  bool compared_twice();
  bool brackets_missing();
  bool mistyped();
  bool body_broken(const Mistake& mistake);
  bool share_alone();
  bool without_quantifier();
  bool near_phrase();
  bool value_of_other_scale();
  bool value_of_scale_for_number();
  bool of_other_entity();
  bool sign_missing();
  bool unknown_title();
  // ---- ordinary.cpp
  bool everyday_speech();
  std::vector<std::string> names_of_members() const;
  bool joining_word_missing();
  bool exception_misworded();
  bool note_behind();
  bool none_without_quantifier();
  bool needless_sign();
  bool wrong_order();
  void what_remains();

  std::size_t size() const { return words_.size(); }
  // The sentence with the edits made, whether it has one meaning, and how far it makes sense.
  syntax::Sentence edited(const std::vector<Edit>& edits) const;
  bool mended_by(const std::vector<Edit>& edits);
  std::size_t reach_of(const std::vector<Edit>& edits);

  diagnostics::Diagnostic& say(diagnostics::Kind kind, std::size_t begin, std::size_t end,
                               std::vector<diagnostics::Phrase> values);
  void offer(diagnostics::Diagnostic& diagnostic, const std::vector<Edit>& edits, diagnostics::Phrase text) const;
  void offer_members(diagnostics::Diagnostic& diagnostic, std::size_t begin, std::size_t name_end, EntityId owner, EntityId own);
  void offer_mended(diagnostics::Diagnostic& diagnostic, const std::vector<std::vector<Edit>>& offers);

  struct Near {
    std::size_t from, to, distance;
    std::string text;
    const Named* named;            // nullptr: a keyword
  };
  std::vector<Near> near_at(std::size_t at) const;
  bool leaves_out(const Near& near) const;
  bool report_near(std::size_t at, bool whole_only);
  void report_near(const std::vector<Near>& found);
  diagnostics::Phrase did_you_mean(const Near& near) const;
  // Where the words that are not understood end: before the next keyword or name.
  std::size_t unknown_end(std::size_t at) const;
  diagnostics::Phrase expected() const;
  void list_values(diagnostics::Diagnostic& diagnostic, ScaleId scale) const;

  Answers& state_;
  const Question& question_;
  const std::vector<syntax::Word>& words_;
  grammar::Language language_;
  Failures failures_;
  std::size_t complete_ = 0;       // where the longest part that has a meaning ends
  std::size_t at_ = 0;             // the word at which reading could not go on
  std::vector<std::vector<Match>> names_;
  std::vector<bool> covered_;      // by word: part of a keyword or of a declared phrase
  int tries_ = 0;
};

// Every phrase and keyword that is written without its Vietnamese marks, with them.
std::vector<Edit> with_marks(const syntax::Sentence& sentence, const Spellings& spellings);

// The words of `sentence` with the edits made.
syntax::Sentence with_edits(const syntax::Sentence& sentence, const std::vector<Edit>& edits, grammar::Language language);

// The edits as one replacement, and the whole sentence after it.
struct Replacement {
  source::Span span;
  std::string text, sentence;
};
Replacement replacement_of(const source::Sources& sources, const Question& question, const std::vector<Edit>& edits);

// Offers the edits as one replacement: `write '…'`, or as `text` says.
void offer_edits(diagnostics::Diagnostic& diagnostic, const source::Sources& sources, const Question& question,
                 const std::vector<Edit>& edits);
void offer_edits(diagnostics::Diagnostic& diagnostic, const source::Sources& sources, const Question& question,
                 const std::vector<Edit>& edits, diagnostics::Phrase text);

}  // namespace tdkt::typed::reading
