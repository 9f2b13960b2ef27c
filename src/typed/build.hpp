// SPDX-License-Identifier: Apache-2.0
// What the builders share while a program comes into being: declare_*.cpp put names into it,
// build_*.cpp the meaning behind them, check_*.cpp look at the whole.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "syntax/tree.hpp"
#include "syntax/words.hpp"
#include "typed/names.hpp"
#include "typed/phrase.hpp"
#include "typed/program.hpp"
#include "typed/provenance.hpp"
#include "typed/reader.hpp"

namespace tdkt::typed {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Phrase;
using grammar::Keyword;
using syntax::Clause;
using syntax::Sentence;
using syntax::Statement;

// A statement with what it stands in.
struct Item {
  const Statement* statement;
  std::uint32_t file;
  Language language;
  PackId pack = {};

  const Statement& operator*() const { return *statement; }
  const Statement* operator->() const { return statement; }
  source::Where at(source::Span span) const { return {file, span}; }
  // The header's words, or where the name should have stood.
  source::Where header() const;
};

struct Build {
  Build(Program& into, const source::Sources& texts, diagnostics::Diagnostics& reports, Provenance* from)
      : program(into), sources(texts), diagnostics(reports), provenance(from), reader(into, texts, found) {
    reader.note_in(from);
  }

  Program& program;
  columns::Schema& schema = program.schema;
  const source::Sources& sources;
  diagnostics::Diagnostics& diagnostics;
  Provenance* provenance;              // nullptr: nobody asks
  Names names;

  std::vector<Item> items;             // every statement, files by path
  std::vector<Item> fact_items;        // of schema.facts, in step
  std::vector<Item> definition_items;  // of program.definitions, in step

  // What was declared wrongly: sentences that use one of these phrases only follow from a reported
  // mistake, and are not complained about.
  std::vector<std::vector<std::string>> broken;
  std::vector<bool> pack_broken;  // by pack: its vocabulary is missing
  diagnostics::Diagnostics unsaid;  // what only follows from that
  std::set<const Statement*> scopes_to_read;  // their headers speak of definitions
  std::set<const Statement*> for_nobody;      // nothing in their headers is an entity

  diagnostics::Diagnostics found;  // what the reader says, before it is known whether it counts
  Reader reader;
};

Diagnostic& report(Build& build, const Item& item, Kind kind, source::Span at,
                   std::vector<Phrase> values = {});

// Offers the nearest of `names` in the place of `at`, where one is near.
void suggest_nearest(Diagnostic& diagnostic, source::Where at, std::string_view written,
                     const std::vector<std::string>& names, bool quoted = false);

// A name of several forms, as its author spelt them. False after a report: a form is missing.
bool read_name(Build& build, const Item& item, const Sentence& forms,
               const std::optional<syntax::Forms>& translation, columns::Name& name);

// Enters all forms of a name; reports the first that is taken where both could stand.
void enter(Build& build, const Item& item, const columns::Name& name, Declared thing);

// Marks a name as declared, but not understood.
void leave_broken(Build& build, const columns::Name& name);
void leave_broken(Build& build, std::string_view name);

// Runs one reading of `sentence`; its reports count unless they only follow from an earlier one.
template <class Read>
auto read(Build& build, const Item& item, const Sentence& sentence, Read reading);
void settle(Build& build, const Item& item, const Sentence& sentence);

template <class Read>
auto read(Build& build, const Item& item, const Sentence& sentence, Read reading) {
  auto result = reading(build.reader);
  settle(build, item, sentence);
  return result;
}

// The words that a keyword's spelling covers at `at`: its end, or `at` where it does not stand.
inline std::size_t end_of(Keyword keyword, const Sentence& sentence, std::size_t at, const Item& item) {
  return syntax::end_of(keyword, sentence, at, item.language);
}
inline bool is(Keyword keyword, const Sentence& sentence, const Item& item) {
  return !sentence.empty() && end_of(keyword, sentence, 0, item) == sentence.words.size();
}

// Every form of the things that have a name, for suggestions.
template <class Things>
std::vector<std::string> forms_of(const Things& things) {
  std::vector<std::string> forms;
  for (const auto& thing : things)
    for (const auto& of_language : thing.name.forms)
      forms.insert(forms.end(), of_language.begin(), of_language.end());
  return forms;
}

std::optional<EntityId> entity_named(const Build& build, const Sentence& words);
Diagnostic& report_no_entity(Build& build, const Item& item, const Sentence& words);

}  // namespace tdkt::typed
