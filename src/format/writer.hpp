// SPDX-License-Identifier: Apache-2.0
// How each statement and clause is written.
#pragma once

#include <string>

#include "format/page.hpp"
#include "format/sayer.hpp"

namespace tdkt::format {

using syntax::Clause;
using syntax::Statement;

class Writer {
 public:
  // Without `breaks` no sentence takes more than a line.
  Writer(const Subject& subject, Sayer& sayer, bool breaks);
  std::string whole_file();

 private:
  // statements.cpp
  void statement(const Statement& statement);
  // `first`: the first of its clauses that does not stand in it.
  void header(const Statement& statement, std::size_t& first);
  std::string time_of_all_together(const Statement& statement);
  void definition(const Statement& statement);
  void between(const Statement* before, const Statement& after);
  std::uint32_t header_end(const Statement& statement) const;

  // declarations.cpp: what stands behind the statement's word
  std::string declaration(const Statement& statement) const;
  std::vector<std::string> names_of(const Statement& statement) const;
  static std::vector<std::string> names_in(const Sentence& written);
  std::string forms(const std::vector<std::string>& own, const std::optional<syntax::Forms>& translation,
                    std::initializer_list<Keyword> ending = {}) const;
  // `vi: cá nhân` at the line's end, empty where nothing is translated.
  std::string translation(const std::vector<std::string>& own, const std::optional<syntax::Forms>& translation) const;
  std::string translation(const std::optional<syntax::Quoted>& title, const std::optional<syntax::Forms>& translation) const;
  std::string title(const std::optional<syntax::Quoted>& title, const std::optional<syntax::Forms>& translation) const;
  std::optional<syntax::Forms> without_inverse(const std::optional<syntax::Forms>& translation) const;
  bool is_inverse(const std::string& form) const;
  std::string defined(const Statement& statement) const;
  std::string named_table(const Statement& statement);
  std::string entity(columns::EntityId id, const Sentence& written) const { return sayer_.name(sayer_.schema()[id].name, written); }
  std::string fact(const Statement& statement, const columns::Fact& fact) const;
  std::string relation(const Statement& statement, const columns::Relation& relation) const;
  std::string verb(const Statement& statement, const columns::Verb& verb) const;
  std::string cadence(const columns::DeclaredCadence& cadence) const;
  std::string type(const columns::Type& type, const Sentence& written) const;
  std::string timing(const columns::Timing& timing, const Sentence& written) const;
  std::string absent(const columns::Type& type, const columns::Absent& value, const Sentence& written) const;
  std::string value(const Sentence& written) const;

  // clauses.cpp
  void clauses(const std::vector<Clause>& clauses, std::size_t first, std::size_t indent);
  void clause(const Clause& clause, std::size_t indent);
  void body(const Clause& clause, std::size_t indent);
  void criteria(const std::vector<Clause>& parts, std::size_t indent);
  // `said_so`: begins with `require` although it stands in a group.
  void criterion(const Clause& clause, std::size_t indent, bool said_so);
  bool fits(const Clause& rest);
  void scored(const Clause& clause, std::size_t indent);
  void cited(const Clause& clause, std::size_t indent);
  // Modifiers from `first` on that fit into a header; returns how many.
  std::size_t modifiers(const std::vector<Clause>& parts, std::size_t first, std::string_view between, std::size_t indent);
  void modifier(const Clause& clause, std::size_t indent);
  std::string rounding(const Sentence& written) const;
  std::string together(const Sentence& written) const;
  std::string judged_in(const Sentence& written) const;

  // tables.cpp
  void row(const Clause& clause, std::size_t indent);
  void measure_inputs(const Statement& table);
  std::string inputs(const Clause& clause);
  std::string outcome(const Clause& clause);
  std::string cell(const typed::TableCell& cell, const columns::Type& type, const Sentence& written) const;

  // given.cpp
  std::string heading(const Sentence& written) const;
  void rows(const Clause& clause, std::size_t indent);

  void keyword(Keyword keyword) { page_ << sayer_.word(keyword); }
  void quoted(const std::string& text) { page_ << " \"" << text << "\""; }
  void label(const std::optional<syntax::Label>& label);
  void sentence(const Sentence& written, std::size_t indent) { said(sayer_.sentence(written, nomination_), written, indent); }
  void said(const std::string& marked, const Sentence& written, std::size_t indent);
  // Words that no line is broken in.
  void words(const std::string& text) { if (!text.empty()) page_ << (page_.begun() ? " " : "") << text; }
  bool may_begin_line(std::string_view text) const;
  bool stands_here(Keyword keyword) const;

  const Subject& subject_;
  Sayer& sayer_;
  Page page_;
  bool breaks_;
  const Statement* statement_ = nullptr;               // that is being written
  const typed::Nomination* nomination_ = nullptr;
  const typed::DecisionTable* table_ = nullptr;
  std::size_t widest_input_ = 0;                       // of the table's rows that take one line
  bool in_group_ = false;
};

}  // namespace tdkt::format
