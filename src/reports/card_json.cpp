// SPDX-License-Identifier: Apache-2.0
#include "reports/card_words.hpp"
#include "reports/cards.hpp"
#include "reports/json.hpp"

namespace tdkt::reports {

namespace {

using reports::json_of;
using typed::CriterionKind;

Json json_of(const Phrase& phrase) { return {{"en", phrase.english}, {"vi", phrase.vietnamese}}; }

std::string_view name_of(CriterionKind kind) {
  switch (kind) {
    case CriterionKind::require: return "require";
    case CriterionKind::bar: return "bar";
    case CriterionKind::defer: return "defer";
    case CriterionKind::all_of: return "all_of";
    case CriterionKind::any_of: return "any_of";
    case CriterionKind::at_least_n_of: return "at_least_n_of";
    case CriterionKind::vote: return "vote";
  }
  return {};
}

std::string_view verdict_name(const card::Card& card, const card::Case& one) {
  using verdicts::Outcome;
  if (!card.by_outcome)
    return one.truth == values::Truth::yes ? "met" : one.truth == values::Truth::no ? "not_met" : "unknown";
  switch (one.outcome) {
    case Outcome::eligible: return "eligible";
    case Outcome::ineligible: return "ineligible";
    case Outcome::deferred: return "deferred";
    case Outcome::undetermined: return "undetermined";
    case Outcome::kept: return "kept";
    case Outcome::broken: return "broken";
  }
  return {};
}

Json json_of(const card::Card& card, const card::Case& one) {
  Json json{{"label", json_of(one.label)}, {"verdict", verdict_name(card, one)}, {"subject", one.subject},
            {"records", Json::array()}};
  for (const auto& table : one.tables) json["records"].push_back({{"table", table.heading}, {"rows", table.rows}});
  return json;
}

Json json_of(const card::Card& card) {
  Json json{{"rule", json_of(card.rule)}, {"kind", name_of(card.criterion->kind)}};
  if (!card.path.empty()) json["path"] = card.path;
  if (card.title) json["title"] = json_of(*card.title);
  json["citation"] = card.citation;
  json["period"] = json_of(card.period);
  json["written"] = card.written;
  json["sentence"] = json_of(card.sentence);
  if (card.bracketed) json["bracketed"] = json_of(*card.bracketed);
  json["negation"] = json_of(card.negation);
  json["verdicts_of"] = card.by_outcome ? "rule" : "criterion";
  json["boundaries"] = Json::array();
  for (const auto& boundary : card.boundaries) {
    Json cases = Json::array();
    for (const auto& one : boundary.cases) cases.push_back(json_of(card, one));
    json["boundaries"].push_back({{"about", json_of(boundary.about)}, {"cases", std::move(cases)}});
  }
  json["left_out"] = card.left_out;
  return json;
}

}  // namespace

std::string as_json(const std::vector<card::Card>& cards) {
  Json json{{"schema", "tdkt/card"}, {"version", 1}, {"cards", Json::array()}};
  for (const auto& card : cards) json["cards"].push_back(json_of(card));
  return written(json, 2) + '\n';
}

}  // namespace tdkt::reports
