// SPDX-License-Identifier: Apache-2.0
// Slips of authors: each gives exactly one error, at the words between the marks, and what it says to
// write instead mends the file.
#include <gtest/gtest.h>

#include "diagnostics/render.hpp"
#include "outline.hpp"

namespace tdkt::syntax::test {
namespace {

struct Slip {
  const char* name;
  const char* code;
  std::string text;                    // the place of the error between « and »
  std::optional<std::string> instead;  // of the words in its place
};

void PrintTo(const Slip& slip, std::ostream* out) { *out << slip.name; }

const std::string award_en = "award \"A\" for a unit, every year\n";
const std::string award_vi = "khen thưởng \"A\" cho đơn vị, hằng năm\n";
const std::string card_en = "scorecard \"S\" for a unit, every year, out of 100\n";
const std::string test_en = "test \"t\"\n  in 2024\n";

const std::vector<Slip> slips = {
    // The words that begin lines
    {"statement", "E0107", "«awrd» \"A\" for a unit, every year\n  require x\n", "award"},
    {"statement_without_diacritics", "E0107", "bộ quy tắc \"P\"\n«khen thuong» \"A\" cho đơn vị\n  yêu cầu x\n", "khen thưởng"},
    {"no_statement", "E0107", award_en + "  require x\n«and» at least y\n", std::nullopt},
    {"no_statement_with_lines", "E0107", award_en + "  require x\n«foo» bar\n  baz\n    qux\n", std::nullopt},
    {"statement_indented", "E0110", "pack \"P\"\n  version \"1\"\n\n  «award» \"A\" for a unit\n  require x\n", std::nullopt},
    {"clause", "E0108", award_en + "  «requir» a) x\n", "require"},
    {"clause_after_clause", "E0108", award_en + "  require a) x\n  «requre» b) y\n", "require"},
    {"clause_without_diacritics", "E0108", award_vi + "  «yeu cau» a) x\n", "yêu cầu"},
    {"clause_with_wrong_tone", "E0108", award_vi + "  yêu cầu a) x\n  «không xet» khi y\n", "không xét"},
    {"clause_of_a_pack", "E0108", "pack \"P\"\n  «verison» \"1\"\n", "version"},
    {"clause_with_title", "E0108", card_en + "  part \"I\" up to 60\n    «itme» \"x\" up to 5: 3\n", "item"},
    {"clause_of_a_test", "E0108", test_en + "  «exepct» U1 keeps \"A\"\n", "expect"},
    {"clause_that_cannot_stand_here", "E0108", "pack \"P\"\n  «require» x\n", std::nullopt},
    {"clause_at_the_margin", "E0109", award_en + "«require» a) x\n", std::nullopt},
    {"end_without_a_group", "E0127", award_en + "  require a) x\n  «end»\n", ""},
    {"end_misspelt", "E0108", award_vi + "  yêu cầu một trong các:\n    a) x\n  «het»\n", "hết"},

    // Two languages
    {"english_clause", "E0105", award_vi + "  «require» a) x\n", "yêu cầu"},
    {"vietnamese_clause", "E0106", award_en + "  «yêu cầu» a) x\n", "require"},
    {"english_statement", "E0105", award_vi + "  yêu cầu x\n«pledge» \"G\" cho đơn vị\n  yêu cầu y\n", "giao ước"},
    {"vietnamese_item", "E0106", card_en + "  part \"I\" up to 60\n    «mục» \"x\" up to 5: 3\n", "item"},
    {"vietnamese_when", "E0106", award_en + "  bar «khi» x\n", "when"},
    {"whole_statement", "E0106", award_en + "  require x\n«khen thưởng» \"B\" cho đơn vị\n  yêu cầu a) x\n  không xét khi y\n", std::nullopt},
    {"own_translation", "E0129", "entity unit   «en:» đơn vị\n", "vi:"},

    // Titles, quotes, brackets
    {"no_title", "E0111", "award «A» for a unit, every year\n  require x\n", std::nullopt},
    {"no_title_at_all", "E0111", "vocabulary«»\n", std::nullopt},
    {"no_quotes", "E0111", "pack \"P\"\n  uses vocabulary «emulation»\n", "\"emulation\""},
    {"open_quote", "E0113", award_en + "  require a) «\"»staff: 100% of staff\n             are good\n  require b) y\n", std::nullopt},
    {"open_quote_in_header", "E0113", "award «\"»A for a unit, every year\n  require b) y\n", std::nullopt},
    {"open_quote_in_forms", "E0113", "entity unit   vi: «\"»đơn vị, cơ quan\nentity bloc\n", std::nullopt},
    {"no_comma_between_forms", "E0112", "entity unit   vi: đơn vị «\"cán bộ\"»\n", std::nullopt},
    {"no_forms", "E0111", "entity unit   vi:«»\nentity bloc\n", std::nullopt},
    {"open_bracket", "E0114", award_en + "  require a) at least «(»70% of staff\n  require b) y\n", std::nullopt},
    {"open_bracket_over_lines", "E0114", award_en + "  require a) at least «(»70% of (staff)\n    and so on\n  bar when y\n", std::nullopt},
    {"open_bracket_at_the_end", "E0114", award_en + "  require a) «(»x and y", std::nullopt},

    // What is missing or too much
    {"no_header", "E0111", "award \"A\"«»\n  require x\n", std::nullopt},
    {"no_header_before_comment", "E0111", "award \"A\"«»   # for whom?\n  require x\n", std::nullopt},
    {"no_condition", "E0111", award_en + "  require a)«»\n  require b) y\n", std::nullopt},
    {"no_condition_at_the_end", "E0111", award_en + "  require«»", std::nullopt},
    {"no_when", "E0111", award_en + "  bar \"b\" «any» of staff is bad\n", std::nullopt},
    {"when_misspelt", "E0111", award_en + "  bar \"b\" «whne» any of staff is bad\n", "when"},
    {"no_colon", "E0111", card_en + "  item \"x\" up to 5«»\n", std::nullopt},
    {"no_formula", "E0111", card_en + "  item \"x\" up to 5:«»\n  item \"y\": 3\n", std::nullopt},
    {"no_as", "E0111", "define a of a unit «=» 3\n", "as"},
    {"no_type", "E0111", "fact rating of unit«»\n", std::nullopt},
    {"no_day", "E0111", "parameter p\n  from «2024»: 70%\n", std::nullopt},
    {"no_last_day", "E0111", "period \"p\" from 2024-01-01«»\n", std::nullopt},
    {"no_outcome", "E0111", "table points by rating\n  good -> 3\n  bad«» \n", std::nullopt},
    {"given_forgotten", "E0108", test_en + "  «|» id |\n    | U1 |\n    | U2 |\n  expect y\n", std::nullopt},
    {"rows_after_expect", "E0108", test_en + "  expect y\n    «|» id |\n    | U1 |\n", std::nullopt},
    {"nobody_given", "E0111", test_en + "  given«»\n    | id |\n    | U1 |\n  expect y\n", std::nullopt},
    {"no_rows", "E0130", test_en + "  given unit«»\n  expect U1 keeps \"A\"\n", std::nullopt},
    {"too_much", "E0112", "pack \"P\"\n  version \"1\" «of» 2024\n", std::nullopt},
    {"too_much_in_two_lines", "E0108", "pack \"P\"\n  version \"1\"\n    «of» 2024\n", std::nullopt},
    {"no_end", "E0126", award_en + "  require «any of:»\n    a) x\n    b) y\n  require z\n", std::nullopt},
    {"no_end_at_the_end", "E0126", award_en + "  require «any of:»\n    a) x\n    b) all of:\n      - y\n    end\n", std::nullopt},
    {"empty_group", "E0128", award_en + "  require «any of:»\n  end\n  require z\n", std::nullopt},
    {"tight_label_in_a_group", "E0125", award_en + "  require any of:\n    a) x\n    «b)»y\n  end\n", std::nullopt},
    {"tight_label", "E0125", award_en + "  require «a)»x is y\n", std::nullopt},

    // Signs, numbers, dates
    {"full_stop", "E0119", award_en + "  require x is y«.»\n", ""},
    {"stray_sign", "E0118", award_en + "  require x is y«?»\n", std::nullopt},
    {"unequal", "E0120", award_en + "  require x «!=» y\n", "<>"},
    {"twice_equal", "E0120", award_vi + "  yêu cầu x «==» y\n", "="},
    {"at_least_turned", "E0120", award_vi + "  yêu cầu x «=>» y\n", ">="},
    {"decimal_point", "E0121", award_vi + "  yêu cầu số tháng từ «1.5» trở lên\n", "1,5"},
    {"decimal_comma", "E0121", award_en + "  require months at least «1,5»\n", "1.5"},
    {"points_in_thousands", "E0121", award_vi + "  yêu cầu số tiền từ «1.000» trở lên\n", "1 000"},
    {"points_in_millions", "E0121", award_vi + "  yêu cầu số tiền từ «1.000.000,5» trở lên\n", "1 000 000,5"},
    {"percent_with_point", "E0121", award_vi + "  yêu cầu «7.5»% cán bộ\n", "7,5"},
    {"no_number", "E0122", award_en + "  require x is «1.2.3»\n", std::nullopt},
    {"no_such_day", "E0123", "pack \"P\"\n  in force from «2024-02-30»\n", std::nullopt},
    {"no_such_day_in_vietnamese", "E0123", "bộ quy tắc \"P\"\n  có hiệu lực từ «31/04/2024»\n", std::nullopt},
    {"vietnamese_date", "E0124", "pack \"P\"\n  in force from «31/12/2024»\n", "2024-12-31"},
    {"date_with_dots", "E0124", award_vi + "  yêu cầu x trước «31.12.2024»\n", "31/12/2024"},

    // Vietnamese text: columns are characters
    {"after_vietnamese", "E0113", award_vi + "  yêu cầu đ) «\"»hoàn thành tốt nhiệm vụ\n", std::nullopt},
};

struct Marked {
  std::string text;
  Span span;
};

Marked marked(std::string text) {
  const std::string open = "«", close = "»";
  const auto begin = text.find(open);
  text.erase(begin, open.size());
  const auto end = text.find(close);
  text.erase(end, close.size());
  return {text, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}};
}

class Slips : public testing::TestWithParam<Slip> {};

TEST_P(Slips, GiveOneErrorAtTheirWords) {
  const auto& slip = GetParam();
  const auto [text, span] = marked(slip.text);
  const auto result = parsed(text);
  const auto said = diagnostics::as_text(result.diagnostics, result.sources, {});
  ASSERT_EQ(result.diagnostics.all().size(), 1u) << said;
  const auto& diagnostic = result.diagnostics.all().front();
  EXPECT_EQ(diagnostics::text_of(diagnostic.kind).code, slip.code) << said;
  EXPECT_EQ(diagnostic.where.span.begin, span.begin) << said;
  EXPECT_EQ(diagnostic.where.span.end, span.end) << said;
  if (!slip.instead) return;
  ASSERT_FALSE(diagnostic.suggestions.empty()) << said;
  EXPECT_EQ(diagnostic.suggestions.front().replacement, *slip.instead);
}

TEST_P(Slips, AreMendedByWhatIsSuggested) {
  auto text = marked(GetParam().text).text;
  const auto result = parsed(text);
  ASSERT_FALSE(result.diagnostics.empty());
  for (const auto& suggestion : result.diagnostics.all().front().suggestions) {
    if (!suggestion.replaces) continue;
    const auto span = suggestion.where.span;
    text.replace(span.begin, span.end - span.begin, suggestion.replacement);
    const auto mended = parsed(text);
    if (GetParam().name != std::string("whole_statement")) {
      EXPECT_EQ(diagnostics::as_text(mended.diagnostics, mended.sources, {}), "") << text;
    }
    return;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Slips, testing::ValuesIn(slips),
                         [](const auto& slip) { return std::string(slip.param.name); });

TEST(Slips, PlacesAreInCharactersOfTheOriginal) {
  const auto result = parsed(award_vi + "  yêu cầu đ) x = 1.5\n");
  ASSERT_EQ(result.diagnostics.all().size(), 1u);
  const auto at = result.diagnostics.all().front().where.span.begin;
  EXPECT_EQ(result.sources[0].position(at), (source::Position{2, 18}));
}

TEST(Slips, OneRunFindsThemAll) {
  std::string text = "pack \"P\"\n  verison \"1\"\n";
  for (int i = 0; i < 50; ++i)
    text += "award \"A" + std::to_string(i) + "\" for a unit\n  requir a) x\n  require b) \"open\n  bar whn y\n";
  const auto result = parsed(text);
  EXPECT_EQ(result.diagnostics.all().size(), 151u);
  EXPECT_EQ(result.file.statements.size(), 51u);
}

TEST(Slips, WhatIsGoodStaysInTheTree) {
  const auto result = parsed(award_en + "  require a) x\n  require b) (y\n  require c) z\n" +
                             "award B for a unit\n  require x\naward \"C\" for a unit\n  require x\n");
  EXPECT_EQ(outline(result.file),
            "award \"A\" {for a unit, every year}\n  require [a)] {x}\n  require [c)] {z}\n"
            "award \"C\" {for a unit}\n  require {x}\n");
}

}  // namespace
}  // namespace tdkt::syntax::test
