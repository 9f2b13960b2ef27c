// SPDX-License-Identifier: Apache-2.0
// What the engine has to say about rules and data: never printed where it is found, but collected,
// sorted and rendered at the door.
//
// A message has a kind (registry.def: code, name, severity, English and Vietnamese wording), the
// values for the wording's {} in order, a place, labels on further places and suggestions.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/language.hpp"
#include "source/source.hpp"

namespace tdkt::diagnostics {

enum class Severity : std::uint8_t { error, warning, remark };

// What a message says. The names are in diagnostics/kinds.hpp, which only those include who report.
enum class Kind : std::uint16_t;

struct KindText {
  std::string_view code, name;
  Severity severity;
  std::string_view english, vietnamese;
};
const KindText& text_of(Kind kind);
std::size_t kinds();

// A text in both languages; the one that does not depend on language is built from one string.
struct Phrase {
  std::string english, vietnamese;
  Phrase(const char* both) : Phrase(std::string(both)) {}
  Phrase(std::string both) : english(both), vietnamese(std::move(both)) {}
  Phrase(std::string_view both) : Phrase(std::string(both)) {}
  Phrase(std::string en, std::string vi) : english(std::move(en)), vietnamese(std::move(vi)) {}
  const std::string& in(grammar::Language language) const {
    return language == grammar::Language::english ? english : vietnamese;
  }
};

struct Label {
  source::Where where;
  Phrase text;
};

// What to write instead. With a replacement, putting `replacement` in the place of `where` mends it.
struct Suggestion {
  Phrase text;
  source::Where where;
  std::string replacement;
  bool replaces = false;
};

// A place in data: a file, perhaps a sheet, a row as a person counts it and a column's header.
struct DataPlace {
  std::string file, sheet, column, value;
  std::uint32_t row = 0;  // 0: the whole file
};

struct Diagnostic {
  Kind kind;
  std::vector<Phrase> values;  // fill the wording's {} in order
  source::Where where;         // of rules; meaningless where `data` is set or `in_rules` is false
  bool in_rules = true;
  DataPlace data;
  grammar::Language language = grammar::Language::english;  // of the file it is about
  std::vector<Label> labels;
  std::vector<Suggestion> suggestions;
  std::vector<Phrase> notes;
  std::uint64_t times = 1;     // equal messages about data are counted, not repeated

  Diagnostic& label(source::Where at, Phrase text);
  Diagnostic& suggest(Phrase text);
  Diagnostic& replace(source::Where at, std::string replacement, Phrase text);
  Diagnostic& note(Phrase text);
};

std::string message(const Diagnostic& diagnostic, grammar::Language language);

class Diagnostics {
 public:
  // Returns the new diagnostic, to be completed; valid until the next report.
  Diagnostic& report(Kind kind, source::Where where, grammar::Language language,
                     std::vector<Phrase> values = {});
  Diagnostic& report_data(Kind kind, DataPlace place, std::vector<Phrase> values = {});
  Diagnostic& report_general(Kind kind, std::vector<Phrase> values = {});

  // The last report of this kind on a file, to be completed by who finds that it says half; nullptr
  // where there is none.
  Diagnostic* last_of(Kind kind, std::uint32_t file);

  bool has_errors() const;
  std::size_t count(Severity severity) const;
  bool empty() const { return all_.empty(); }
  const std::vector<Diagnostic>& all() const { return all_; }
  void take(Diagnostics other);
  void drop(Severity severity);
  void keep_errors_only_of(std::uint32_t file);

  // Errors, then warnings, then remarks; each by file, place and code. Exact repetitions dropped.
  void sort();

 private:
  std::vector<Diagnostic> all_;
};

}  // namespace tdkt::diagnostics
