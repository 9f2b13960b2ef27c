// SPDX-License-Identifier: Apache-2.0
// docs/schema/verdicts.schema.json. A line a verdict: a document of millions is written without ever
// being held as a tree.
#include "reports/because.hpp"
#include "reports/json.hpp"
#include "reports/scores.hpp"
#include "reports/verdicts.hpp"
#include "typed/print.hpp"

namespace tdkt::reports {

namespace {

using verdicts::Outcome;
using verdicts::Standing;

Json json_of(Outcome outcome) { return words_of(outcome, Language::english); }

Json json_of(Standing standing) {
  switch (standing) {
    case Standing::not_nominated: return "not_nominated";
    case Standing::not_among: return "not_among";
    default: return words_of(standing, Language::english);
  }
}

Json json_of(ScoreState state) {
  return state == ScoreState::no_grade ? Json("no_grade") : Json(words_of(state, Language::english));
}

struct Writer {
  const Findings& findings;
  Language language;

  Json entity(columns::EntityId of, values::Row row) const {
    const auto& table = findings.dataset.entities[of.index];
    return {{"of", findings.program.schema[of].name.in(language)}, {"id", table.ids[row]}, {"name", table.names[row]}};
  }

  Json verdict(const verdicts::Verdict& verdict) const {
    const auto& award = findings.program[verdict.award];
    const bool pledge = award.kind == typed::RuleKind::pledge;
    Json json{{pledge ? "pledge" : "award", award.title.in(language)},
              {"citation", award.citation},
              {"period", reports::json_of(verdict.period)},
              {"entity", entity(award.scope.entity, verdict.row)},
              {"verdict", json_of(verdict.outcome)}};
    if (const auto because = ground_of(findings, verdict, language))
      json["because"] = {{"criterion", because->path}, {"text", because->text}, {"citation", because->citation}};
    return json;
  }

  // Of a scale or a date the word, of a number the number.
  Json key(const values::Interval& value, const typed::Type& type) const {
    if (type.kind == typed::TypeKind::number || !value.known()) return reports::json_of(value);
    return typed::as_text(findings.program, *value.low, type, language);
  }

  Json candidate(const typed::Nomination& nomination, columns::EntityId member,
                 const verdicts::Candidate& candidate) const {
    Json json{{"entity", entity(member, candidate.row)}, {"outcome", json_of(candidate.standing)}};
    if (candidate.places.best != 0) {
      json["place"] = {{"best", candidate.places.best}, {"worst", nullptr}};
      if (candidate.places.worst != verdicts::no_worst_place) json["place"]["worst"] = candidate.places.worst;
    }
    Json offers = Json::array();
    for (const auto offer : candidate.offers) offers.push_back(nomination.offers[offer].title.in(language));
    if (offers.empty() && candidate.offer) offers.push_back(nomination.offers[*candidate.offer].title.in(language));
    json["offers"] = offers;
    json["keys"] = Json::array();
    for (std::size_t i = 0; i < candidate.keys.size(); ++i)
      json["keys"].push_back(key(candidate.keys[i], nomination.keys[i].value->type));
    if (candidate.kept_out_by) json["kept_out_by"] = *candidate.kept_out_by;
    return json;
  }

  Json nomination(const verdicts::NominationOutcome& outcome) const {
    const auto& nomination = findings.program[outcome.nomination];
    const auto& relation = findings.program.schema[nomination.members];
    const auto member = nomination.inverse ? relation.of : relation.to;
    Json json{{"nomination", nomination.title.in(language)},
              {"citation", nomination.citation},
              {"period", reports::json_of(outcome.period)}};
    if (outcome.group != values::no_row) json["group"] = entity(nomination.scope.entity, outcome.group);
    if (outcome.subgroup)
      json["subgroup"] =
          words_of(findings.program, findings.dataset, *outcome.subgroup, nomination.within->type, language);
    json["offers"] = Json::array();
    for (std::size_t i = 0; i < outcome.offers.size(); ++i) {
      Json given = Json::array();
      for (const auto row : outcome.offers[i].given)
        given.push_back(findings.dataset.entities[member.index].ids[row]);
      json["offers"].push_back({{"title", nomination.offers[i].title.in(language)},
                                {"quota", reports::json_of(outcome.offers[i].quota)},
                                {"given", given}});
    }
    json["candidates"] = Json::array();
    for (const auto& each : outcome.candidates) json["candidates"].push_back(candidate(nomination, member, each));
    return json;
  }

  Json listed(const Listed& listed) const {
    const auto& report = findings.program.reports[listed.report];
    return {{"report", report.title.in(language)},
            {"period", reports::json_of(listed.period)},
            {"entity", entity(report.scope.entity, listed.row)},
            {"value", words_of(findings.program, findings.dataset, listed.value, report.value->type, language)}};
  }

  Json scored(const Scored& scored) const {
    const auto& card = findings.program[scored.scorecard];
    const auto total = total_of(findings, scored);
    Json parts = Json::array();
    for (const auto node : card.nodes[0].parts) {
      const auto points = points_of(findings, scored, node);
      Json part{{"title", card.nodes[node].title.in(language)}};
      if (points.applies == values::Truth::no) part["applies"] = false;
      else part["points"] = reports::json_of(points.points);
      parts.push_back(std::move(part));
    }
    return {{"scorecard", card.title.in(language)},
            {"citation", card.citation},
            {"period", reports::json_of(scored.period)},
            {"entity", entity(card.scope.entity, scored.row)},
            {"state", json_of(total.state)},
            {"total", reports::json_of(total.points)},
            {"parts", std::move(parts)}};
  }

  Json graded(const Graded& graded) const {
    const auto& grades = findings.program[graded.grades];
    const auto given = class_of(findings, graded);
    Json json{{"grades", grades.title.in(language)},
              {"citation", grades.citation},
              {"period", reports::json_of(graded.period)},
              {"entity", entity(grades.scope.entity, graded.row)},
              {"state", json_of(given.state)}};
    if (given.code) json["grade"] = findings.program.schema[grades.scale].values[given.code->code].in(language);
    return json;
  }

  Json suspect(const Suspect& suspect) const {
    const auto& check = findings.program.checks[suspect.check];
    return {{"check", check.title.in(language)},
            {"severity", check.lines[suspect.line].error ? "error" : "warning"},
            {"period", reports::json_of(suspect.period)},
            {"entity", entity(check.scope.entity, suspect.row)}};
  }
};

template <class All, class OfOne>
void add_list(std::string& text, std::string_view name, const All& all, OfOne of_one) {
  text.append(",\n\"").append(name).append("\": [");
  bool first = true;
  for (const auto& one : all) {
    text += first ? "\n" : ",\n";
    first = false;
    text += written(of_one(one));
  }
  text += "]";
}

}  // namespace

std::string findings_as_json(const Findings& findings, Language language) {
  const Writer writer{findings, language};
  std::string text = "{\"schema\": \"tdkt/verdicts\", \"version\": 1, \"language\": \"";
  text += either(language, "en", "vi");
  text += '"';
  add_list(text, "verdicts", findings.results.verdicts, [&](const auto& each) { return writer.verdict(each); });
  add_list(text, "nominations", findings.results.nominations, [&](const auto& each) { return writer.nomination(each); });
  if (!findings.scored.empty())
    add_list(text, "scores", findings.scored, [&](const auto& each) { return writer.scored(each); });
  if (!findings.graded.empty())
    add_list(text, "grades", findings.graded, [&](const auto& each) { return writer.graded(each); });
  add_list(text, "reports", findings.listed, [&](const auto& each) { return writer.listed(each); });
  add_list(text, "checks", findings.suspects, [&](const auto& each) { return writer.suspect(each); });
  return text + "}\n";
}

}  // namespace tdkt::reports
