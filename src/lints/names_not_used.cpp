// SPDX-License-Identifier: Apache-2.0
// Definitions, parameters, tables and periods that no rule speaks of: left over, or meant where
// something else is written.
#include <map>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "lints/lint.hpp"
#include "lints/uses.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"

namespace tdkt::lints {

namespace {

// What several runs share is used if one of them uses it.
using Names = std::map<source::Where, Nameable>;

class Search {
 public:
  Search(const Run& run, Names& names) : run_(run), program_(*run.program), uses_(program_), names_(names) {}

  void look() {
    each(program_.definitions, uses_.definitions, {"definition", "định nghĩa"});
    each(program_.parameters, uses_.parameters, {"parameter", "tham số"});
    each(program_.tables, uses_.tables, {"table", "bảng"});
    periods();
  }

 private:
  template <class Things>
  void each(const Things& things, const std::set<std::uint32_t>& used, const Phrase& sort) {
    for (std::uint32_t i = 0; i < things.size(); ++i) {
      const auto& thing = things[i];
      if (!states_rules(thing.pack) || left_to_others(thing)) continue;
      const auto language = program_[thing.pack].language;
      note(thing.written, {sort, thing.name.in(language), language, used.contains(i) || speaks_of(thing)});
    }
  }

  void periods() {
    for (const auto* file : run_.files)
      for (const auto& statement : file->statements) {
        if (statement.keyword != Keyword::period || !statement.title) continue;
        const auto key = grammar::key_of(statement.title->text);
        bool used = false, ruled = false;
        for (std::uint32_t i = 0; i < program_.periods.size(); ++i)
          if (grammar::key_of(program_.periods[i].title.text) == key) {
            used = used || uses_.periods.contains(i);
            ruled = ruled || states_rules(program_.periods[i].pack);
          }
        if (ruled) note({file->file, statement.title->span}, {{"period", "đợt"}, statement.title->text, file->language, used});
      }
  }

  void note(source::Where where, Nameable found) {
    const auto [entry, fresh] = names_.try_emplace(where, found);
    if (!fresh) entry->second.used = entry->second.used || found.used;
  }

  // A pack without rules is made for others to use.
  bool states_rules(PackId pack) const {
    bool any = false;
    for_each_rule(program_, [&](const auto& rule) { any = any || rule.pack == pack; });
    return any;
  }

  static bool left_to_others(const typed::Definition& definition) { return definition.open; }
  template <class Thing>
  static bool left_to_others(const Thing&) { return false; }

  // A narrower population leaves its filters in the sentences that use it, not its name.
  bool speaks_of(const typed::Definition& definition) const {
    return definition.population && is_mentioned(definition.name, definition.written);
  }
  template <class Thing>
  static bool speaks_of(const Thing&) { return false; }

  bool is_mentioned(const columns::Name& name, source::Where declared) const {
    for (const auto& forms : name.forms)
      for (const auto& form : forms) {
        const auto phrase = typed::phrase_of(form);
        if (phrase.empty()) continue;
        for (const auto* file : run_.files)
          for (const auto& statement : file->statements) {
            const bool itself = file->file == declared.file && statement.span.begin <= declared.span.begin && declared.span.end <= statement.span.end;
            if (!itself && (stands_in(phrase, statement.header) || (statement.after_colon && stands_in(phrase, *statement.after_colon)) ||
                            stands_in(phrase, statement.clauses)))
              return true;
          }
      }
    return false;
  }
  static bool stands_in(const std::vector<std::string>& phrase, const syntax::Sentence& words) {
    for (std::size_t at = 0; at < words.words.size(); ++at)
      if (syntax::stands_at(phrase, words, at)) return true;
    return false;
  }
  static bool stands_in(const std::vector<std::string>& phrase, const std::vector<syntax::Clause>& clauses) {
    for (const auto& clause : clauses)
      if (stands_in(phrase, clause.sentence) || (clause.after_colon && stands_in(phrase, *clause.after_colon)) || stands_in(phrase, clause.parts))
        return true;
    return false;
  }

  const Run& run_;
  const Program& program_;
  Uses uses_;
  Names& names_;
};

}  // namespace

void names_not_used(const std::vector<Run>& runs, diagnostics::Diagnostics& diagnostics) {
  Names names;
  for (const auto& run : runs) Search(run, names).look();
  for (const auto& [where, found] : names)
    if (!found.used) diagnostics.report(Kind::name_not_used, where, found.language, {found.sort, found.name});
}

}  // namespace tdkt::lints
