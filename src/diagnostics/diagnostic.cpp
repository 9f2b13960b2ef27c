// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "diagnostics/kinds.hpp"

namespace tdkt::diagnostics {

namespace {

// Rules first, in the order of their files; then data; then what has no place.
int rank(const Diagnostic& diagnostic) {
  return diagnostic.in_rules ? 0 : diagnostic.data.file.empty() ? 2 : 1;
}

std::string_view code_of(const Diagnostic& diagnostic) { return text_of(diagnostic.kind).code; }

Severity severity_of(const Diagnostic& diagnostic) { return text_of(diagnostic.kind).severity; }

bool before(const Diagnostic& a, const Diagnostic& b) {
  if (severity_of(a) != severity_of(b)) return severity_of(a) < severity_of(b);
  if (rank(a) != rank(b)) return rank(a) < rank(b);
  if (a.in_rules) return std::pair(a.where, code_of(a)) < std::pair(b.where, code_of(b));
  return std::tie(a.data.file, a.data.sheet, a.data.row, a.data.column) <
             std::tie(b.data.file, b.data.sheet, b.data.row, b.data.column) ||
         (std::tie(a.data.file, a.data.sheet, a.data.row, a.data.column) ==
              std::tie(b.data.file, b.data.sheet, b.data.row, b.data.column) &&
          code_of(a) < code_of(b));
}

bool repeats(const Diagnostic& a, const Diagnostic& b) {
  if (a.kind != b.kind || rank(a) != rank(b)) return false;
  if (a.in_rules ? a.where != b.where
                 : std::tie(a.data.file, a.data.sheet, a.data.row, a.data.column, a.data.value) !=
                       std::tie(b.data.file, b.data.sheet, b.data.row, b.data.column, b.data.value))
    return false;
  return std::equal(a.values.begin(), a.values.end(), b.values.begin(), b.values.end(),
                    [](const Phrase& x, const Phrase& y) {
                      return x.english == y.english && x.vietnamese == y.vietnamese;
                    });
}

}  // namespace

Diagnostic& Diagnostic::label(source::Where at, Phrase text) {
  labels.push_back({at, std::move(text)});
  return *this;
}

Diagnostic& Diagnostic::suggest(Phrase text) {
  suggestions.push_back({std::move(text), {}, {}, false});
  return *this;
}

Diagnostic& Diagnostic::replace(source::Where at, std::string replacement, Phrase text) {
  suggestions.push_back({std::move(text), at, std::move(replacement), true});
  return *this;
}

Diagnostic& Diagnostic::note(Phrase text) {
  notes.push_back(std::move(text));
  return *this;
}

// Own replacement of {}: a value may itself hold braces.
std::string message(const Diagnostic& diagnostic, grammar::Language language) {
  const auto& kind = text_of(diagnostic.kind);
  auto wording = language == grammar::Language::english ? kind.english : kind.vietnamese;
  std::string text;
  for (const auto& value : diagnostic.values) {
    const auto gap = wording.find("{}");
    if (gap == std::string_view::npos) break;
    text.append(wording.substr(0, gap)).append(value.in(language));
    wording.remove_prefix(gap + 2);
  }
  return text.append(wording);
}

Diagnostic& Diagnostics::report(Kind kind, source::Where where, grammar::Language language,
                                std::vector<Phrase> values) {
  Diagnostic diagnostic{};
  diagnostic.kind = kind;
  diagnostic.values = std::move(values);
  diagnostic.where = where;
  diagnostic.language = language;
  return all_.emplace_back(std::move(diagnostic));
}

Diagnostic& Diagnostics::report_data(Kind kind, DataPlace place, std::vector<Phrase> values) {
  auto& diagnostic = report_general(kind, std::move(values));
  diagnostic.data = std::move(place);
  return diagnostic;
}

Diagnostic& Diagnostics::report_general(Kind kind, std::vector<Phrase> values) {
  auto& diagnostic = report(kind, {}, grammar::Language::english, std::move(values));
  diagnostic.in_rules = false;
  return diagnostic;
}

Diagnostic* Diagnostics::last_of(Kind kind, std::uint32_t file) {
  const auto found = std::find_if(all_.rbegin(), all_.rend(), [&](const Diagnostic& diagnostic) {
    return diagnostic.kind == kind && diagnostic.in_rules && diagnostic.where.file == file;
  });
  return found == all_.rend() ? nullptr : &*found;
}

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [&](const Diagnostic& diagnostic) {
    return text_of(diagnostic.kind).severity == severity;
  }));
}

bool Diagnostics::has_errors() const {
  return std::any_of(all_.begin(), all_.end(), [](const Diagnostic& diagnostic) {
    return text_of(diagnostic.kind).severity == Severity::error;
  });
}

void Diagnostics::take(Diagnostics other) {
  all_.insert(all_.end(), std::make_move_iterator(other.all_.begin()), std::make_move_iterator(other.all_.end()));
}

void Diagnostics::drop(Severity severity) {
  std::erase_if(all_, [&](const Diagnostic& diagnostic) { return text_of(diagnostic.kind).severity == severity; });
}

void Diagnostics::keep_errors_only_of(std::uint32_t file) {
  std::erase_if(all_, [&](const Diagnostic& diagnostic) {
    return diagnostic.in_rules && diagnostic.where.file == file && severity_of(diagnostic) != Severity::error;
  });
}

void Diagnostics::sort() {
  // A number that is written in another way, and is none that can stand there: the second message
  // mends both.
  std::vector<source::Where> mended;
  for (const auto& diagnostic : all_)
    if (diagnostic.kind == Kind::not_an_amount && !diagnostic.suggestions.empty()) mended.push_back(diagnostic.where);
  std::erase_if(all_, [&](const Diagnostic& diagnostic) {
    return diagnostic.kind == Kind::number_form && std::find(mended.begin(), mended.end(), diagnostic.where) != mended.end();
  });
  std::stable_sort(all_.begin(), all_.end(), before);
  all_.erase(std::unique(all_.begin(), all_.end(), repeats), all_.end());
}

}  // namespace tdkt::diagnostics
