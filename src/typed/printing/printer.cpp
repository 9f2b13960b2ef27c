// SPDX-License-Identifier: Apache-2.0
#include "typed/printing/printer.hpp"

#include <algorithm>

#include "typed/phrase.hpp"
#include "typed/print.hpp"

namespace tdkt::typed::printing {

std::string Printer::word(Keyword keyword, std::size_t spelling) const {
  const auto& all = grammar::spellings(keyword, language_);
  return all[std::min(spelling, all.size() - 1)];
}

std::string Printer::title(const Title& title) const { return quoted(title.in(language_)); }

std::string Printer::quoted(const std::string& text) { return '"' + text + '"'; }

std::string Printer::joined(std::initializer_list<std::string> words) {
  std::string text;
  for (const auto& word : words) {
    if (word.empty()) continue;
    const bool sign = word.front() == ',' || word.front() == ':';
    if (!text.empty() && !sign) text += ' ';
    text += word;
  }
  return text;
}

bool Printer::begins_with(const std::string& text, Keyword keyword) const {
  const auto words = phrase_of(text);
  for (const auto& spelling : grammar::spelling_words(keyword, language_))
    if (!spelling.empty() && spelling.size() < words.size() &&
        std::equal(spelling.begin(), spelling.end(), words.begin()))
      return true;
  return false;
}

// Whole digits, the language's own point, no blanks between thousands: what every reader takes.
std::string Printer::number(const Decimal& value, const Type& type) const {
  auto shown = value;
  if (type.percent)
    if (const auto hundredfold = values::product(value, Decimal{100})) shown = *hundredfold;
  auto text = shown.text();
  if (!english())
    for (auto& c : text)
      if (c == '.') c = ',';
  if (type.percent) text += '%';
  return text;
}

std::string Printer::any(const Expression& e, Around around) const {
  return e.type.kind == TypeKind::truth ? condition(e, around) : value(e, around);
}

namespace {

Keyword every(values::Cadence cadence) {
  switch (cadence) {
    case values::Cadence::half_yearly: return Keyword::every_half_year;
    case values::Cadence::quarterly: return Keyword::every_quarter;
    case values::Cadence::monthly: return Keyword::every_month;
    case values::Cadence::weekly: return Keyword::every_week;
    default: return Keyword::every_year;
  }
}

}  // namespace

std::string Printer::scope(const Scope& scope) const {
  std::string text;
  if (scope.only)
    text = joined({word(Keyword::for_the), entity(scope.entity), quoted(*scope.only)});
  else if (scope.filter)
    text = joined({word(Keyword::for_every), entity(scope.entity), filter(*scope.filter, 0, Of::member)});
  else
    text = joined({word(Keyword::for_a, starts_with_vowel(entity(scope.entity)) ? 1 : 0), entity(scope.entity)});

  std::string when;
  if (scope.period)
    when = joined({word(Keyword::during, english() ? 1 : 0), title(program_[*scope.period].title)});
  else if (scope.year)
    when = joined({word(Keyword::in_year), std::to_string(*scope.year)});
  else if (scope.every.declared)
    when = joined({word(Keyword::every_period), name(schema_[*scope.every.declared].name)});
  else
    when = word(every(scope.every.cadence));
  return text + ", " + when;
}

bool Printer::starts_with_vowel(const std::string& text) const {
  return english() && !text.empty() && std::string_view("aeioAEIO").find(text.front()) != std::string_view::npos;
}

}  // namespace tdkt::typed::printing

namespace tdkt::typed {

std::string as_sentence(const Program& program, const Expression& expression, grammar::Language language,
                        std::optional<std::uint8_t> innermost) {
  const auto level = innermost.value_or(deepest_level(expression));
  return printing::Printer(program, language).any(expression, {level, level > 0 ? printing::Of::members : printing::Of::judged});
}

std::string as_sentence(const Program& program, const Scope& scope, grammar::Language language) {
  return printing::Printer(program, language).scope(scope);
}

std::string as_text(const Program& program, const values::Decimal& number, const Type& type,
                    grammar::Language language) {
  const auto whole = static_cast<std::int64_t>(number.scaled() / values::Decimal::one);
  if (type.kind == TypeKind::scale && whole >= 0 && whole < std::ssize(program.schema[type.scale].values))
    return program.schema[type.scale].values[static_cast<std::size_t>(whole)].in(language);
  if (type.kind == TypeKind::date) {
    const values::Date date{static_cast<std::int32_t>(whole)};
    return language == grammar::Language::english ? date.iso() : date.vietnamese();
  }
  return printing::Printer(program, language).number(number, type);
}

std::string name_of(const Program& program, const Type& type, grammar::Language language) {
  const auto word = [&](grammar::Keyword keyword) { return grammar::spellings(keyword, language).front(); };
  switch (type.kind) {
    case TypeKind::truth: return word(grammar::Keyword::type_truth);
    case TypeKind::date: return word(grammar::Keyword::type_date);
    case TypeKind::text: return word(grammar::Keyword::type_text);
    case TypeKind::scale: return program.schema[type.scale].name.in(language);
    case TypeKind::entity: return program.schema[type.entity].name.in(language);
    case TypeKind::number: break;
  }
  if (type.percent) return word(grammar::Keyword::type_percent);
  if (type.year) return word(grammar::Keyword::type_year);
  auto text = word(type.whole ? grammar::Keyword::type_whole_number : grammar::Keyword::type_number);
  if (!type.unit) return text;
  if (language == grammar::Language::english) text += ' ' + word(grammar::Keyword::of_);
  return text + ' ' + program.schema[*type.unit].name.in(language);
}

}  // namespace tdkt::typed
