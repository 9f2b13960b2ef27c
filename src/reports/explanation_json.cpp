// SPDX-License-Identifier: Apache-2.0
#include "reports/explanation_json.hpp"

#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

using verdicts::MemberLine;
using verdicts::Reason;
using verdicts::State;

std::string_view name_of(State state) {
  switch (state) {
    case State::met: return "met";
    case State::not_met: return "not_met";
    case State::unknown: return "unknown";
    case State::value: return "value";
  }
  return {};
}

Json record_of(const verdicts::Record& record) {
  Json json{{"file", record.path}, {"row", record.line}};
  if (!record.sheet.empty()) json["sheet"] = record.sheet;
  return json;
}

Json members_of(const std::vector<MemberLine>& members, Language language) {
  Json list = Json::array();
  for (const auto& member : members) {
    Json json{{"id", member.id}, {"name", member.name}, {"because", member.because.in(language)}};
    if (member.record && member.record->line != 0) json["record"] = record_of(*member.record);
    list.push_back(std::move(json));
  }
  return list;
}

Json reason_of(const Reason& reason, Language language) {
  Json json{{"state", name_of(reason.state)}};
  if (!reason.label.empty()) json["label"] = reason.label;
  if (reason.title) json["title"] = reason.title->in(language);
  json["sentence"] = reason.sentence.in(language);
  if (!reason.citation.empty()) json["citation"] = reason.citation;
  if (reason.numbers) json["numbers"] = reason.numbers->in(language);
  if (reason.record && reason.record->line != 0) json["record"] = record_of(*reason.record);
  if (!reason.members_for.empty()) json["for"] = members_of(reason.members_for, language);
  if (!reason.members_against.empty()) json["against"] = members_of(reason.members_against, language);
  if (!reason.members_unknown.empty()) json["not_known"] = members_of(reason.members_unknown, language);
  for (const auto& fact : reason.would_settle) json["would_settle"].push_back(fact.in(language));
  for (const auto& part : reason.reasons) json["reasons"].push_back(reason_of(part, language));
  return json;
}

template <class Explanation>
Json heading_of(const Explanation& explanation, Language language) {
  return {{"entity", {{"id", explanation.entity_id}, {"name", explanation.entity_name}}},
          {"rule", explanation.rule.in(language)},
          {"period", json_of(explanation.period)},
          {"verdict", explanation.verdict.in(language)}};
}

}  // namespace

Json json_of(const verdicts::Explanation& explanation, Language language) {
  auto json = heading_of(explanation, language);
  json["outcome"] = words_of(explanation.outcome, Language::english);
  json["reason"] = reason_of(explanation.root, language);
  return json;
}

Json json_of(const verdicts::NominationExplanation& explanation, Language language) {
  auto json = heading_of(explanation, language);
  json["reasons"] = Json::array();
  for (const auto& reason : explanation.reasons) json["reasons"].push_back(reason_of(reason, language));
  return json;
}

Json json_of(const verdicts::ScoreExplanation& explanation, Language language) {
  auto json = heading_of(explanation, language);
  json["reason"] = reason_of(explanation.root, language);
  return json;
}

Json json_of(const verdicts::ValueExplanation& explanation, Language language) {
  Json json{{"entity", {{"id", explanation.entity_id}, {"name", explanation.entity_name}}},
            {"period", json_of(explanation.period)},
            {"reasons", Json::array()}};
  for (const auto& reason : explanation.reasons) json["reasons"].push_back(reason_of(reason, language));
  return json;
}

std::string as_json(const std::vector<verdicts::Explanation>& explanations,
                    const std::vector<verdicts::NominationExplanation>& nominations,
                    const std::vector<verdicts::ScoreExplanation>& scores, Language language) {
  Json json{{"schema", "tdkt/explanation"},
            {"version", 1},
            {"language", either(language, "en", "vi")},
            {"explanations", Json::array()},
            {"nominations", Json::array()}};
  for (const auto& explanation : explanations) json["explanations"].push_back(json_of(explanation, language));
  for (const auto& nomination : nominations) json["nominations"].push_back(json_of(nomination, language));
  for (const auto& score : scores) json["scores"].push_back(json_of(score, language));
  return written(json, 2) + '\n';
}

}  // namespace tdkt::reports
