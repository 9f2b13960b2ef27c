// SPDX-License-Identifier: Apache-2.0
#include "verdicts/receipts.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"

namespace tdkt::verdicts {
namespace {

const columns::VerbUse* use_in(const columns::Verb& verb, typed::EntityId subject) {
  for (const auto& use : verb.uses) {
    if (use.subject == subject && use.records && use.by) return &use;
  }
  return nullptr;
}

const columns::VerbUse* use_of(const columns::Schema& schema, std::optional<columns::VerbId> verb,
                               typed::EntityId subject) {
  if (verb) return use_in(schema[*verb], subject);
  for (const auto& any : schema.verbs) {
    if (const auto* use = use_in(any, subject)) return use;
  }
  return nullptr;
}

}  // namespace

ReceiptLines receipts_on_record(const Look& look, const std::string& award, typed::EntityId entity, Row row,
                                values::Date until, std::optional<columns::VerbId> verb) {
  const auto& schema = look.program.schema;
  ReceiptLines receipts;
  const auto* use = use_of(schema, verb, entity);
  if (!use) return receipts;
  const values::Period whole{values::Date{-1'000'000}, until};
  const auto found = related_on_record(schema, look.dataset, *use->records, false, row, whole);
  receipts.cause = found.cause;
  const auto forms = look.in_force.award_forms(award);
  const auto& ids = look.dataset.entities[schema[*use->records].to.index].ids;
  for (const auto& record : found.rows) {
    const auto name = text_on_record(look.dataset, *use->by, record.row);
    if (name && std::find(forms.begin(), forms.end(), grammar::key_of(*name)) == forms.end()) continue;
    receipts.rows.push_back({std::string(ids[record.row]), name, record.date, record.place});
  }
  std::stable_sort(receipts.rows.begin(), receipts.rows.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return receipts;
}

}  // namespace tdkt::verdicts
