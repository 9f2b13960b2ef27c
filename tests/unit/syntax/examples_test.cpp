// SPDX-License-Identifier: Apache-2.0
// Whole files: the examples, and one file in each language that holds every statement and clause.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "diagnostics/render.hpp"
#include "outline.hpp"

namespace tdkt::syntax::test {
namespace {

std::string contents(const std::string& path) {
  std::ifstream file(std::string(TDKT_SOURCE_DIR) + "/" + path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Example {
  const char* path;
  grammar::Language language;
  std::size_t statements, comments;
};

class Examples : public testing::TestWithParam<Example> {};

TEST_P(Examples, AreReadWithoutAWord) {
  const auto& example = GetParam();
  const auto result = parsed(contents(example.path));
  EXPECT_EQ(diagnostics::as_text(result.diagnostics, result.sources, {}), "");
  EXPECT_EQ(result.file.language, example.language);
  EXPECT_EQ(result.file.statements.size(), example.statements);
  EXPECT_EQ(result.file.comments.size(), example.comments);
}

INSTANTIATE_TEST_SUITE_P(
    All, Examples,
    testing::Values(Example{"tests/cases/examples/dong-nai-office-2021.tdkt", grammar::Language::english, 3, 1},
                    Example{"tests/cases/examples/emulation.tdkt", grammar::Language::english, 50, 1},
                    Example{"tests/cases/examples/lang-son-campaign-2017.tdkt", grammar::Language::vietnamese, 5, 1},
                    Example{"tests/cases/examples/law-2022-collectives.tdkt", grammar::Language::english, 7, 3},
                    Example{"tests/cases/examples/nam-dinh-2021.tdkt", grammar::Language::vietnamese, 4, 1},
                    Example{"tests/unit/syntax/constructs_en.tdkt", grammar::Language::english, 18, 5},
                    Example{"tests/unit/syntax/constructs_vi.tdkt", grammar::Language::vietnamese, 18, 5}));

// Keyword, label, title and number of parts of everything, language apart.
std::string shape(const Clause& clause, std::size_t depth) {
  std::string text(depth, ' ');
  text += grammar::name_of(clause.keyword);
  text += clause.title ? " titled" : "";
  text += clause.sentence.empty() ? "" : " sentence";
  text += clause.after_colon ? " more" : "";
  text += clause.group ? " group" : "";
  text += clause.citation ? " cited" : "";
  text += clause.wording ? " worded" : "";
  text += clause.translation ? " translated" : "";
  text += " rows " + std::to_string(clause.rows.rows.size()) + "\n";
  for (const auto& part : clause.parts) text += shape(part, depth + 1);
  return text;
}
std::string shape(const File& file) {
  std::string text;
  for (const auto& statement : file.statements) {
    text += grammar::name_of(statement.keyword);
    text += statement.title ? " titled" : "";
    text += statement.header.empty() ? "" : " header";
    text += statement.after_colon ? " more" : "";
    text += statement.translation ? " translated\n" : "\n";
    for (const auto& clause : statement.clauses) text += shape(clause, 1);
  }
  return text;
}

TEST(Constructs, HaveOneTreeInBothLanguages) {
  EXPECT_EQ(shape(parsed(contents("tests/unit/syntax/constructs_en.tdkt")).file),
            shape(parsed(contents("tests/unit/syntax/constructs_vi.tdkt")).file));
}

TEST(Constructs, SpansCoverTheirParts) {
  for (const auto* path : {"tests/unit/syntax/constructs_en.tdkt", "tests/unit/syntax/constructs_vi.tdkt"}) {
    const auto result = parsed(contents(path));
    const auto inside = [](Span inner, Span outer) { return outer.begin <= inner.begin && inner.end <= outer.end; };
    const auto check = [&](const auto& self, const Clause& clause) -> void {
      EXPECT_TRUE(inside(clause.keyword_span, clause.span)) << grammar::name_of(clause.keyword);
      if (!clause.sentence.empty()) {
        EXPECT_TRUE(inside(clause.sentence.span, clause.span)) << grammar::name_of(clause.keyword);
      }
      for (const auto& word : clause.sentence.words) EXPECT_TRUE(inside(word.span, clause.sentence.span));
      for (const auto& part : clause.parts) {
        EXPECT_TRUE(inside(part.span, clause.span)) << grammar::name_of(part.keyword);
        self(self, part);
      }
    };
    for (const auto& statement : result.file.statements)
      for (const auto& clause : statement.clauses) {
        EXPECT_TRUE(inside(clause.span, statement.span)) << grammar::name_of(clause.keyword);
        check(check, clause);
      }
  }
}

TEST(Constructs, TheWholeLanguage) {
  const auto text = outline(parsed(contents("tests/unit/syntax/constructs_en.tdkt")).file);
  for (const auto* line :
       {"  in_force {2024-01-01} : {2024-12-31}\n", "  cases_received_before \"2022\" {2026-10-01}\n    unless_pack \"2026\"\n",
        "open_define {excellent initiative of a person} <sáng kiến xuất sắc>\n",
        "period \"campaign\" {2017-07-21} : {2017-08-31} <phong trào>\n", "  dated_value {2025-01-01} : {75 %}\n",
        "  require [a)] {x} cites a text wording of a\n    except_when {y}\n",
        "  require \"T\" at_least_n_of 2\n", "    group_line [4.a)] \"t4\" all_of cites 4a\n      group_line {yes one}\n",
        "    except_when {exempt}\n", "      group_line [-] {one and a half}\n",
        "  require [7.] {(bonus penalty + 2)}\n", "  rounding {to 2 decimals}\n",
        "    part \"I.1\"\n      up_to {5}\n      item \"deep\" : {points by party rating}\n",
        "table {points} : {party rating} <điểm>\n", "  table_row {a; 1 to 3} : {v}\n", "  otherwise_row : {0}\n",
        "  otherwise_row \"Fair\" <Khá>\n", "nomination \"N\" {every year}\n  for_all_together {blocs}\n",
        "  tie_for_place {1} : {hygiene check}\n", "    |P1|U1|#REF!\n    ||U2|x\n", "    |id|a\n    |U1|\n",
        "  expect {U1 fails 2. of \"A\"}\n"})
    EXPECT_THAT(text, testing::HasSubstr(line));
}

}  // namespace
}  // namespace tdkt::syntax::test
