// SPDX-License-Identifier: Apache-2.0
// docs/schema/verdicts.schema.json. A line a verdict: a document of millions is written without ever
// being held as a tree.
#include <algorithm>
#include <map>

#include "reports/endings.hpp"
#include "reports/json.hpp"
#include "reports/scores.hpp"
#include "reports/verdicts.hpp"
#include "typed/print.hpp"
#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"

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
    const auto member = verdicts::members_of(findings.program, nomination);
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

// Texts of a table, looked through once rather than each time that one is written.
class Texts {
 public:
  explicit Texts(const columns::Strings& texts) : texts_(texts), plain_(std::all_of(texts.begin(), texts.end(), is_plain)) {}
  void add(std::string& json, values::Row row) const {
    if (plain_) json.append("\"").append(texts_[row]).append("\"");
    else json += written(Json(texts_[row]));
  }

 private:
  // It stands between quotes as it is.
  static bool is_plain(std::string_view text) {
    const auto is_usual = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), is_usual)) return true;
    const auto json = written(Json(text));
    return std::string_view(json).substr(1, json.size() - 2) == text;
  }

  const columns::Strings& texts_;
  bool plain_;
};

struct Names {
  explicit Names(const columns::EntityTable& table) : ids(table.ids), names(table.names) {}
  Texts ids, names;
};

// The parts of a verdict's line that many have in common.
class VerdictLines {
 public:
  VerdictLines(const Findings& findings, const verdicts::Verdicts::Case& one, const Names& names, Language language)
      : grounds_(findings, one, language), case_(one), names_(names) {
    const auto& award = findings.program[one.award];
    const bool pledge = award.kind == typed::RuleKind::pledge;
    beginning_ = written(Json{{pledge ? "pledge" : "award", award.title.in(language)},
                              {"citation", award.citation},
                              {"period", reports::json_of(one.period)}});
    beginning_.back() = ',';
    beginning_ += "\"entity\":{\"of\":" + written(Json(findings.program.schema[award.scope.entity].name.in(language))) + ",\"id\":";
  }

  std::size_t words() const { return case_.columns->judged.words.size(); }

  // The lines of so many words of rows, each after a comma.
  void add(std::string& text, std::size_t first, std::size_t end) const {
    Endings endings(grounds_, ending_of);
    verdicts::for_each_verdict(case_, first, end, [&](values::Row row, Outcome outcome) {
      text += ",\n";
      text += beginning_;
      names_.ids.add(text, row);
      text += ",\"name\":";
      names_.names.add(text, row);
      text += endings.of(row, outcome);
    });
  }

 private:
  static std::string ending_of(Outcome outcome, const Ground* ground, const std::string& actual) {
    Json json{{"verdict", json_of(outcome)}};
    if (ground) json["because"] = {{"criterion", ground->path}, {"text", ground->text}, {"citation", ground->citation}};
    if (ground && !actual.empty()) json["because"]["actual"] = actual;
    auto text = written(json);
    text.front() = ',';
    return "}" + text;
  }

  Grounds grounds_;
  verdicts::Verdicts::Case case_;
  const Names& names_;
  std::string beginning_;
};

// Passes on lines that each begin with a comma, of which the first is left away.
Sink without_first_comma(const Sink& sink) {
  return [&sink, first = true](std::string_view text) mutable {
    if (text.empty()) return;
    sink(first ? text.substr(1) : text);
    first = false;
  };
}

void add_verdicts(const Findings& findings, Language language, const Sink& sink, const Advance& advance) {
  constexpr std::size_t words_in_piece = 512;
  sink(",\n\"verdicts\": [");
  const auto add = without_first_comma(sink);
  std::map<columns::EntityId, Names> names;
  for (const auto& one : findings.results.verdicts.cases()) {
    const auto entity = findings.program[one.award].scope.entity;
    const auto& known = names.try_emplace(entity, findings.dataset.entities[entity.index]).first->second;
    const VerdictLines lines(findings, one, known, language);
    in_pieces(findings.evaluation, {lines.words(), words_in_piece, verdicts::size_of(one)},
              [&](std::size_t begin, std::size_t end, std::string& text) { lines.add(text, begin, end); }, add, advance);
  }
  sink("]");
}

void add_nominations(const Writer& writer, const Sink& sink, const Advance& advance) {
  constexpr std::size_t pools_in_piece = 64;
  const auto& nominations = writer.findings.results.nominations;
  sink(",\n\"nominations\": [");
  const auto add = without_first_comma(sink);
  for (const auto& one : nominations.cases()) {
    const auto contests = nominations.contests(one);
    const auto add_pools = [&](std::size_t begin, std::size_t end, std::string& text) {
      for (auto pool = begin; pool < end; ++pool)
        for (const auto& outcome : contests.outcomes(pool)) text += ",\n" + written(writer.nomination(outcome));
    };
    in_pieces(writer.findings.evaluation, {contests.size(), pools_in_piece, candidates_of(writer.findings, one)}, add_pools, add,
              advance);
  }
  sink("]");
}

template <class All, class OfOne>
void add_list(const Sink& sink, std::string_view name, const All& all, OfOne of_one) {
  Text text(sink);
  text.line().append(",\n\"").append(name).append("\": [");
  bool first = true;
  for (const auto& one : all) {
    auto& line = text.line();
    line += first ? "\n" : ",\n";
    first = false;
    line += written(of_one(one));
  }
  text.line() += "]";
  text.flush();
}

}  // namespace

void findings_as_json(const Findings& findings, Language language, const Sink& sink, const Advance& advance) {
  const Writer writer{findings, language};
  sink("{\"schema\": \"tdkt/verdicts\", \"version\": 1, \"language\": \"");
  sink(either(language, "en", "vi"));
  sink("\"");
  add_verdicts(findings, language, sink, advance);
  add_nominations(writer, sink, advance);
  if (!findings.scored.empty())
    add_list(sink, "scores", findings.scored, [&](const auto& each) { return writer.scored(each); });
  if (!findings.graded.empty())
    add_list(sink, "grades", findings.graded, [&](const auto& each) { return writer.graded(each); });
  add_list(sink, "reports", findings.listed, [&](const auto& each) { return writer.listed(each); });
  add_list(sink, "checks", findings.suspects, [&](const auto& each) { return writer.suspect(each); });
  sink("}\n");
}

}  // namespace tdkt::reports
