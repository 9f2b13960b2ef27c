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

std::string Printer::name(const columns::Name& name) const {
  if (wording_.form)
    if (auto chosen = wording_.form(name); !chosen.empty()) return chosen;
  return name.in(language_);
}

std::string Printer::rather(const Expression& behind) const {
  if (!wording_.breaks) return " ";
  return rather_break + std::to_string(behind.written.span.end) + rather_break;
}

std::string Printer::award(const std::string& written) const {
  return quoted(wording_.award ? wording_.award(written) : written);
}

std::string Printer::title(const Title& title) const { return quoted(title.in(language_)); }

std::string Printer::quoted(const std::string& text) { return '"' + text + '"'; }

std::string Printer::joined(std::initializer_list<std::string> words) {
  std::string text;
  for (const auto& word : words) {
    if (word.empty()) continue;
    const bool sign = word.front() == ',' || word.front() == ':';
    const bool gap = word.front() == rather_break || word.front() == may_break;
    if (!text.empty() && !sign && !gap) text += ' ';
    text += word;
  }
  return text;
}

bool Printer::begins_with(const std::string& text, Keyword keyword) const {
  auto plain = text;
  std::replace_if(plain.begin(), plain.end(), [](char c) { return c == rather_break || c == may_break; }, ' ');
  const auto words = phrase_of(plain);
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
  if (wording_.grouped) {
    const auto first = static_cast<std::size_t>(text.front() == '-' ? 1 : 0);
    auto end = std::min(text.find('.'), text.size());
    if (constexpr std::size_t most_together = 4; end - first > most_together)
      for (; end > first + 3; end -= 3) text.insert(end - 3, 1, ' ');
  }
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

std::string Printer::plural(std::string noun) const {
  if (!english() || noun.empty() || noun.back() == 's') return noun;
  const auto before = noun.size() > 1 ? noun[noun.size() - 2] : ' ';
  if (noun.back() == 'y' && std::string_view("aeiou").find(before) == std::string_view::npos)
    return noun.substr(0, noun.size() - 1) + "ies";
  return noun + 's';
}

bool Printer::starts_with_vowel(const std::string& text) const {
  return english() && !text.empty() && std::string_view("aeioAEIO").find(text.front()) != std::string_view::npos;
}

}  // namespace tdkt::typed::printing

namespace tdkt::typed {

std::string as_sentence(const Program& program, const Expression& expression, grammar::Language language,
                        std::optional<std::uint8_t> innermost, const Wording& wording) {
  const auto level = innermost.value_or(deepest_level(expression));
  const auto said_of = level > 0 && !wording.clause ? printing::Of::members : printing::Of::judged;
  return printing::Printer(program, language, wording).any(expression, {level, said_of});
}

std::string as_sentence(const Program& program, const Scope& scope, grammar::Language language, const Wording& wording) {
  return printing::Printer(program, language, wording).scope(scope);
}

std::string as_sentence(const Program& program, const Set& population, grammar::Language language, const Wording& wording) {
  return printing::Printer(program, language, wording).population(population);
}

std::string as_sentence(const Program& program, const Reader::Among& among, EntityId of, grammar::Language language,
                        const Wording& wording) {
  return printing::Printer(program, language, wording).among(among, of);
}

std::string as_sentence(const Program& program, const std::vector<RankKey>& keys, grammar::Language language,
                        const Wording& wording) {
  return printing::Printer(program, language, wording).keys(keys);
}

std::string as_sentence(const Program& program, const Reader::OfferTerms& terms, const Nomination& nomination,
                        grammar::Language language, const Wording& wording) {
  return printing::Printer(program, language, wording).offer(terms, nomination);
}

std::string as_sentence(const Program& program, const Expectation& expectation, grammar::Language language,
                        const Wording& wording) {
  return printing::Printer(program, language, wording).expectation(expectation);
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
  const Wording plain;
  return printing::Printer(program, language, plain).number(number, type);
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
