// SPDX-License-Identifier: Apache-2.0
#include "card/test_text.hpp"

#include <algorithm>
#include <cctype>

#include "diagnostics/kinds.hpp"
#include "grammar/keywords.hpp"
#include "source/source.hpp"

namespace tdkt::card {

namespace {

using grammar::Keyword;
using grammar::Language;
using Kind = typed::Expectation::Kind;

std::string word(Keyword keyword, Language language) { return grammar::spellings(keyword, language).front(); }

std::string unquoted(std::string text) {
  std::replace(text.begin(), text.end(), '"', '\'');
  return text;
}

std::string id(const std::string& text) {
  const bool one_word = std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) != 0; });
  return one_word ? text : '"' + text + '"';
}

Kind kind_of(const Card& card, const Case& one) {
  if (!card.by_outcome)
    return one.truth == Truth::yes ? Kind::meets : one.truth == Truth::no ? Kind::fails : Kind::unknown_criterion;
  switch (one.outcome) {
    case verdicts::Outcome::eligible: return Kind::eligible;
    case verdicts::Outcome::ineligible: return Kind::ineligible;
    case verdicts::Outcome::deferred: return Kind::deferred;
    case verdicts::Outcome::kept: return Kind::keeps;
    case verdicts::Outcome::broken: return Kind::breaks;
    case verdicts::Outcome::undetermined: break;
  }
  return Kind::undetermined;
}

std::string verb_of(Kind kind, Language language) {
  switch (kind) {
    case Kind::meets: return word(Keyword::meets, language);
    case Kind::fails: return word(Keyword::fails, language);
    case Kind::unknown_criterion: return word(Keyword::leaves_open, language);
    case Kind::eligible: return (language == Language::english ? "is " : "") + word(Keyword::eligible_for, language);
    case Kind::ineligible: return word(Keyword::is_ineligible_for, language);
    case Kind::deferred: return word(Keyword::is_deferred_for, language);
    case Kind::keeps: return word(Keyword::keeps, language);
    case Kind::breaks: return word(Keyword::breaks, language);
    default: return word(Keyword::is_undetermined_for, language);
  }
}

std::string lines_of(const Table& table) {
  std::vector<std::size_t> widths;
  for (const auto& row : table.rows)
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], source::columns_wide(row[i]));
    }
  std::string text;
  for (const auto& row : table.rows) {
    text += "    |";
    for (std::size_t i = 0; i < row.size(); ++i)
      text += ' ' + row[i] + std::string(widths[i] - source::columns_wide(row[i]), ' ') + " |";
    text += '\n';
  }
  return text;
}

}  // namespace

Expected expected_of(const typed::Program& program, const Card& card, const Case& one) {
  const auto& award = program[card.award];
  const auto language = program[award.pack].language;
  const auto kind = kind_of(card, one);
  auto words = id(one.subject) + ' ' + verb_of(kind, language) + ' ';
  if (!card.by_outcome) words += card.path + ' ' + word(Keyword::of_, language) + ' ';
  return {kind, words + '"' + award.title.text + '"'};
}

std::string title_of(const typed::Program& program, const Card& card, const Boundary& boundary, const Case& one) {
  const auto language = program[program[card.award].pack].language;
  auto title = card.rule.in(language);
  if (!card.place.empty()) title += ", " + card.place;
  else if (card.title) title += ", " + card.title->in(language);
  return unquoted(title + ": " + boundary.about.in(language) + ": " + one.label.in(language));
}

std::string test_text(const typed::Program& program, const Card& card, const Case& one, const std::string& title) {
  const auto language = program[program[card.award].pack].language;
  auto text = word(Keyword::test, language) + " \"" + title + "\"\n";
  text += "  " + word(Keyword::judged_in, language) + ' ' + std::to_string(card.period.year()) + '\n';
  for (const auto& table : one.tables) text += "  " + word(Keyword::given, language) + ' ' + table.heading + '\n' + lines_of(table);
  return text + "  " + word(Keyword::expect, language) + ' ' + expected_of(program, card, one).words + '\n';
}

}  // namespace tdkt::card
