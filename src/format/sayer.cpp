// SPDX-License-Identifier: Apache-2.0
#include "format/sayer.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "format/names.hpp"
#include "format/wrap.hpp"
#include "grammar/spelling.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"
#include "values/match.hpp"

namespace tdkt::format {

using syntax::WordKind;
using typed::ReadSentence;

namespace {

std::uint8_t innermost(const typed::Context& context) {
  return static_cast<std::uint8_t>(context.levels.empty() ? 0 : context.levels.size() - 1);
}

}  // namespace

Sayer::Sayer(const Subject& subject, Language to, Diagnostics& diagnostics)
    : subject_(subject), to_(to), diagnostics_(diagnostics),
      reader_(std::make_unique<typed::Reader>(subject.program, subject.sources, unheard_)) {}

const ReadSentence* Sayer::read_as(const Sentence& written) const {
  const auto found = subject_.provenance.sentences.find({subject_.file.file, written.span.begin});
  return found == subject_.provenance.sentences.end() ? nullptr : &found->second;
}

const typed::Declared* Sayer::declared_by(const syntax::Statement& statement) const {
  const auto found = subject_.provenance.declared.find({subject_.file.file, statement.keyword_span.begin});
  return found == subject_.provenance.declared.end() ? nullptr : &found->second;
}

// ---- words

std::string Sayer::word(Keyword keyword, std::size_t spelling) const {
  const auto& all = grammar::spellings(keyword, to_);
  return all.empty() ? std::string() : all[std::min(spelling, all.size() - 1)];
}

std::string Sayer::piece(Keyword keyword, std::size_t piece) const {
  constexpr std::string_view gap_sign = "…";
  const auto whole = word(keyword);
  const auto gap = whole.find(gap_sign);
  if (gap == std::string::npos) return piece == 0 ? whole : std::string();
  auto part = piece == 0 ? whole.substr(0, gap) : whole.substr(gap + gap_sign.size());
  while (!part.empty() && part.back() == ' ') part.pop_back();
  while (!part.empty() && part.front() == ' ') part.erase(0, 1);
  return part;
}

std::string Sayer::number(const syntax::Word& word) const {
  columns::Type type;
  type.kind = columns::TypeKind::number;
  type.percent = word.kind == WordKind::percent;
  typed::Wording wording;
  wording.grouped = true;
  const auto literal = typed::make(typed::Literal{word.number, {}}, type, {});
  return as_sentence(subject_.program, *literal, to_, std::nullopt, wording);
}

std::string Sayer::date(values::Date date) const {
  return to_ == Language::english ? date.iso() : date.vietnamese();
}

std::string Sayer::title(const std::string& text) const {
  const auto found = subject_.titles.find(grammar::key_of(text));
  return found == subject_.titles.end() ? text : found->second[static_cast<std::size_t>(to_)];
}

std::string Sayer::name(const columns::Name& name, const Sentence& written) const {
  const auto form = form_among(name, written);
  return form ? format::answering(name, *form, to_) : name.in(to_);
}

std::string Sayer::plural(const columns::Name& of, const Sentence& written) const {
  auto text = name(of, written);
  if (to_ != Language::english || text.empty() || text.back() == 's') return text;
  return text.back() == 'y' ? text.substr(0, text.size() - 1) + "ies" : text + 's';
}

std::string Sayer::answering(const columns::Name& name, const std::string& text) const {
  const auto form = form_that_is(name, text);
  return form ? format::answering(name, *form, to_) : text;
}

// The author's words; what the other language writes in another way is written so.
std::string Sayer::words(const Sentence& written) const {
  std::string text;
  for (const auto& word : written.words) {
    if (!text.empty() && word.after_blank) text += ' ';
    switch (word.kind) {
      case WordKind::number:
      case WordKind::percent: text += number(word); break;
      case WordKind::date: text += date(word.date); break;
      case WordKind::quoted: text += '"' + title(word.text) + '"'; break;
      default: text += word.text;
    }
  }
  return text;
}

// ---- sentences

typed::Wording Sayer::wording_for(const Sentence& written, typed::PackId pack) const {
  typed::Wording wording;
  wording.form = [this, &written](const columns::Name& name) {
    const auto form = form_among(name, written);
    return form ? format::answering(name, *form, to_) : std::string();
  };
  wording.award = [this](const std::string& text) { return title(text); };
  wording.pack = pack;
  wording.grouped = wording.breaks = true;
  return wording;
}

std::string Sayer::printed(const ReadSentence& read, const typed::Nomination* nomination, const typed::Wording& wording,
                           const typed::Program& program) const {
  return std::visit(
      values::match{
          [&](const typed::Expr& e) { return as_sentence(program, *e, to_, innermost(read.context), wording); },
          [&](const typed::Scope& scope) { return as_sentence(program, scope, to_, wording); },
          [&](const typed::Set& population) { return as_sentence(program, population, to_, wording); },
          [&](const typed::Reader::Among& among) {
            return as_sentence(program, among, read.context.levels.front(), to_, wording);
          },
          [&](const std::vector<typed::RankKey>& keys) { return as_sentence(program, keys, to_, wording); },
          [&](const typed::Reader::OfferTerms& terms) {
            return nomination ? as_sentence(program, terms, *nomination, to_, wording) : std::string();
          },
          [&](const typed::Expectation& expected) { return as_sentence(program, expected, to_, wording); }},
      read.meaning);
}

std::string Sayer::said(const ReadSentence& read, const Sentence& written, const typed::Nomination* nomination,
                        const typed::Program& program, typed::Reader& reader) {
  auto wording = wording_for(written, read.context.pack);
  wording.clause = true;
  for (const bool plain : {true, false}) {
    wording.plain = plain;
    if (!plain) wording.pack.reset();
    const auto text = printed(read, nomination, wording, program);
    if (!text.empty() && reads_back(without_breaks(text), read, nomination, reader)) return text;
  }
  return translates() ? cannot_say(written) : words(written);
}

std::string Sayer::cannot_say(const Sentence& written, const std::optional<diagnostics::Phrase>& note) {
  failed_ = true;
  auto& diagnostic = report_cannot_be_said({subject_.file.file, written.span}, typed::text_of(written), from(), to_, diagnostics_);
  if (note) diagnostic.note(*note);
  return typed::text_of(written);
}

diagnostics::Diagnostic& report_cannot_be_said(source::Where where, const std::string& what, Language from, Language to,
                                               Diagnostics& diagnostics) {
  const auto language = to == Language::english ? diagnostics::Phrase("English", "tiếng Anh")
                                                : diagnostics::Phrase("Vietnamese", "tiếng Việt");
  return diagnostics.report(diagnostics::Kind::cannot_be_said, where, from, {what, language});
}

std::string Sayer::sentence(const Sentence& written, const typed::Nomination* nomination) {
  if (written.empty()) return {};
  const auto* read = read_as(written);
  if (!read) return translates() ? cannot_say(written) : words(written);
  return said(*read, written, nomination, subject_.program, *reader_);
}

std::string Sayer::expression(const typed::Expression& expression, const Sentence& written) const {
  auto wording = wording_for(written, {});
  wording.pack.reset();
  wording.plain = true;
  return without_breaks(as_sentence(subject_.program, expression, to_, std::nullopt, wording));
}

std::string Sayer::body(const typed::Definition& definition, const Sentence& written) {
  if (definition.body || definition.population) return sentence(written);
  return definition_read_at_use(definition, written);
}

}  // namespace tdkt::format
