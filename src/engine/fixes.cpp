// SPDX-License-Identifier: Apache-2.0
#include "engine/fixes.hpp"

#include <algorithm>
#include <map>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::engine {

using diagnostics::Diagnostic;
using diagnostics::Kind;
using diagnostics::Suggestion;

namespace {

// A replacement of bytes of the original.
struct Change {
  std::size_t begin, end;
  std::string text;
  std::string_view code;
};

// 1.500 may be one and a half or fifteen hundred.
bool may_be_grouped(std::string_view number) {
  const auto sign = number.find_first_of(".,");
  if (sign == std::string_view::npos || number.find_first_of(".,", sign + 1) != std::string_view::npos) return false;
  const auto digits = number.substr(sign + 1);
  return std::min(digits.find_first_not_of("0123456789"), digits.size()) == 3;
}

// 02/03/2024 may be of February or of March where one writes in English.
bool may_begin_with_the_month(std::string_view date) {
  const auto number = [&](std::size_t at) {
    int value = 0;
    for (; at < date.size() && date[at] >= '0' && date[at] <= '9'; ++at) value = value * 10 + (date[at] - '0');
    return value;
  };
  const auto sign = date.find_first_of("/.");
  return sign != std::string_view::npos && sign <= 2 && number(0) <= 12 && number(sign + 1) <= 12 && number(0) != number(sign + 1);
}

// A letter more or less in a name that is long enough to be told by the rest.
bool is_a_slip(std::string_view written, std::string_view instead) {
  constexpr std::size_t long_enough = 6;
  const auto a = grammar::key_of(written), b = grammar::key_of(instead);
  return a.size() >= long_enough && grammar::distance(a, b, 1) == 1;
}

const Suggestion* only_replacement(const Diagnostic& diagnostic) {
  return diagnostic.suggestions.size() == 1 && diagnostic.suggestions.front().replaces ? &diagnostic.suggestions.front() : nullptr;
}

}  // namespace

bool is_certain(const Diagnostic& diagnostic, const source::Sources& sources) {
  const auto* suggestion = only_replacement(diagnostic);
  if (!suggestion || !diagnostic.in_rules) return false;
  const auto written = sources[suggestion->where.file].text(suggestion->where.span);
  switch (diagnostic.kind) {
    case Kind::turned_language:
    case Kind::turned_vietnamese:
    case Kind::clause_at_margin:
    case Kind::statement_indented:
    case Kind::needless_sign:
    case Kind::foreign_sign:
    case Kind::label_without_blank:
    case Kind::marks_missing:
    case Kind::word_twice: return true;
    case Kind::number_form: return !may_be_grouped(written);
    case Kind::date_form: return !may_begin_with_the_month(written);
    case Kind::unknown_statement:
    case Kind::unknown_clause:
    case Kind::not_a_value:
    case Kind::not_a_phrase: return is_a_slip(written, suggestion->replacement);
    default: return false;
  }
}

namespace {

// Of those that overlap or meet, the first.
std::vector<Change> apart(std::vector<Change> changes) {
  std::stable_sort(changes.begin(), changes.end(), [](const Change& a, const Change& b) { return a.begin < b.begin; });
  std::vector<Change> kept;
  for (auto& change : changes)
    if (kept.empty() || change.begin > kept.back().end || (change.begin == kept.back().end && change.begin < change.end && kept.back().begin < kept.back().end))
      kept.push_back(std::move(change));
  return kept;
}

std::size_t line_start(std::string_view text, std::size_t at) {
  const auto end = at == 0 ? std::string_view::npos : text.find_last_of("\r\n", at - 1);
  return end == std::string_view::npos ? 0 : end + 1;
}
std::size_t line_end(std::string_view text, std::size_t at) { return std::min(text.find_first_of("\r\n", at), text.size()); }

std::string changed(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Change>& changes) {
  std::string result;
  auto at = begin;
  for (const auto& change : changes) {
    if (change.begin < begin || change.end > end) continue;
    result.append(text, at, change.begin - at).append(change.text);
    at = change.end;
  }
  return result.append(text, at, end - at);
}

// One for each run of changes that share a line.
std::vector<Fixed> told(const source::Source& file, const std::vector<Change>& changes) {
  const std::string_view text = file.original();
  std::vector<Fixed> all;
  std::uint32_t line = 1;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < changes.size();) {
    const auto begin = line_start(text, changes[i].begin);
    auto end = line_end(text, changes[i].end);
    Fixed fixed;
    fixed.path = file.path();
    for (; i < changes.size() && changes[i].begin <= end; ++i) {
      end = std::max(end, line_end(text, changes[i].end));
      fixed.codes.push_back(changes[i].code);
    }
    for (; counted < begin; ++counted)
      if (text[counted] == '\n' || (text[counted] == '\r' && (counted + 1 == text.size() || text[counted + 1] != '\n'))) ++line;
    fixed.line = line;
    fixed.before = std::string(text.substr(begin, end - begin));
    fixed.after = changed(text, begin, end, changes);
    all.push_back(std::move(fixed));
  }
  return all;
}

}  // namespace

std::vector<Fixed> fix(const diagnostics::Diagnostics& diagnostics, const source::Sources& sources, std::size_t given, Texts& texts) {
  std::map<std::uint32_t, std::vector<Change>> by_file;
  for (const auto& diagnostic : diagnostics.all()) {
    if (!is_certain(diagnostic, sources)) continue;
    const auto& suggestion = diagnostic.suggestions.front();
    if (suggestion.where.file >= given) continue;
    const auto& file = sources[suggestion.where.file];
    by_file[suggestion.where.file].push_back({file.original_offset(suggestion.where.span.begin),
                                              file.original_offset(suggestion.where.span.end), suggestion.replacement,
                                              diagnostics::text_of(diagnostic.kind).code});
  }
  std::vector<Fixed> all;
  for (auto& [number, wanted] : by_file) {
    const auto& file = sources[number];
    const auto changes = apart(std::move(wanted));
    auto fixed = told(file, changes);
    std::move(fixed.begin(), fixed.end(), std::back_inserter(all));
    texts[file.path()] = changed(file.original(), 0, file.original().size(), changes);
  }
  return all;
}

}  // namespace tdkt::engine
