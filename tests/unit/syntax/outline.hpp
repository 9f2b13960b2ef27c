// SPDX-License-Identifier: Apache-2.0
// A tree as lines of text, for tests to compare.
#pragma once

#include <string>

#include "diagnostics/diagnostic.hpp"
#include "syntax/parse.hpp"

namespace tdkt::syntax::test {

struct Parsed {
  source::Sources sources;
  diagnostics::Diagnostics diagnostics;
  File file;
};

inline Parsed parsed(const std::string& text) {
  Parsed result;
  const auto file = result.sources.add(source::Source("test.tdkt", text));
  result.file = parse(result.sources, file, result.diagnostics);
  result.diagnostics.sort();
  return result;
}

inline std::string outline(const Sentence& sentence) {
  std::string text;
  for (const auto& word : sentence.words) {
    if (word.after_blank && !text.empty()) text += ' ';
    text += word.kind == WordKind::quoted ? "\"" + word.text + "\"" : word.text;
  }
  return text;
}

inline void add_parts(std::string& text, const std::optional<Label>& label, const std::optional<Quoted>& title,
                      const Sentence& sentence, const std::optional<Sentence>& after_colon) {
  if (label) text += " [" + label->text + "]";
  if (title) text += " \"" + title->text + "\"";
  if (!sentence.empty()) text += " {" + outline(sentence) + "}";
  if (after_colon) text += " : {" + outline(*after_colon) + "}";
}

inline void add_forms(std::string& text, const std::optional<Forms>& forms) {
  if (!forms) return;
  for (const auto& form : forms->forms) text += " <" + form.text + ">";
}

inline std::string outline(const Clause& clause, std::size_t depth) {
  std::string text(depth, ' ');
  text += grammar::name_of(clause.keyword);
  add_parts(text, clause.label, clause.title, clause.sentence, clause.after_colon);
  if (clause.group) text += " " + std::string(grammar::name_of(*clause.group));
  if (!clause.group_count.empty()) text += " " + outline(clause.group_count);
  if (clause.citation) text += " cites " + clause.citation->text;
  if (clause.wording) text += " text " + clause.wording->text;
  add_forms(text, clause.translation);
  text += "\n";
  for (const auto& row : clause.rows.rows) {
    text += std::string(depth + 2, ' ');
    for (const auto& cell : row) text += "|" + cell.text;
    text += "\n";
  }
  for (const auto& part : clause.parts) text += outline(part, depth + 2);
  return text;
}

inline std::string outline(const File& file) {
  std::string text;
  for (const auto& statement : file.statements) {
    text += grammar::name_of(statement.keyword);
    add_parts(text, std::nullopt, statement.title, statement.header, statement.after_colon);
    add_forms(text, statement.translation);
    text += "\n";
    for (const auto& clause : statement.clauses) text += outline(clause, 2);
  }
  return text;
}

}  // namespace tdkt::syntax::test
