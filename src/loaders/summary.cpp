// SPDX-License-Identifier: Apache-2.0
#include "loaders/summary.hpp"

namespace tdkt::loaders {
namespace {

using grammar::Language;

std::string meaning_of(const BoundTo& to, const columns::Schema& schema, const Binding& binding, Language language) {
  std::vector<std::string> parts;
  if (to.key) parts.push_back(binding.kind == TableKind::facts ? schema[binding.subject].name.in(language)
                                                               : written(HeaderWord::entity).in(language));
  for (const FactId fact : to.facts) parts.push_back(schema[fact].name.in(language));
  for (const Reference& reference : to.references) {
    const columns::Relation& relation = schema[reference.relation];
    const std::string of = (language == Language::english ? " of " : " của ") + schema[relation.of].name.in(language);
    parts.push_back(relation.name.in(language) + of);
  }
  if (to.second_key) parts.push_back(schema[*to.second_key].name.in(language));
  if (to.cadence) parts.push_back(schema[*to.cadence].name.in(language));
  if (to.word) parts.push_back(written(*to.word).in(language));
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "; ") + part;
  return all;
}

std::string subject_of(const Binding& binding, const columns::Schema& schema, Language language) {
  switch (binding.kind) {
    case TableKind::waivers: return written(HeaderWord::waiver).in(language);
    case TableKind::attestations: return written(HeaderWord::attestation).in(language);
    case TableKind::received_cases: return written(HeaderWord::received_case).in(language);
    case TableKind::facts: break;
  }
  std::string relations;
  for (const BoundTo& to : binding.columns) {
    if (!to.facts.empty() || to.name) return schema[binding.subject].name.in(language);
    for (const Reference& reference : to.references) {
      const std::string name = schema[reference.relation].name.in(language);
      relations += (relations.empty() ? "" : ", ") + name;
    }
  }
  return relations.empty() || binding.own ? schema[binding.subject].name.in(language) : relations;
}

}  // namespace

BoundTable unbound_summary(const RawTable& raw) {
  BoundTable summary{raw.path, raw.sheet, "", raw.rows, {}, {}};
  for (const std::string& header : raw.headers) summary.columns.push_back({header, "", 0, 0, 0});
  return summary;
}

BoundTable summary_of(const Table& table, const Vocabulary& vocabulary, const std::vector<std::string>& periods,
                      Language language) {
  const columns::Schema& schema = vocabulary.schema();
  BoundTable summary{table.raw.path, table.raw.sheet, subject_of(table.binding, schema, language), table.raw.rows, periods, {}};
  for (std::size_t c = 0; c < table.raw.headers.size(); ++c) {
    BoundColumn column{table.raw.headers[c], meaning_of(table.binding.columns[c], schema, table.binding, language), 0, 0, 0};
    column.present = table.counts[c].present;
    column.missing = table.counts[c].missing;
    column.bad = table.counts[c].bad;
    summary.columns.push_back(std::move(column));
  }
  return summary;
}

}  // namespace tdkt::loaders
