// SPDX-License-Identifier: Apache-2.0
// How each statement and clause is written.
#pragma once

#include <string>

#include "syntax/layout.hpp"

namespace tdkt::syntax {

class Printer {
 public:
  Printer(const File& file, std::string_view written) : file_(file), layout_(file, written) {}
  std::string whole_file();

 private:
  // printer_statements.cpp
  void statement(const Statement& statement);
  void definition(const Statement& statement);
  void between(const Statement* before, const Statement& after);
  std::uint32_t header_end(const Statement& statement) const;

  // printer_clauses.cpp
  void clauses(const std::vector<Clause>& clauses, std::size_t first, std::size_t indent);
  void clause(const Clause& clause, std::size_t indent);
  void body(const Clause& clause, std::size_t indent);
  void criteria(const std::vector<Clause>& parts, std::size_t indent);
  // `said`: begins with `require` although it stands in a group.
  void criterion(const Clause& clause, std::size_t indent, bool said);
  void scored(const Clause& clause, std::size_t indent);
  void row(const Clause& clause, std::size_t indent);
  void measure_inputs(const Statement& table);
  void rows(const Clause& clause, std::size_t indent);
  void cited(const Clause& clause, std::size_t indent);
  // Modifiers from `first` on that fit into a header; returns how many.
  std::size_t modifiers(const std::vector<Clause>& parts, std::size_t first, std::string_view between,
                        std::size_t indent);
  void modifier(const Clause& clause, std::size_t indent);

  std::string word(grammar::Keyword keyword, std::size_t piece = 0) const;
  void keyword(grammar::Keyword keyword) { layout_ << word(keyword); }
  void title(const std::optional<Quoted>& title);
  void label(const std::optional<Label>& label);
  void sentence(const Sentence& sentence, std::size_t indent) { layout_.sentence(sentence, indent + 2 * Layout::step); }

  const File& file_;
  Layout layout_;
  std::size_t widest_input_ = 0;  // of the table's rows that take one line
};

}  // namespace tdkt::syntax
