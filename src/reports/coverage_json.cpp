// SPDX-License-Identifier: Apache-2.0
#include "reports/coverage_json.hpp"

#include "reports/coverage_words.hpp"

namespace tdkt::reports {

namespace {

// How often, or null where a test could not see it so.
Json times_of(const CoveragePoint& point, Sight sight) {
  const auto i = static_cast<std::size_t>(sight);
  return point.possible[i] ? Json(point.times[i]) : Json(nullptr);
}

Json json_of(const CoveragePoint& point, Language language) {
  Json json{{"of", name_of(point.of)}, {"depth", point.depth}, {"line", point.line}, {"text", point.words.in(language)}};
  for (const auto sight : {Sight::met, Sight::not_met, Sight::unknown})
    json[std::string(name_of(sight))] = times_of(point, sight);
  return json;
}

}  // namespace

Json json_of(const Coverage& coverage, const std::optional<Language>& asked) {
  Json json{{"seen", coverage.seen()}, {"possible", coverage.all()}, {"rules", Json::array()}};
  for (const auto& rule : coverage.rules) {
    const auto language = asked.value_or(rule.language);
    Json one{{"kind", name_of(rule.kind)}, {"title", rule.title.in(language)}, {"file", rule.path},
             {"line", rule.line},          {"seen", rule.seen()},              {"possible", rule.all()},
             {"points", Json::array()}};
    for (const auto& point : rule.points) one["points"].push_back(json_of(point, language));
    json["rules"].push_back(std::move(one));
  }
  return json;
}

}  // namespace tdkt::reports
