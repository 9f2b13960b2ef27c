// SPDX-License-Identifier: Apache-2.0
#include "typed/build.hpp"

#include <utility>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::typed {

source::Where Item::header() const {
  if (statement->title) return at(statement->title->span);
  if (!statement->header.empty()) return at(statement->header.span);
  return at(statement->keyword_span);
}

namespace {

bool lacks_vocabulary(const Build& build, const Item& item) {
  return item.pack.index < build.pack_broken.size() && build.pack_broken[item.pack.index];
}

bool is_of_names(Kind kind) {
  return kind == Kind::not_an_entity || kind == Kind::given_nothing_declared || kind == Kind::not_a_table_value || kind == Kind::value_wanted;
}

}  // namespace

Diagnostic& report(Build& build, const Item& item, Kind kind, source::Span at,
                   std::vector<Phrase> values) {
  auto& said = is_of_names(kind) && lacks_vocabulary(build, item) ? build.unsaid : build.diagnostics;
  return said.report(kind, item.at(at), item.language, std::move(values));
}

void suggest_nearest(Diagnostic& diagnostic, source::Where at, std::string_view written,
                     const std::vector<std::string>& names, bool quoted) {
  const auto near = grammar::nearest(written, names, 1);
  if (near.empty()) return;
  const auto text = quoted ? '"' + near.front() + '"' : near.front();
  diagnostic.replace(at, text,
                     {"did you mean '" + near.front() + "'?", "có phải ý là '" + near.front() + "'?"});
}

bool read_name(Build& build, const Item& item, const Sentence& forms,
               const std::optional<syntax::Forms>& translation, columns::Name& name) {
  auto& own = name.forms[static_cast<std::size_t>(item.language)];
  for (const auto& form : split_at(forms, ",")) {
    if (form.empty()) {
      report(build, item, Kind::name_expected, form.span);
      return false;
    }
    own.push_back(text_of(form));
  }
  if (translation)
    for (const auto& form : translation->forms)
      name.forms[static_cast<std::size_t>(other(item.language))].push_back(form.text);
  return true;
}

namespace {

Phrase name_of(Sort sort) {
  switch (sort) {
    case Sort::entity: return {"an entity", "đối tượng"};
    case Sort::scale: return {"a scale or kinds", "thang hoặc loại"};
    case Sort::unit_of_measure: return {"a unit of measure", "đơn vị tính"};
    case Sort::cadence: return {"a cadence", "kỳ"};
    case Sort::fact: return {"a fact", "dữ kiện"};
    case Sort::relation: return {"a relation", "quan hệ"};
    case Sort::inverse: return {"the inverse of a relation", "chiều ngược của quan hệ"};
    case Sort::verb: return {"a verb", "động từ"};
    case Sort::parameter: return {"a parameter", "tham số"};
    case Sort::definition: return {"a definition", "định nghĩa"};
    case Sort::table: return {"a table", "bảng"};
  }
  return "";
}

// Packs of different times may give one name to different things; so may a pack that fills or
// replaces what another left.
bool apart(const Build& build, const Declared& a, const Declared& b) {
  if (!a.pack || !b.pack || *a.pack == *b.pack) return false;
  if (a.open != b.open) return true;
  const auto& one = build.program.packs[*a.pack];
  const auto& two = build.program.packs[*b.pack];
  if (one.in_force.until < two.in_force.from || two.in_force.until < one.in_force.from) return true;
  const auto replaces = [](const Pack& later, const Pack& earlier) {
    for (const auto& title : later.overrides)
      if (grammar::key_of(title) == grammar::key_of(earlier.title.text)) return true;
    return false;
  };
  return replaces(one, two) || replaces(two, one);
}

}  // namespace

namespace {

// Where a form stands behind `vi:` or `en:`.
std::optional<source::Where> form_in(const Item& item, const std::string& form) {
  if (item->translation)
    for (const auto& translated : item->translation->forms)
      if (translated.text == form) return item.at(translated.span);
  return std::nullopt;
}

}  // namespace

void enter(Build& build, const Item& item, const columns::Name& name, Declared thing) {
  // A fact may bring a unit of measure with it, and a relation the way back: the statement is of neither.
  const bool itself = (thing.sort == Sort::unit_of_measure) == (item->keyword == Keyword::unit_of_measure);
  if (build.provenance && itself)
    build.provenance->declared.try_emplace({item.file, item->keyword_span.begin}, thing);
  bool complained = false;
  for (const auto& forms : name.forms)
    for (const auto& form : forms) {
      const auto key = phrase_key(form);
      bool taken = false;
      for (const auto& earlier : build.names.all(key)) {
        const bool same = earlier.sort == thing.sort && earlier.index == thing.index;
        if (same || !both_could_stand(earlier, thing) || apart(build, earlier, thing)) continue;
        taken = true;
        if (complained) break;
        build.diagnostics
            .report(Kind::declared_twice, form_in(item, form).value_or(thing.where), item.language, {form, name_of(earlier.sort)})
            .label(earlier.where, {"first declared here", "khai báo lần đầu ở đây"});
        complained = true;
        break;
      }
      if (!taken) build.names.add(key, thing);
    }
}

void leave_broken(Build& build, const columns::Name& name) {
  for (const auto& forms : name.forms)
    for (const auto& form : forms) leave_broken(build, form);
}

void leave_broken(Build& build, std::string_view name) {
  auto phrase = phrase_of(name);
  if (!phrase.empty()) build.broken.push_back(std::move(phrase));
}

namespace {

bool mentions_broken(const Build& build, const Sentence& sentence) {
  for (const auto& word : sentence.words)
    if (word.kind == syntax::WordKind::quoted) {
      const auto phrase = phrase_of(word.text);
      for (const auto& broken : build.broken)
        if (broken == phrase) return true;
    }
  for (std::size_t i = 0; i < sentence.words.size(); ++i)
    for (const auto& broken : build.broken)
      if (syntax::stands_at(broken, sentence, i)) return true;
  return false;
}

}  // namespace

void settle(Build& build, const Item& item, const Sentence& sentence) {
  if (build.found.empty()) return;
  auto found = std::exchange(build.found, {});
  const bool follows = found.has_errors() &&
                       (lacks_vocabulary(build, item) || mentions_broken(build, sentence));
  if (!follows) build.diagnostics.take(std::move(found));
}

std::optional<EntityId> entity_named(const Build& build, const Sentence& words) {
  const auto* found = build.names.find(Sort::entity, phrase_key(words));
  return found ? std::optional(EntityId{found->index}) : std::nullopt;
}

Diagnostic& report_no_entity(Build& build, const Item& item, const Sentence& words) {
  auto& diagnostic = report(build, item, Kind::not_an_entity, words.span, {text_of(words)});
  suggest_nearest(diagnostic, item.at(words.span), text_of(words), forms_of(build.schema.entities));
  return diagnostic;
}

}  // namespace tdkt::typed
