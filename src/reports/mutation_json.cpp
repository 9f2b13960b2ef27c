// SPDX-License-Identifier: Apache-2.0
#include "reports/mutation_json.hpp"

namespace tdkt::reports {

namespace {

std::string_view name_of(TriedChange::Fate fate) {
  switch (fate) {
    case TriedChange::Fate::noticed: return "noticed";
    case TriedChange::Fate::unnoticed: return "unnoticed";
    case TriedChange::Fate::untested: return "untested";
  }
  return {};
}

}  // namespace

Json json_of(const Mutations& mutations, const std::optional<grammar::Language>& asked) {
  using Fate = TriedChange::Fate;
  Json json{{"tried", mutations.changes.size()},
            {"noticed", mutations.count(Fate::noticed)},
            {"unnoticed", mutations.count(Fate::unnoticed)},
            {"untested", mutations.count(Fate::untested)},
            {"failing_tests", mutations.failing_tests},
            {"changes", Json::array()}};
  for (const auto& change : mutations.changes) {
    const auto language = asked.value_or(change.language);
    Json one{{"file", change.path},
             {"line", change.line},
             {"column", change.column},
             {"rule", change.rule.in(language)},
             {"sentence", change.sentence.in(language)},
             {"change", change.change.in(language)},
             {"fate", name_of(change.fate)}};
    if (!change.noticed_by.empty()) one["noticed_by"] = change.noticed_by;
    json["changes"].push_back(std::move(one));
  }
  return json;
}

}  // namespace tdkt::reports
