// SPDX-License-Identifier: Apache-2.0
// Where clauses, sentences, groups, rows and comments begin and end.
#include <gtest/gtest.h>

#include "diagnostics/render.hpp"
#include "outline.hpp"

namespace tdkt::syntax::test {
namespace {

struct Reading {
  const char* name;
  std::string text, outline;
};
void PrintTo(const Reading& reading, std::ostream* out) { *out << reading.name; }

const std::string award = "award \"A\" for a unit\n";
const std::string award_is = "award \"A\" {for a unit}\n";

const std::vector<Reading> readings = {
    {"any_indent", award + "      require x\n require y\n\t\trequire z\n",
     award_is + "  require {x}\n  require {y}\n  require {z}\n"},
    {"continuation_less_deep", award + "     require x\n  and y\n", award_is + "  require {x and y}\n"},
    {"blank_and_comment_lines_within", award + "  require x\n\n# c\n\n    and y\n", award_is + "  require {x and y}\n"},
    {"header_over_lines", "award \"A\"\n   for a unit,\n   every year\n  require x\n",
     "award \"A\" {for a unit, every year}\n  require {x}\n"},
    {"case_and_blanks_of_keywords", "PACK \"P\"\n  Uses   Vocabulary \"V\"\n", "pack \"P\"\n  uses_vocabulary \"V\"\n"},
    {"crlf_and_mark", "\xEF\xBB\xBFpack \"P\"\r\n  version \"1\"\r\n", "pack \"P\"\n  version \"1\"\n"},
    {"curly_quotes", "pack “P”\n  version “1”\n", "pack \"P\"\n  version \"1\"\n"},
    {"tones", "bộ quy tắc \"P\"\nkhen thưởng \"A\" cho ai\n  yêu cầu x\n", "pack \"P\"\naward \"A\" {cho ai}\n  require {x}\n"},

    {"clause_word_in_a_line", "scorecard \"S\" for a unit\n  item \"x\": bonus + penalty\n",
     "scorecard \"S\" {for a unit}\n  item \"x\" : {bonus + penalty}\n"},
    {"clause_word_in_brackets", "scorecard \"S\" for a unit\n  item \"x\": (2 *\n    bonus\n    + penalty)\n  item \"y\": 1\n",
     "scorecard \"S\" {for a unit}\n  item \"x\" : {(2 * bonus + penalty)}\n  item \"y\" : {1}\n"},
    {"clause_word_of_another_statement", award + "  require x\n    offer of y\n", award_is + "  require {x offer of y}\n"},
    {"near_word_deeper_is_a_continuation", award + "  require x\n    requires y\n", award_is + "  require {x requires y}\n"},
    {"end_within_a_line", award + "  require x at the\n    end of y\n", award_is + "  require {x at the end of y}\n"},

    {"labels", award + "  require a) x\n  require 1. x\n  require - x\n  require 4.a) x\n  require đ) x\n  require ii) x\n",
     award_is + "  require [a)] {x}\n  require [1.] {x}\n  require [-] {x}\n  require [4.a)] {x}\n  require [đ)] {x}\n"
                "  require [ii)] {x}\n"},
    {"number_after_label", award + "  require 1. 100% of staff\n  require 1.5 is x\n",
     award_is + "  require [1.] {100% of staff}\n  require {1.5 is x}\n"},
    {"title_or_name", award + "  require \"t\": x\n  require \"n\" is x\n",
     award_is + "  require \"t\" {x}\n  require {\"n\" is x}\n"},
    {"group_in_a_group", award + "  require all of:\n    a) x\n    b) at least 2 of:\n      - y\n      - z\n    end\n  end\n  require w\n",
     award_is + "  require all_of\n    group_line [a)] {x}\n    group_line [b)] at_least_n_of 2\n      group_line [-] {y}\n"
                "      group_line [-] {z}\n  require {w}\n"},
    {"group_of_labelled_lines_continues", award + "  require any of:\n    a) x\n    and y\n    b) z\n  end\n",
     award_is + "  require any_of\n    group_line [a)] {x and y}\n    group_line [b)] {z}\n"},
    {"group_without_labels", award + "  require any of:\n    x\n      and y\n    z\n  end\n",
     award_is + "  require any_of\n    group_line {x and y}\n    group_line {z}\n"},
    {"group_of_requires", award + "  require any of:\n    require a) x\n    require b) y\n  end\n",
     award_is + "  require any_of\n    group_line [a)] {x}\n    group_line [b)] {y}\n"},
    {"any_of_in_a_sentence", award + "  require any of initiatives is x\n", award_is + "  require {any of initiatives is x}\n"},
    {"exception", award + "  require a) x except when y\n  require b) x\n    except when z\n",
     award_is + "  require [a)] {x}\n    except_when {y}\n  require [b)] {x}\n    except_when {z}\n"},
    {"exception_in_brackets", award + "  require (x except when y)\n", award_is + "  require {(x except when y)}\n"},

    {"parts_by_depth",
     "scorecard \"S\" for a unit\n  part \"1\"\n    part \"1.1\"\n        item \"a\": 1\n    item \"b\": 2\n  part \"2\"\n    item \"c\": 3\n",
     "scorecard \"S\" {for a unit}\n  part \"1\"\n    part \"1.1\"\n      item \"a\" : {1}\n    item \"b\" : {2}\n"
     "  part \"2\"\n    item \"c\" : {3}\n"},
    {"table_of_points_in_vietnamese", "bảng điểm theo mức\n  tốt -> 3\n", "table {điểm} : {mức}\n  table_row {tốt} : {3}\n"},
    {"row_over_lines", "table t by a\n  x -> 1 +\n    2\n  y\n    -> 3\n", "table {t} : {a}\n  table_row {x} : {1 + 2}\n  table_row {y} : {3}\n"},
    {"grade_over_lines", "grades \"G\" for a unit\n  \"A\" when total of\n    \"S\" is x\n  otherwise \"B\"\n",
     "grades \"G\" {for a unit}\n  grade_row \"A\" {total of \"S\" is x}\n  otherwise_row \"B\"\n"},

    {"forms", "entity unit, \"x, y\"  vi: đơn vị, \"cán bộ, công chức\", 3,5 điểm   # c\n",
     "entity {unit, \"x, y\"} <đơn vị> <cán bộ, công chức> <3,5 điểm>\n"},
    {"forms_on_the_next_line", "entity unit\n    vi: đơn vị\n", "entity {unit} <đơn vị>\n"},
    {"comment_sign_in_quotes", award + "  require \"a # b\" is c # d\n", award_is + "  require {\"a # b\" is c}\n"},
    {"tab_rows_at_the_margin", "test \"t\"\n  in 2024\n  given unit\nid\taward\naward\tx\n\t#REF!\n  expect y\n",
     "test \"t\"\n  judged_in {2024}\n  given {unit}\n    |id|award\n    |award|x\n    ||#REF!\n  expect {y}\n"},
    {"indented_tab_rows", "test \"t\"\n  in 2024\n  given unit\n\tid\tname\n\t\tx\n  expect y\n",
     "test \"t\"\n  judged_in {2024}\n  given {unit}\n    |id|name\n    ||x\n  expect {y}\n"},
    {"bars_without_borders", "test \"t\"\n  given unit\n    id | name\n    U1 | x # y\n\n  expect y\n",
     "test \"t\"\n  given {unit}\n    |id|name\n    |U1|x # y\n  expect {y}\n"},
};

class Readings : public testing::TestWithParam<Reading> {};

TEST_P(Readings, HaveTheTree) {
  const auto& reading = GetParam();
  const auto result = parsed(reading.text);
  EXPECT_EQ(diagnostics::as_text(result.diagnostics, result.sources, {}), "");
  EXPECT_EQ(outline(result.file), reading.outline);
}

INSTANTIATE_TEST_SUITE_P(All, Readings, testing::ValuesIn(readings),
                         [](const auto& reading) { return std::string(reading.param.name); });

TEST(Comments, AreKeptWithTheirPlaces) {
  const auto result = parsed("# one\npack \"a # b\" # two\n  # three  \n  version \"1\"\n# four");
  EXPECT_TRUE(result.diagnostics.empty());
  std::string all;
  for (const auto& comment : result.file.comments) all += comment.text + (comment.own_line ? "; " : " behind; ");
  EXPECT_EQ(all, "# one; # two behind; # three; # four; ");
}

TEST(Languages, AreThatOfTheFirstKeyword) {
  EXPECT_EQ(parsed("\n# x\n  \ngiao ước \"G\" cho ai\n").file.language, grammar::Language::vietnamese);
  EXPECT_EQ(parsed("pledge \"G\" for all\n").file.language, grammar::Language::english);
  EXPECT_EQ(parsed("gibberish\nbáo cáo \"G\" cho ai: x\n").file.language, grammar::Language::vietnamese);
}

}  // namespace
}  // namespace tdkt::syntax::test
