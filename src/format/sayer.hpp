// SPDX-License-Identifier: Apache-2.0
// What is said, in the language that is written: sentences from what they were read as, and the words
// and names of clauses.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "format/format.hpp"
#include "typed/print.hpp"

namespace tdkt::format {

using grammar::Keyword;
using syntax::Sentence;

class Sayer {
 public:
  Sayer(const Subject& subject, Language to, Diagnostics& diagnostics);

  Language from() const { return subject_.file.language; }
  Language to() const { return to_; }
  bool translates() const { return from() != to_; }
  bool failed() const { return failed_; }

  // A sentence with its breaks (typed::rather_break). `nomination` is the statement that an offer stands in.
  std::string sentence(const Sentence& written, const typed::Nomination* nomination = nullptr);
  // What a definition stands for.
  std::string body(const typed::Definition& definition, const Sentence& written);

  // Words that are no sentence: numbers, dates, quoted titles, and names in sight.
  std::string words(const Sentence& written) const;
  std::string number(const syntax::Word& word) const;
  std::string date(values::Date date) const;
  std::string expression(const typed::Expression& expression, const Sentence& written) const;

  // A title that stands for something, in its declared translation where there is one.
  std::string title(const std::string& text) const;
  // A name in the form that stands among the words.
  std::string name(const columns::Name& name, const Sentence& written) const;
  std::string plural(const columns::Name& name, const Sentence& written) const;
  // Another form of the name: the one that answers to `form`.
  std::string answering(const columns::Name& name, const std::string& form) const;

  std::string word(Keyword keyword, std::size_t spelling = 0) const;
  // A keyword in pieces is written around its words.
  std::string piece(Keyword keyword, std::size_t piece) const;

  const Subject& subject() const { return subject_; }
  const columns::Schema& schema() const { return subject_.program.schema; }
  const typed::ReadSentence* read_as(const Sentence& written) const;
  const typed::Declared* declared_by(const syntax::Statement& statement) const;
  // Reports that a sentence cannot be said in the other language; what is written then does not matter.
  std::string cannot_say(const Sentence& written, const std::optional<diagnostics::Phrase>& note = std::nullopt);

 private:
  std::string printed(const typed::ReadSentence& read, const typed::Nomination* nomination,
                      const typed::Wording& wording, const typed::Program& program) const;
  bool reads_back(const std::string& text, const typed::ReadSentence& read, const typed::Nomination* nomination,
                  typed::Reader& reader) const;
  std::string said(const typed::ReadSentence& read, const Sentence& written, const typed::Nomination* nomination,
                   const typed::Program& program, typed::Reader& reader);
  typed::Wording wording_for(const Sentence& written, typed::PackId pack) const;
  std::string definition_read_at_use(const typed::Definition& definition, const Sentence& written);

  const Subject& subject_;
  Language to_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
  Diagnostics unheard_;
  std::unique_ptr<typed::Reader> reader_;
};

}  // namespace tdkt::format
