// SPDX-License-Identifier: Apache-2.0
// SARIF as its standard asks for it: every part that must be there, indices that lead somewhere, and
// places as editors count them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "diagnostics/kinds.hpp"
#include "diagnostics/render.hpp"

namespace tdkt::diagnostics {
namespace {

using grammar::Language;
using Json = nlohmann::json;

source::Where place(const source::Sources& sources, std::uint32_t file, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(sources[file].text().find(words));
  return {file, {at, at + static_cast<std::uint32_t>(words.size())}};
}

Json sarif(const Diagnostics& diagnostics, const source::Sources& sources, std::string_view pages = "") {
  return Json::parse(as_sarif(diagnostics, sources, {}, "1.2.3", pages));
}

void check_region(const Json& region) {
  for (const char* part : {"startLine", "startColumn", "endLine", "endColumn"}) {
    ASSERT_TRUE(region.contains(part)) << region;
    EXPECT_GE(region[part].get<int>(), 1);
  }
  EXPECT_LE(std::pair(region["startLine"].get<int>(), region["startColumn"].get<int>()),
            std::pair(region["endLine"].get<int>(), region["endColumn"].get<int>()));
}

void check_location(const Json& location) {
  const auto& physical = location.at("physicalLocation");
  EXPECT_FALSE(physical.at("artifactLocation").at("uri").get<std::string>().empty());
  if (physical.contains("region")) check_region(physical["region"]);
}

// The structure that sections 3.13 to 3.58 of the standard ask for, as far as we write it.
void check_structure(const Json& log) {
  EXPECT_EQ(log.at("version"), "2.1.0");
  ASSERT_EQ(log.at("runs").size(), 1u);
  const auto& run = log["runs"][0];
  const auto& driver = run.at("tool").at("driver");
  EXPECT_EQ(driver.at("name"), "tdkt");
  EXPECT_EQ(driver.at("version"), "1.2.3");
  EXPECT_EQ(run.at("columnKind"), "utf16CodeUnits");
  std::set<std::string> ids;
  for (const auto& rule : driver.at("rules")) {
    EXPECT_TRUE(ids.insert(rule.at("id")).second);
    EXPECT_EQ(rule.at("shortDescription").at("text").get<std::string>().find("{}"), std::string::npos);
    EXPECT_NE(rule.at("help").at("text").get<std::string>().find("docs/diagnostics/" + rule["id"].get<std::string>()), std::string::npos);
  }
  for (const auto& result : run.at("results")) {
    const auto index = result.at("ruleIndex").get<std::size_t>();
    ASSERT_LT(index, driver["rules"].size());
    EXPECT_EQ(driver["rules"][index]["id"], result.at("ruleId"));
    EXPECT_TRUE(std::set<std::string>({"error", "warning", "note"}).contains(result.at("level")));
    EXPECT_FALSE(result.at("message").at("text").get<std::string>().empty());
    for (const char* part : {"locations", "relatedLocations"})
      if (result.contains(part))
        for (const auto& location : result[part]) check_location(location);
    if (!result.contains("fixes")) continue;
    for (const auto& fix : result["fixes"])
      for (const auto& change : fix.at("artifactChanges")) {
        EXPECT_TRUE(change.at("artifactLocation").contains("uri"));
        ASSERT_FALSE(change.at("replacements").empty());
        for (const auto& replacement : change["replacements"]) {
          check_region(replacement.at("deletedRegion"));
          EXPECT_TRUE(replacement.at("insertedContent").contains("text"));
        }
      }
  }
}

TEST(Sarif, HasTheStructureOfTheStandard) {
  source::Sources sources;
  sources.add({"luật thi đua/a b.tdkt", "entity unit\nentity unit, bloc\n"});
  Diagnostics diagnostics;
  diagnostics.report(Kind::declared_twice, {0, {19, 23}}, Language::english, {"unit", "an entity"})
      .label(place(sources, 0, "unit"), "first here")
      .note("a name stands for one thing")
      .replace({0, {19, 23}}, "units", "did you mean 'units'?");
  diagnostics.report(Kind::may_be_empty, {0, {24, 28}}, Language::english, {"x"}).suggest("or not");
  diagnostics.report_data(Kind::not_in_scale, {"/data/unit.csv", "", "rating", "x", 7}, {"x", "rating"}).times = 3;
  diagnostics.report_general(Kind::no_rule_files, {"nowhere"});
  const auto log = sarif(diagnostics, sources);
  check_structure(log);
  const auto& results = log["runs"][0]["results"];
  ASSERT_EQ(results.size(), 4u);
  EXPECT_EQ(results[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "lu%E1%BA%ADt%20thi%20%C4%91ua/a%20b.tdkt");
  EXPECT_EQ(results[0]["relatedLocations"][0]["message"]["text"], "first here");
  EXPECT_EQ(results[1]["level"], "note");
  EXPECT_FALSE(results[1].contains("fixes")) << "advice is no fix";
  EXPECT_EQ(results[2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "file:///data/unit.csv");
  EXPECT_EQ(results[2]["locations"][0]["logicalLocations"][0]["name"], "row 7, rating");
  EXPECT_EQ(results[2]["occurrenceCount"], 3);
  EXPECT_FALSE(results[3].contains("locations"));
  check_structure(sarif({}, sources));
}

TEST(Sarif, CountsColumnsInUtf16CodeUnitsOfTheOriginal) {
  source::Sources sources;
  // A byte-order mark, decomposed letters, a character beyond the basic plane, CRLF line ends.
  sources.add({"a.tdkt", "\xEF\xBB\xBF" "ab\r\n\xF0\x9F\x8F\x86 đa\u0323t end\r\n"});
  Diagnostics diagnostics;
  diagnostics.report(Kind::stray_sign, place(sources, 0, "b"), Language::english, {"b"});
  diagnostics.report(Kind::stray_sign, place(sources, 0, "end"), Language::english, {"end"});
  const auto log = sarif(diagnostics, sources);
  const auto region = [&](std::size_t i) { return log["runs"][0]["results"][i]["locations"][0]["physicalLocation"]["region"]; };
  EXPECT_EQ(region(0), Json({{"startLine", 1}, {"startColumn", 2}, {"endLine", 1}, {"endColumn", 3}}));
  // 🏆 is two units, the blank one, đạt as it was typed four, the blank one.
  EXPECT_EQ(region(1), Json({{"startLine", 2}, {"startColumn", 9}, {"endLine", 2}, {"endColumn", 12}}));
}

TEST(Sarif, LinksToThePages) {
  source::Sources sources;
  sources.add({"a.tdkt", "x"});
  Diagnostics diagnostics;
  diagnostics.report(Kind::stray_sign, {0, {0, 1}}, Language::english, {"x"});
  EXPECT_EQ(sarif(diagnostics, sources, "https://example.org/pages/")["runs"][0]["tool"]["driver"]["rules"][0]["helpUri"],
            "https://example.org/pages/E0118.md");
  EXPECT_FALSE(sarif(diagnostics, sources)["runs"][0]["tool"]["driver"]["rules"][0].contains("helpUri"));
}

}  // namespace
}  // namespace tdkt::diagnostics
