// SPDX-License-Identifier: Apache-2.0
#include "loaders/binding.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "loaders/period_cells.hpp"

namespace tdkt::loaders {
namespace {

using columns::Schema;
using columns::Timing;

class Binder {
 public:
  Binder(const RawTable& table, const std::vector<Header>& headers, const NamedAs& named, const Subject& subject,
         const Vocabulary& vocabulary, bool implied, Findings& findings)
      : table_(table), headers_(headers), named_(named), vocabulary_(vocabulary), schema_(vocabulary.schema()),
        implied_(implied), findings_(findings) {
    binding_.subject = subject.entity;
    binding_.key = subject.key;
    binding_.own = subject.own;
    binding_.columns.resize(headers.size());
  }

  Binding bind() {
    for (std::size_t c = 0; c < headers_.size(); ++c) bind_plain(c);
    for (std::size_t c = 0; c < headers_.size(); ++c) bind_related(c);
    for (std::size_t c = 0; c < headers_.size(); ++c) report_unbound(c);
    drop_doubles();
    for (std::size_t c = 0; c < headers_.size(); ++c) check_periods(c);
    binding_.own |= is_register();
    return std::move(binding_);
  }

 private:
  DataPlace place(std::size_t column, const std::string& value = "") const {
    return {table_.path, table_.sheet, headers_[column].written, value, table_.header_line};
  }

  // The key, facts, periods and the words that need nothing else to be known.
  void bind_plain(std::size_t c) {
    BoundTo& to = binding_.columns[c];
    to.ignored = headers_[c].ignored;
    to.key = c == binding_.key;
    for (const std::string& name : headers_[c].names) {
      const Meaning& meaning = vocabulary_.meaning(name);
      for (const FactId fact : meaning.facts)
        if (schema_[fact].of == binding_.subject) to.facts.push_back(fact);
      if (!meaning.cadences.empty()) {
        to.cadence = meaning.cadences.front();
        binding_.cadences.try_emplace(to.cadence->index, c);
      }
      const auto word = header_word(name);
      if (word && *word >= HeaderWord::year && *word <= HeaderWord::notes) bind_word(c, *word);
      if (word == HeaderWord::name && !to.key && to.facts.empty()) {
        to.name = true;
        to.word = word;
      }
    }
    if (to.key) to.facts = facts_named_in_settings(c);
  }

  // The key's own header may also be the name of a fact of the same form: then only dataset.toml
  // can say that the column is both.
  std::vector<FactId> facts_named_in_settings(std::size_t c) const {
    return headers_[c].said_on ? binding_.columns[c].facts : std::vector<FactId>{};
  }

  void bind_word(std::size_t c, HeaderWord word) {
    BoundTo& to = binding_.columns[c];
    const bool is_period = word <= HeaderWord::date;
    if (!is_period && !to.facts.empty()) return;
    to.word = word;
    if (is_period && !binding_.words.try_emplace(word, c).second) {
      findings_.add(Kind::columns_both_bound, place(c),
                    {headers_[binding_.words[word]].written, headers_[c].written, written(word)});
      to.word.reset();
      to.ignored = true;
    }
  }

  void bind_related(std::size_t c) {
    BoundTo& to = binding_.columns[c];
    if (to.ignored) return;
    for (const std::string& name : headers_[c].names) {
      if (to.key && vocabulary_.meaning(name).entities.size() == 1 &&
          vocabulary_.meaning(name).entities.front() == binding_.subject)
        continue;
      if (to.key && header_word(name) == HeaderWord::id) continue;
      if (bind_second_key(to, name)) continue;
      const Choice choice = references(vocabulary_, binding_.subject, name, named_.relation);
      if (choice.unclear) {
        report_unclear(c, name, choice);
      } else if (!choice.references.empty()) {
        to.references = choice.references;
        to.facts.clear();
      }
    }
  }

  // A list of its subject: it gives names, or facts without a period.
  bool is_register() const {
    const auto& columns = binding_.columns;
    if (std::any_of(columns.begin(), columns.end(), [](const BoundTo& to) { return to.name; })) return true;
    if (implied_ || binding_.has_period() || binding_.column_of(HeaderWord::date)) return false;
    return std::any_of(columns.begin(), columns.end(), [](const BoundTo& to) { return !to.facts.empty(); });
  }

  bool bind_second_key(BoundTo& to, const std::string& name) {
    for (const BoundTo& other : binding_.columns)
      for (const FactId fact : other.facts)
        for (const EntityId entity : vocabulary_.meaning(name).entities)
          if (schema_[fact].per == entity) {
            to.second_key = entity;
            return true;
          }
    return false;
  }

  void report_unclear(std::size_t c, const std::string& name, const Choice& choice) {
    Phrase all("");
    for (const Reference& reference : choice.references) {
      const Phrase relation = phrase(schema_[reference.relation].name);
      all.english += (all.english.empty() ? "'" : ", '") + relation.english + "'";
      all.vietnamese += (all.vietnamese.empty() ? "'" : ", '") + relation.vietnamese + "'";
    }
    findings_.add(Kind::relation_unclear, place(c, name), {name, all});
    binding_.columns[c].ignored = true;
  }

  void report_unbound(std::size_t c) {
    if (!binding_.columns[c].nothing()) return;
    const Header& header = headers_[c];
    if (header.written.empty()) {
      findings_.add(Kind::column_without_header, place(c, std::to_string(c + 1)), {std::to_string(c + 1)});
      return;
    }
    for (const std::string& name : header.names) report_unbound(c, name);
  }

  void report_unbound(std::size_t c, const std::string& name) {
    const Meaning& meaning = vocabulary_.meaning(name);
    const Phrase subject = phrase(schema_[binding_.subject].name);
    if (!meaning.facts.empty() || !meaning.relations.empty()) {
      const EntityId owner = meaning.facts.empty() ? schema_[meaning.relations.front()].of
                                                   : schema_[meaning.facts.front()].of;
      findings_.add(Kind::column_of_other, place(c, name), {name, phrase(schema_[owner].name), subject});
      return;
    }
    if (!meaning.entities.empty()) {
      findings_.add(Kind::not_related, place(c, name), {subject, phrase(schema_[meaning.entities.front()].name), name});
      return;
    }
    auto candidates = vocabulary_.headers_for(binding_.subject);
    for (const HeaderWord word : {HeaderWord::id, HeaderWord::name, HeaderWord::year, HeaderWord::half_year,
                                  HeaderWord::quarter, HeaderWord::month, HeaderWord::week, HeaderWord::date}) {
      candidates.push_back(written(word).english);
      candidates.push_back(written(word).vietnamese);
    }
    const bool near = !grammar::nearest(name, candidates, 1).empty();
    auto* finding = near ? findings_.add(Kind::column_misspelt, place(c, name), {name})
                         : findings_.add(Kind::column_not_used, place(c, name), {name, subject});
    suggest_near(finding, name, candidates);
  }

  // The second of two columns that give one thing is left out.
  void drop_doubles() {
    std::map<std::uint32_t, std::size_t> facts, relations, names;
    for (std::size_t c = 0; c < headers_.size(); ++c) {
      BoundTo& to = binding_.columns[c];
      std::erase_if(to.facts, [&](FactId fact) { return taken(facts, fact.index, c, schema_[fact].name); });
      std::erase_if(to.references, [&](const Reference& reference) {
        return taken(relations, reference.relation.index, c, schema_[reference.relation].name);
      });
      if (to.name && !names.try_emplace(0, c).second) {
        findings_.add(Kind::columns_both_bound, place(c),
                      {headers_[names[0]].written, headers_[c].written, written(HeaderWord::name)});
        to.name = false;
      }
    }
  }

  bool taken(std::map<std::uint32_t, std::size_t>& by, std::uint32_t index, std::size_t c, const columns::Name& name) {
    const auto [at, fresh] = by.try_emplace(index, c);
    if (fresh || at->second == c) return false;
    findings_.add(Kind::columns_both_bound, place(c),
                  {headers_[at->second].written, headers_[c].written, phrase(name)});
    return true;
  }

  void check_periods(std::size_t c) {
    BoundTo& to = binding_.columns[c];
    std::erase_if(to.facts, [&](FactId fact) {
      return !has_period_for(schema_[fact].timing, schema_[fact].name, c) || !has_key_for(fact, c);
    });
    std::erase_if(to.references, [&](const Reference& reference) {
      const columns::Relation& relation = schema_[reference.relation];
      return !has_period_for(relation.timing, relation.name, c);
    });
  }

  bool has_period_for(const Timing& timing, const columns::Name& name, std::size_t c) {
    if (timing.cadence == values::Cadence::once) return true;
    if (period_column(binding_, timing)) return true;
    if (timing.cadence != values::Cadence::dated && implied_ && !binding_.has_period()) return true;
    findings_.add(Kind::period_column_missing, place(c, phrase(name).english),
                  {phrase(name), cadence_phrase(schema_, timing), period_header(schema_, timing)});
    return false;
  }

  bool has_key_for(FactId fact, std::size_t c) {
    const auto per = schema_[fact].per;
    if (!per) return true;
    for (const BoundTo& to : binding_.columns)
      if (to.second_key == per) return true;
    const Phrase key = phrase(schema_[*per].name);
    findings_.add(Kind::second_key_missing, place(c), {phrase(schema_[fact].name), key, key});
    return false;
  }

  const RawTable& table_;
  const std::vector<Header>& headers_;
  const NamedAs& named_;
  const Vocabulary& vocabulary_;
  const Schema& schema_;
  bool implied_;
  Findings& findings_;
  Binding binding_;
};

}  // namespace

std::optional<std::size_t> Binding::column_of(HeaderWord word) const {
  const auto found = words.find(word);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

bool Binding::has_period() const {
  if (!cadences.empty()) return true;
  for (const HeaderWord word :
       {HeaderWord::year, HeaderWord::half_year, HeaderWord::quarter, HeaderWord::month, HeaderWord::week})
    if (words.contains(word)) return true;
  return false;
}

void suggest_near(Finding* finding, std::string_view name, const std::vector<std::string>& candidates) {
  if (!finding) return;
  for (const std::string& near : grammar::nearest(name, candidates, 2))
    if (near != name) finding->suggestions.push_back({"did you mean '" + near + "'?", "ý bạn là '" + near + "'?"});
}

std::optional<Binding> bound(const RawTable& table, const TableSettings& settings, const std::string& settings_path,
                             const Vocabulary& vocabulary, bool implied, Findings& findings) {
  const auto headers = headers_of(table, settings, vocabulary, settings_path, findings);
  const NamedAs named = named_as(table, settings, settings_path, vocabulary, findings);
  if (const auto kind = record_kind(headers, named)) return bound_records(table, headers, *kind, vocabulary, findings);
  const auto subject = subject_of(table, headers, named, vocabulary, findings);
  if (!subject) return std::nullopt;
  return Binder(table, headers, named, *subject, vocabulary, implied, findings).bind();
}

}  // namespace tdkt::loaders
