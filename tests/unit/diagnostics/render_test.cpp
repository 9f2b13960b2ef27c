// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"
#include "diagnostics/render.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace tdkt::diagnostics {
namespace {

using grammar::Language;

// The place of `words` in a file.
source::Where place(const source::Sources& sources, std::uint32_t file, std::string_view words) {
  const auto at = static_cast<std::uint32_t>(sources[file].text().find(words));
  return {file, {at, at + static_cast<std::uint32_t>(words.size())}};
}

TEST(AsText, PutsCaretsUnderTheWords) {
  source::Sources sources;
  sources.add({"law.tdkt", "\n\n\n\n\n\n\n\n\n\n\n  require c) at least 70% of staff achieve advanced labourer\n"});
  Diagnostics diagnostics;
  diagnostics
      .report(Kind::not_an_entity, place(sources, 0, "advanced labourer"), Language::english, {"advanced labourer"})
      .suggest({"did you mean 'advanced laborer' (lao động tiên tiến)?", "có phải là 'lao động tiên tiến' không?"});
  EXPECT_EQ(as_text(diagnostics, sources, {}),
            "error[E0302]: 'advanced labourer' is not a declared entity\n"
            "  --> law.tdkt:12:44\n"
            "   |\n"
            "12 |   require c) at least 70% of staff achieve advanced labourer\n"
            "   |                                            ^^^^^^^^^^^^^^^^^\n"
            "   = did you mean 'advanced laborer' (lao động tiên tiến)?\n");
}

TEST(AsText, AnswersInTheLanguageOfTheFileOrAsAsked) {
  source::Sources sources;
  sources.add({"luật.tdkt", "đo\u031B\u0323n vi\u0323 “đội”\r\n"});
  Diagnostics diagnostics;
  diagnostics.report(Kind::not_an_entity, place(sources, 0, "đội"), Language::vietnamese, {"đội"});
  EXPECT_EQ(as_text(diagnostics, sources, {}),
            "lỗi[E0302]: 'đội' không phải là đối tượng đã khai báo\n"
            " --> luật.tdkt:1:9\n"
            "  |\n"
            "1 | đợn vị \"đội\"\n"
            "  |         ^^^\n");
  EXPECT_TRUE(as_text(diagnostics, sources, {Language::english, false}).starts_with("error[E0302]: 'đội' is not"));
}

TEST(AsText, ShowsLabelsOnTheirOwnLines) {
  source::Sources sources;
  sources.add({"a.tdkt", "entity unit\n\tentity  unit, bloc\n"});
  sources.add({"b.tdkt", "scale unit\n"});
  Diagnostics diagnostics;
  const source::Where second{0, {21, 25}};
  diagnostics.report(Kind::declared_twice, second, Language::english, {"unit", "{} an entity"})
      .label(place(sources, 0, "entity unit"), "first here")
      .label(place(sources, 0, "bloc"), "another form")
      .label(place(sources, 1, "unit"), "and here")
      .note("a name stands for one thing");
  EXPECT_EQ(as_text(diagnostics, sources, {}),
            "error[E0301]: 'unit' is already the name of {} an entity\n"
            " --> a.tdkt:2:10\n"
            "  |\n"
            "2 |  entity  unit, bloc\n"
            "  |          ^^^^\n"
            "1 | entity unit\n"
            "  | ----------- first here\n"
            "  |                ---- another form\n"
            "  ::: b.tdkt:1:7\n"
            "1 | scale unit\n"
            "  |       ---- and here\n"
            "  = a name stands for one thing\n");
}

TEST(AsText, AllowsForWideAndCombiningCharacters) {
  source::Sources sources;
  sources.add({"w.tdkt", "漢字 x\u0353 đội"});
  Diagnostics diagnostics;
  diagnostics.report(Kind::not_an_entity, place(sources, 0, "đội"), Language::english, {"đội"});
  EXPECT_NE(as_text(diagnostics, sources, {}).find("\n  |        ^^^\n"), std::string::npos);
}

TEST(AsText, CutsALongLineAroundTheWords) {
  source::Sources sources;
  sources.add({"long.tdkt", std::string(900'000, '(') + "đội" + std::string(90'000, ')')});
  Diagnostics diagnostics;
  diagnostics.report(Kind::not_an_entity, place(sources, 0, "đội"), Language::english, {"đội"});
  const auto text = as_text(diagnostics, sources, {});
  EXPECT_LT(text.size(), 600u);
  EXPECT_NE(text.find("long.tdkt:1:900001"), std::string::npos);
  EXPECT_NE(text.find("1 | …((("), std::string::npos);
  EXPECT_NE(text.find("\n  | " + std::string(61, ' ') + "^^^\n"), std::string::npos);
}

TEST(AsText, NamesThePlaceInData) {
  Diagnostics diagnostics;
  diagnostics.report_data(Kind::not_an_entity, {"persons.csv", "", "title", "x", 12}, {"x"}).times = 3;
  diagnostics.report_general(Kind::name_expected);
  EXPECT_EQ(as_text(diagnostics, {}, {}),
            "error[E0302]: 'x' is not a declared entity\n"
            "  --> persons.csv row 12, column 'title'\n"
            "   = 3 times in all, the first shown\n"
            "\n"
            "error[E0304]: a name is missing here\n");
  EXPECT_NE(as_text(diagnostics, {}, {Language::vietnamese, false}).find("persons.csv dòng 12, cột 'title'"),
            std::string::npos);
}

TEST(AsText, ColoursOnlyWhenAsked) {
  Diagnostics diagnostics;
  diagnostics.report_general(Kind::name_expected);
  EXPECT_EQ(as_text(diagnostics, {}, {}).find('\x1b'), std::string::npos);
  EXPECT_NE(as_text(diagnostics, {}, {std::nullopt, true}).find('\x1b'), std::string::npos);
}

TEST(AsText, ASpanAtTheEndOrOverLinesStaysWithinItsLine) {
  source::Sources sources;
  sources.add({"e.tdkt", "pack\nend"});
  for (const source::Span span : {source::Span{8, 8}, source::Span{0, 8}, source::Span{4, 4}}) {
    Diagnostics diagnostics;
    diagnostics.report(Kind::name_expected, {0, span}, Language::english);
    EXPECT_NE(as_text(diagnostics, sources, {}).find('^'), std::string::npos);
  }
}

TEST(AsJson, HoldsPlacesMessagesAndReplacements) {
  source::Sources sources;
  sources.add({"a.tdkt", "“đội” x\n"});
  Diagnostics diagnostics;
  const auto where = place(sources, 0, "đội");
  diagnostics.report(Kind::not_an_entity, where, Language::vietnamese, {"đội"})
      .replace(where, "đơn vị", {"write 'unit'", "viết 'đơn vị'"})
      .label(place(sources, 0, "x"), "x");
  diagnostics.report_data(Kind::not_an_entity, {"p.csv", "", "c", "\xFF", 2}, {"\xFF"});
  const auto json = nlohmann::json::parse(as_json(diagnostics, sources, {}));
  EXPECT_EQ(json["version"], 1);
  EXPECT_EQ(json["errors"], 2);
  const auto& first = json["diagnostics"][0];
  EXPECT_EQ(first["code"], "E0302");
  EXPECT_EQ(first["message"], "'đội' không phải là đối tượng đã khai báo");
  EXPECT_EQ(first["at"]["column"], 2);
  EXPECT_EQ(first["at"]["end_column"], 5);
  EXPECT_EQ(first["at"]["offset"], 3);
  EXPECT_EQ(first["suggestions"][0]["replacement"], "đơn vị");
  EXPECT_EQ(json["diagnostics"][1]["data"]["row"], 2);
}

TEST(Diagnostics, AreSortedAndNotRepeated) {
  source::Sources sources;
  sources.add({"a", "one two three"});
  sources.add({"b", "one"});
  Diagnostics diagnostics;
  diagnostics.report_general(Kind::name_expected);
  diagnostics.report(Kind::not_an_entity, {1, {0, 3}}, Language::english, {"b"});
  diagnostics.report(Kind::not_an_entity, {0, {4, 7}}, Language::english, {"two"});
  diagnostics.report(Kind::declared_twice, {0, {4, 7}}, Language::english, {"two", "x"});
  diagnostics.report(Kind::not_an_entity, {0, {4, 7}}, Language::english, {"two"});
  diagnostics.report_data(Kind::not_an_entity, {"p.csv", "", "", "", 3}, {"p"});
  diagnostics.sort();
  std::string order;
  for (const auto& each : diagnostics.all()) order += message(each, Language::english) + "\n";
  EXPECT_EQ(order,
            "'two' is already the name of x\n'two' is not a declared entity\n'b' is not a declared entity\n"
            "'p' is not a declared entity\na name is missing here\n");
  EXPECT_EQ(diagnostics.count(Severity::error), 5u);
  EXPECT_TRUE(diagnostics.has_errors());
}

}  // namespace
}  // namespace tdkt::diagnostics
