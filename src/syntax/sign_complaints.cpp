// SPDX-License-Identifier: Apache-2.0
// Signs that say nothing, and those of other languages.
#include <algorithm>
#include <cctype>

#include "diagnostics/kinds.hpp"
#include "grammar/characters.hpp"
#include "syntax/complaints.hpp"

namespace tdkt::syntax {

using diagnostics::Kind;

void Complaints::stray_sign(Span sign) {
  auto& diagnostic = report(Kind::stray_sign, sign, {written(sign)});
  const auto text = written(sign);
  const auto is = [&](std::initializer_list<std::string_view> signs) { return std::find(signs.begin(), signs.end(), text) != signs.end(); };
  // `$1000`, `registered!`, `70%%`; of `%70`, the sign behind it.
  auto digits = sign.end;
  while (digits < reading_.text.size() && grammar::is_digit(reading_.text[digits])) ++digits;
  if (text == "%" && digits > sign.end) replace(diagnostic, {sign.begin, digits}, written({sign.end, digits}) + '%');
  else if (is({"%", "$", "€", "£", "₫", "!", "?", "…", "•", "¿", "¡"})) replace(diagnostic, without_blank(sign), "");
}

// With the blank before it, where nothing else follows on the line.
Span Complaints::without_blank(Span sign) const {
  if (reading_.ends_line(sign.end)) sign.begin = end_before(sign.begin);
  return sign;
}

void Complaints::needless_sign(Span sign) {
  const auto whole = without_blank(sign);
  // The words on both sides stay apart.
  const auto is_part = [&](std::size_t at) {
    return at < reading_.text.size() && (reading_.text[at] == '"' || grammar::is_word_character(grammar::character_at(reading_.text, at).code));
  };
  const bool joins = whole.begin > 0 && is_part(whole.end) && !std::isspace(static_cast<unsigned char>(reading_.text[whole.begin - 1]));
  replace(report(Kind::needless_sign, sign, {written(sign)}), whole, joins ? " " : "");
}

void Complaints::foreign_sign(Span sign, const std::string& instead) {
  replace(report(Kind::foreign_sign, sign, {written(sign), instead}), sign, instead);
}

void Complaints::dots_between(Span dots, const std::string& instead) {
  replace(report(Kind::foreign_sign, dots, {written(dots), instead}), dots, ' ' + instead + ' ');
}

void Complaints::foreign_brackets(Span opening, Span whole) {
  const std::string inner(reading_.text.substr(opening.end, whole.end - 1 - opening.end));
  replace(report(Kind::foreign_sign, opening, {written(opening), "("}), whole, "(" + inner + ")");
}

}  // namespace tdkt::syntax
