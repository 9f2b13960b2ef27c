// SPDX-License-Identifier: Apache-2.0
#include "format/format.hpp"

#include "diagnostics/kinds.hpp"
#include "format/sayer.hpp"
#include "format/writer.hpp"
#include "grammar/spelling.hpp"
#include "syntax/parse.hpp"

namespace tdkt::format {

namespace {

void outline(const std::vector<syntax::Clause>& clauses, std::string& text) {
  text += '(';
  for (const auto& clause : clauses) {
    text += std::to_string(static_cast<int>(clause.keyword)) + (clause.label ? clause.label->text : "");
    text += clause.title ? "t" : "";
    text += clause.sentence.empty() ? "" : "s";
    text += clause.after_colon ? "c" : "";
    text += clause.group ? "g" : "";
    text += clause.citation ? "z" : "";
    text += clause.wording ? "w" : "";
    text += std::to_string(clause.rows.rows.size());
    outline(clause.parts, text);
  }
  text += ')';
}

// What does not depend on the language: which statements and clauses there are, and which parts they have.
std::string outline(const syntax::File& file) {
  std::string text;
  for (const auto& statement : file.statements) {
    text += std::to_string(static_cast<int>(statement.keyword));
    text += statement.title ? "t" : "";
    text += statement.after_colon ? "c" : "";
    text += statement.translation ? "v" : "";
    outline(statement.clauses, text);
  }
  return text + std::to_string(file.comments.size());
}

bool keeps_its_shape(const syntax::File& file, const std::string& text, Language to) {
  source::Sources sources;
  const auto number = sources.add(source::Source("", text));
  Diagnostics diagnostics;
  const auto again = syntax::parse(sources, number, diagnostics);
  return !diagnostics.has_errors() && (again.language == to || file.statements.empty()) && outline(again) == outline(file);
}

// Of a table without a translation only what stands before `by` is declared: in either language its inputs
// are said in words.
typed::Program with_tables_named(typed::Program program) {
  for (auto& table : program.tables) {
    auto& forms = table.name.forms;
    if (!forms[0].empty() && !forms[1].empty()) continue;
    const auto declared = forms[0].empty() ? Language::vietnamese : Language::english;
    const auto whole = forms[static_cast<std::size_t>(declared)].front();
    const auto before = whole.substr(0, whole.find(' ' + grammar::spellings(Keyword::table_by, declared).front() + ' '));
    for (const auto language : {Language::english, Language::vietnamese}) {
      auto name = before + ' ' + grammar::spellings(Keyword::table_by, language).front();
      for (const auto& input : table.inputs)
        name += (&input == table.inputs.data() ? " " : "; ") + as_sentence(program, *input, language, std::uint8_t{0}, {.plain = true});
      forms[static_cast<std::size_t>(language)] = {name};
    }
  }
  return program;
}

}  // namespace

void add_titles(const syntax::File& file, Titles& titles) {
  const auto add = [&](const std::optional<syntax::Quoted>& title, const std::optional<syntax::Forms>& translation) {
    if (!title || !translation || translation->forms.empty()) return;
    std::array<std::string, 2> both;
    both[static_cast<std::size_t>(file.language)] = title->text;
    both[static_cast<std::size_t>(grammar::other(file.language))] = translation->forms.front().text;
    for (const auto& text : both) titles.emplace(grammar::key_of(text), both);
  };
  for (const auto& statement : file.statements) {
    add(statement.title, statement.translation);
    if (statement.keyword != Keyword::grades)
      for (const auto& clause : statement.clauses) add(clause.title, clause.translation);
  }
}

bool is_understood(const Subject& subject) {
  Diagnostics unheard;
  Sayer sayer(subject, subject.file.language, unheard);
  const auto read = [&](const syntax::Sentence& sentence) { return sentence.empty() || sayer.read_as(sentence); };
  for (const auto& statement : subject.file.statements) {
    const bool sentences = statement.keyword == Keyword::award || statement.keyword == Keyword::pledge ||
                           statement.keyword == Keyword::scorecard || statement.keyword == Keyword::grades ||
                           statement.keyword == Keyword::check || statement.keyword == Keyword::report ||
                           statement.keyword == Keyword::nomination;
    if (sentences && !read(statement.header)) return false;
    for (const auto& clause : statement.clauses)
      if ((clause.keyword == Keyword::require || clause.keyword == Keyword::expect) && !read(clause.sentence)) return false;
  }
  return true;
}

std::optional<std::string> formatted(const Subject& given, Language to, Diagnostics& diagnostics) {
  const auto program = with_tables_named(given.program);
  const Subject subject{given.file, given.sources, program, given.provenance, given.titles};
  Sayer sayer(subject, to, diagnostics);
  // Where a broken line would begin a clause after all, no line is broken.
  for (const bool breaks : {true, false}) {
    auto text = Writer(subject, sayer, breaks).whole_file();
    if (sayer.failed()) return std::nullopt;
    if (keeps_its_shape(subject.file, text, to)) return text;
  }
  const auto& first = subject.file.statements.front().header;
  sayer.cannot_say(first);
  return std::nullopt;
}

}  // namespace tdkt::format
