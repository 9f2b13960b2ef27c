// SPDX-License-Identifier: Apache-2.0
// What a vocabulary and a pack declare: names, and what stands behind them.
#include <algorithm>

#include "format/names.hpp"
#include "format/wrap.hpp"
#include "format/writer.hpp"
#include "grammar/spelling.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"

namespace tdkt::format {

using columns::TypeKind;

namespace {

std::string listed(const std::vector<std::string>& pieces) {
  std::string text;
  for (std::size_t i = 0; i < pieces.size(); ++i) text += (i > 0 ? ", " : "") + pieces[i];
  return text;
}

std::vector<std::string> texts_of(const std::optional<syntax::Forms>& translation) {
  std::vector<std::string> texts;
  if (translation)
    for (const auto& form : translation->forms) texts.push_back(form.text);
  return texts;
}

std::string tag(Language language) { return language == Language::english ? "en: " : "vi: "; }

}  // namespace

// ---- names: the side of a declaration that is of the language that is written

std::vector<std::string> Writer::names_in(const Sentence& written) {
  std::vector<std::string> forms;
  for (const auto& form : typed::split_at(written, ",")) forms.push_back(typed::text_of(form));
  return forms;
}

// Of a name with an owner (`x of unit`) the written forms are those before it.
std::vector<std::string> Writer::names_of(const Statement& statement) const {
  const auto* declared = sayer_.declared_by(statement);
  const auto from = static_cast<std::size_t>(sayer_.from());
  if (declared) switch (declared->sort) {
      case typed::Sort::fact: return sayer_.schema().facts[declared->index].name.forms[from];
      case typed::Sort::relation: return sayer_.schema().relations[declared->index].name.forms[from];
      case typed::Sort::definition: return sayer_.subject().program.definitions[declared->index].name.forms[from];
      default: break;
    }
  return names_in(statement.header);
}

// The way back of a relation may stand among its translated forms: `vi: sáng kiến, chiều ngược tác giả`.
std::optional<syntax::Forms> Writer::without_inverse(const std::optional<syntax::Forms>& translation) const {
  if (!translation || !statement_ || statement_->keyword != Keyword::relation) return translation;
  auto names = *translation;
  std::erase_if(names.forms, [&](const syntax::Quoted& form) { return is_inverse(form.text); });
  return names;
}

bool Writer::is_inverse(const std::string& form) const {
  for (const auto& spelling : grammar::spellings(Keyword::inverse, grammar::other(sayer_.from())))
    if (form.compare(0, spelling.size() + 1, spelling + ' ') == 0) return true;
  return false;
}

std::string Writer::forms(const std::vector<std::string>& own, const std::optional<syntax::Forms>& translation,
                          std::initializer_list<Keyword> ending) const {
  const auto translated = texts_of(without_inverse(translation));
  std::vector<std::string> enders;
  for (const auto keyword : ending)
    for (const auto& spelling : grammar::spelling_words(keyword, sayer_.to()))
      if (spelling.size() == 1) enders.push_back(spelling.front());
  std::vector<std::string> pieces;
  for (const auto& form : sayer_.translates() && !translated.empty() ? translated : own)
    pieces.push_back(in_header(form, enders));
  return listed(pieces);
}

std::string Writer::translation(const std::vector<std::string>& own, const std::optional<syntax::Forms>& translation) const {
  auto others = texts_of(translation);
  if (others.empty()) return {};
  std::vector<std::string> pieces;
  for (const auto& form : sayer_.translates() ? own : others) pieces.push_back(in_list(form));
  const auto* declared = statement_ ? sayer_.declared_by(*statement_) : nullptr;
  if (sayer_.translates() && declared && declared->sort == typed::Sort::relation &&
      std::any_of(others.begin(), others.end(), [&](const std::string& form) { return is_inverse(form); }))
    pieces.push_back(grammar::spellings(Keyword::inverse, sayer_.from()).front() + ' ' +
                     sayer_.schema().relations[declared->index].inverse->in(sayer_.from()));
  return tag(grammar::other(sayer_.to())) + listed(pieces);
}

// A title has one form; what else is declared as its translation stays behind it.
std::string Writer::title(const std::optional<syntax::Quoted>& title, const std::optional<syntax::Forms>& translation) const {
  if (!title) return {};
  return sayer_.translates() && translation ? translation->forms.front().text : title->text;
}

std::string Writer::translation(const std::optional<syntax::Quoted>& title,
                                const std::optional<syntax::Forms>& translation) const {
  if (!title || !translation) return {};
  auto pieces = texts_of(translation);
  if (sayer_.translates()) pieces.front() = title->text;
  for (auto& piece : pieces) piece = in_list(piece);
  return tag(grammar::other(sayer_.to())) + listed(pieces);
}

// ---- what is declared

std::string Writer::declaration(const Statement& statement) const {
  const auto own = names_of(statement);
  const auto* declared = sayer_.declared_by(statement);
  if (!declared) return forms(own, statement.translation);
  const auto& schema = sayer_.schema();
  switch (declared->sort) {
    case typed::Sort::fact: return forms(own, statement.translation) + fact(statement, schema.facts[declared->index]);
    case typed::Sort::relation:
      return forms(own, statement.translation) + relation(statement, schema.relations[declared->index]);
    case typed::Sort::verb: return forms(own, statement.translation) + verb(statement, schema.verbs[declared->index]);
    case typed::Sort::cadence: return forms(own, statement.translation) + cadence(schema.cadences[declared->index]);
    default: return forms(own, statement.translation);
  }
}

std::string Writer::fact(const Statement& statement, const columns::Fact& fact) const {
  const auto& said = *statement.after_colon;
  auto text = ' ' + sayer_.word(Keyword::of_) + ' ' + entity(fact.of, statement.header);
  if (fact.per) text += ' ' + sayer_.word(Keyword::per) + ' ' + entity(*fact.per, statement.header);
  text += ": " + type(fact.type, said);
  const auto bound = [&](const columns::Bound& one) {
    if (one.fact) return sayer_.name(sayer_.schema()[*one.fact].name, said);
    return absent(fact.type, {*one.number, 0, {}, {}}, said);
  };
  if (fact.from) text += ' ' + sayer_.word(Keyword::from_) + ' ' + bound(*fact.from);
  if (fact.to) text += ' ' + sayer_.word(Keyword::to_) + ' ' + bound(*fact.to);
  text += ", " + timing(fact.timing, said);
  if (fact.absent) text += ", " + sayer_.word(Keyword::absent_means) + ' ' + absent(fact.type, *fact.absent, said);
  if (fact.also_before_data) text += ", " + sayer_.word(Keyword::also_before_data);
  if (fact.attested_by) {
    const auto body = '"' + *fact.attested_by + '"';
    text += sayer_.to() == Language::english
                ? ", " + sayer_.word(Keyword::attested) + ' ' + sayer_.word(Keyword::by_whom) + ' ' + body
                : ", " + sayer_.word(Keyword::by_whom) + ' ' + body + ' ' + sayer_.word(Keyword::attested);
  }
  return text;
}

std::string Writer::relation(const Statement& statement, const columns::Relation& relation) const {
  const auto& said = *statement.after_colon;
  const auto& schema = sayer_.schema();
  auto text = ' ' + sayer_.word(Keyword::of_) + ' ' + entity(relation.of, statement.header) + ": ";
  if (relation.one_of)
    text += sayer_.word(Keyword::one_of_relation) + ' ' + sayer_.name(schema[*relation.one_of].name, said);
  else
    text += sayer_.word(relation.many ? Keyword::many : Keyword::one) + ' ' + entity(relation.to, said);
  text += ", " + timing(relation.timing, said);
  if (relation.never_empty) text += ", " + sayer_.word(Keyword::never_empty);
  if (relation.also_before_data) text += ", " + sayer_.word(Keyword::also_before_data);
  if (!relation.inverse) return text;
  text += ", " + sayer_.word(Keyword::inverse) + ' ';
  if (relation.inverse_many) text += sayer_.word(Keyword::many) + ' ';
  return text + sayer_.name(*relation.inverse, said);
}

std::string Writer::verb(const Statement& statement, const columns::Verb& verb) const {
  const auto& schema = sayer_.schema();
  const auto pieces = typed::split_at(*statement.after_colon, ",");
  std::vector<std::string> uses;
  for (std::size_t i = 0; i < verb.uses.size(); ++i) {
    const auto& use = verb.uses[i];
    const auto& said = i < pieces.size() ? pieces[i] : *statement.after_colon;
    const auto& name = use.fact ? schema[*use.fact].name : schema[*use.records].name;
    auto text = sayer_.name(name, said) + ' ' + sayer_.word(Keyword::of_) + ' ' + entity(use.subject, said);
    if (use.by) text += ' ' + sayer_.word(Keyword::by_what) + ' ' + sayer_.name(schema[*use.by].name, said);
    uses.push_back(std::move(text));
  }
  if (verb.means_at_least) uses.push_back(sayer_.word(Keyword::means_at_least));
  return ": " + listed(uses);
}

// `from 09-01 to 08-31`; with years where it runs over several.
std::string Writer::cadence(const columns::DeclaredCadence& cadence) const {
  if (cadence.last_year > 0) {
    const int first_year = cadence.last_year - cadence.years + (cadence.over_new_year() ? 0 : 1);
    const auto first = values::Date::of(first_year, cadence.first_month, cadence.first_day);
    const auto last = values::Date::of(cadence.last_year, cadence.last_month, cadence.last_day);
    if (first && last)
      return ": " + sayer_.word(Keyword::from_) + ' ' + sayer_.date(*first) + ' ' + sayer_.word(Keyword::to_) + ' ' +
             sayer_.date(*last);
  }
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  const auto day = [&](int month, int of_month) {
    return sayer_.to() == Language::english ? two(month) + '-' + two(of_month) : two(of_month) + '/' + two(month);
  };
  return ": " + sayer_.word(Keyword::from_) + ' ' + day(cadence.first_month, cadence.first_day) + ' ' +
         sayer_.word(Keyword::to_) + ' ' + day(cadence.last_month, cadence.last_day);
}

std::string Writer::type(const columns::Type& type, const Sentence& written) const {
  const auto& schema = sayer_.schema();
  if (type.kind == TypeKind::scale) return sayer_.name(schema[type.scale].name, written);
  if (type.kind == TypeKind::entity) return entity(type.entity, written);
  auto plain = type;
  plain.unit.reset();
  auto text = name_of(subject_.program, plain, sayer_.to());
  if (!type.unit) return text;
  // Units are many, as far as their forms tell.
  const auto& unit = schema[*type.unit].name;
  auto name = sayer_.name(unit, written);
  for (const auto& form : unit.forms[static_cast<std::size_t>(sayer_.to())])
    if (form == name + 's') name = form;
  return text + ' ' + (sayer_.to() == Language::english ? sayer_.word(Keyword::of_) + ' ' : "") + name;
}

std::string Writer::timing(const columns::Timing& timing, const Sentence& written) const {
  using values::Cadence;
  switch (timing.cadence) {
    case Cadence::once: return sayer_.word(Keyword::once);
    case Cadence::yearly: return sayer_.word(Keyword::yearly);
    case Cadence::half_yearly: return sayer_.word(Keyword::half_yearly);
    case Cadence::quarterly: return sayer_.word(Keyword::quarterly);
    case Cadence::monthly: return sayer_.word(Keyword::monthly);
    case Cadence::weekly: return sayer_.word(Keyword::weekly);
    case Cadence::dated: return sayer_.word(Keyword::dated);
    case Cadence::declared: return sayer_.name(sayer_.schema().cadences[timing.declared->index].name, written);
  }
  return {};
}

std::string Writer::absent(const columns::Type& type, const columns::Absent& value, const Sentence& written) const {
  const auto written_as = [&](typed::Literal literal) {
    auto plain = type;
    plain.unit.reset();
    return sayer_.expression(*typed::make(std::move(literal), plain, {}), written);
  };
  switch (type.kind) {
    case TypeKind::truth: return sayer_.word(value.code == 1 ? Keyword::yes_value : Keyword::no_value);
    case TypeKind::number: return written_as({value.number, {}});
    case TypeKind::scale: return written_as({typed::Code{type.scale, value.code}, {}});
    case TypeKind::date: return sayer_.date(value.date);
    default: return '"' + value.text + '"';
  }
}

// ---- definitions and tables

// `points against the best (planned, actual) of a unit`
std::string Writer::defined(const Statement& statement) const {
  const auto own = names_of(statement);
  auto text = forms(own, statement.translation, {Keyword::as});
  const auto* declared = sayer_.declared_by(statement);
  if (!declared) return text;
  const auto& definition = subject_.program.definitions[declared->index];
  if (!definition.parameters.empty()) text += " (" + listed(definition.parameters) + ")";
  if (definition.anywhere) return text;
  const auto of = entity(definition.of, statement.header);
  const bool vowel = std::string_view("aeioAEIO").find(of.front()) != std::string_view::npos;
  return text + ' ' + sayer_.word(Keyword::of_) + ' ' +
         (sayer_.to() == Language::english ? sayer_.word(Keyword::the, vowel ? 2 : 1) + ' ' : "") + of;
}

// `points by party rating`: its translation is whole, and ends with the inputs.
std::string Writer::named_table(const Statement& statement) {
  const auto* declared = sayer_.declared_by(statement);
  table_ = declared ? &subject_.program.tables[declared->index] : nullptr;
  if (table_ && !statement.translation) return table_->name.in(sayer_.to());
  std::string inputs;
  for (const auto& input : typed::split_at(*statement.after_colon, ";"))
    inputs += (inputs.empty() ? "" : "; ") + without_breaks(sayer_.sentence(input));
  const auto by = ' ' + sayer_.word(Keyword::table_by) + ' ';
  const auto own = listed(names_in(statement.header));
  if (!statement.translation) return in_header(own, {}) + by + inputs;
  const auto whole_source = own + ' ' + grammar::spellings(Keyword::table_by, sayer_.from()).front() + ' ' +
                            typed::text_of(*statement.after_colon);
  if (!sayer_.translates()) {
    page_.translation(translation(std::vector<std::string>{whole_source}, statement.translation));
    return in_header(own, {}) + by + inputs;
  }
  const auto& translated = statement.translation->forms.front().text;
  const auto ending = by + inputs;
  if (translated.size() <= ending.size() ||
      grammar::key_of(translated.substr(translated.size() - ending.size())) != grammar::key_of(ending))
    sayer_.cannot_say(statement.header,
                      diagnostics::Phrase{"the translation must end with '" + ending.substr(1) + "'",
                                          "bản dịch phải kết thúc bằng '" + ending.substr(1) + "'"});
  page_.translation(translation(std::vector<std::string>{whole_source}, statement.translation));
  return in_header(translated.substr(0, translated.size() - std::min(translated.size(), ending.size())), {}) + ending;
}

// A parameter's value: a number perhaps with its unit, a date, a value of a scale, yes or no.
std::string Writer::value(const Sentence& written) const {
  for (const auto& parameter : subject_.program.parameters)
    for (const auto& dated : parameter.values) {
      if (dated.value->written.file != subject_.file.file || dated.value->written.span != written.span) continue;
      auto text = sayer_.expression(*dated.value, written);
      const bool number = written.words.front().kind == syntax::WordKind::number;
      if (!number || written.words.size() == 1) return text;
      for (const auto& unit : sayer_.schema().units)
        if (form_among(unit.name, written)) return text + ' ' + sayer_.name(unit.name, written);
      return text;
    }
  return sayer_.words(written);
}

}  // namespace tdkt::format
