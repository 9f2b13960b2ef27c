// SPDX-License-Identifier: Apache-2.0
// Each mistake of an author gets exactly one error, at the exact words, with what to write instead.
#include <gmock/gmock.h>

#include "compiled.hpp"

namespace tdkt::typed_tests {
namespace {

using diagnostics::Severity;

struct Mistake {
  const char* text;        // added to the base below
  const char* code;
  const char* at;          // the words pointed at
  const char* suggestion;  // within the suggestions' texts; empty: none is asked for
};

constexpr const char* base = R"(vocabulary "base"
entity person, individual          vi: cá nhân
entity unit                        vi: đơn vị
entity report card
scale rating                       vi: mức
  poor                             vi: kém
  good                             vi: tốt
kinds theme
  farming
  learning
unit of measure month, months      vi: tháng
fact rating of person: rating, yearly
fact size of unit: whole number of months, yearly
fact note of report card: text, once
relation staff of unit: many person, yearly, inverse unit
relation leader of unit: one of staff, yearly
relation cards of person: many report card, dated
verb are rated: rating of person
pack "Base"
  in force from 2020-01-01
  uses vocabulary "base"
)";

std::string words_at(const Compiled& compiled, const diagnostics::Diagnostic& diagnostic) {
  return std::string(compiled.sources[diagnostic.where.file].text(diagnostic.where.span));
}

std::string suggestions_of(const diagnostics::Diagnostic& diagnostic) {
  std::string all;
  for (const auto& suggestion : diagnostic.suggestions) all += suggestion.text.english + '\n';
  return all;
}

void expect_one(const Compiled& rules, const Mistake& mistake, Severity severity) {
  SCOPED_TRACE(std::string(mistake.text) + '\n' + rules.said());
  const diagnostics::Diagnostic* found = nullptr;
  std::size_t count = 0;
  for (const auto& diagnostic : rules.diagnostics.all()) {
    const auto severe = diagnostics::text_of(diagnostic.kind).severity;
    const bool counts = severe == severity || severe == Severity::error;
    if (!counts) continue;
    ++count;
    if (!found) found = &diagnostic;
  }
  ASSERT_EQ(count, 1U);
  EXPECT_EQ(diagnostics::text_of(found->kind).code, mistake.code);
  EXPECT_EQ(words_at(rules, *found), mistake.at);
  EXPECT_THAT(suggestions_of(*found), testing::HasSubstr(mistake.suggestion));
}

TEST(Mistakes, BaseIsRight) {
  const auto rules = compiled(base);
  EXPECT_FALSE(rules.diagnostics.has_errors()) << rules.said();
}

TEST(Mistakes, OfDeclarations) {
  const Mistake mistakes[] = {
      {"entity unit", "E0301", "unit", ""},
      {"entity collective, individual", "E0301", "collective, individual", ""},
      {"scale person\n  one\n  two", "E0301", "person", ""},
      {"scale grade\n  low\n  high\n  low", "E0317", "low", ""},
      {"scale grade", "E0318", "grade", ""},
      {"fact age of persn: number, yearly", "E0302", "persn", "person"},
      {"fact age: number, yearly", "E0305", "age", ""},
      {"fact age of person: nmber, yearly", "E0303", "nmber", "number"},
      {"fact age of person: ratin, yearly", "E0303", "ratin", "rating"},
      {"fact age of person: number, yerly", "E0306", "yerly", "yearly"},
      {"fact age of person: number, never empty", "E0306", "never empty", ""},
      {"fact age of person: number of monhts, yearly", "E0312", "monhts", "months"},
      {"fact age of person: number from 5 to 1, yearly", "E0315", "5 to 1", ""},
      {"fact age of unit: number from 0 to siz, yearly", "E0314", "siz", "size"},
      {"fact age of person: yes/no from 0 to 1, yearly", "E0313", "from 0 to 1", ""},
      {"fact mood of person: rating, yearly, absent means goood", "E0316", "goood", "good"},
      {"fact age of person: number, yearly, absent means good", "E0316", "good", ""},
      {"fact active of person: yes/no, yearly, absent means 0", "E0316", "0", ""},
      {"fact rating of person: rating, yearly", "E0301", "rating", ""},
      {"fact staff of unit: number, yearly", "E0301", "staff", ""},
      {"fact size of unit per themes: number, yearly", "E0302", "themes", ""},
      {"relation teams of unit: many person, yerly", "E0307", "yerly", "yearly"},
      {"relation teams of unit: person, yearly", "E0308", "person", ""},
      {"relation teams of unit: many persons, yearly", "E0302", "persons", "person"},
      {"relation deputy of unit: one of stff, yearly", "E0309", "stff", "staff"},
      {"relation person of unit: many report card, yearly", "E0301", "person", ""},
      {"relation crew of unit: many person, yearly, inverse report card", "E0301", "report card", ""},
      {"verb hold: ratng of person", "E0310", "ratng", "rating"},
      {"verb hold: rating of persn", "E0302", "persn", "person"},
      {"verb won: cards of person by size", "E0310", "size", ""},
      {"verb won: cards of person by note, cads of person by note", "E0310", "cads", "cards"},
      {"cadence school year: from September to August", "E0320", "from September to August", ""},
      {"cadence school year: from 02-30 to 08-31", "E0320", "from 02-30 to 08-31", ""},
  };
  for (const auto& mistake : mistakes)
    expect_one(compiled(std::string(base) + mistake.text + "\n"), mistake, Severity::error);
}

TEST(Mistakes, OfPacksAndRules) {
  const Mistake mistakes[] = {
      {"pack \"Other\"\n  in force from 2020-01-01\n  uses vocabulary \"bsae\"", "E0604", "\"bsae\"", "base"},
      {"pack \"Other\"\n  in force from 2021-01-01 until 2020-01-01\n  uses vocabulary \"base\"", "E0551",
       "in force from 2021-01-01 until 2020-01-01", ""},
      {"pack \"Other\"\n  uses vocabulary \"base\"\n  overrides pack \"Bse\"", "E0605", "\"Bse\"", "Base"},
      {"pack \"Base\"\n  uses vocabulary \"base\"", "E0606", "\"Base\"", ""},
      {"parameter limit\n  from 2020-01-01: 70%\n  from 2021-01-01: 5", "E0556", "5", ""},
      {"parameter limit\n  from 2020-01-01: 70%\n  from 2020-01-01: 75%", "E0557", "2020-01-01", ""},
      {"parameter size\n  from 2020-01-01: 70%", "E0301", "size", ""},
      {"parameter limit\n  from 2020-01-01: goood", "E0554", "goood", "good"},
      {"define size of a unit as 5", "E0301", "size", ""},
      {"define big of a unti as size is above 5", "E0302", "unti", "unit"},
      {"define twice (size) of a unit as 2 * size", "E0559", "size", ""},
      {"define twice (x, x) of a unit as 2 * x", "E0560", "x", ""},
      {"define big of a unit as huge\ndefine huge of a unit as big", "E0602", "huge", ""},
      {"define big (x) as huge (x)\ndefine huge (x) as big (x)", "E0601", "big (x)", ""},
      {"table points by rating\n  good -> 5\n  por -> 2", "E0562", "por", "poor"},
      {"table points by rating\n  good; poor -> 5", "E0563", "good; poor", ""},
      {"scorecard \"S\" for a unit, every year, out of 10\n  item \"a\": 2 * size", "E0568", "\"a\"", ""},
      {"scorecard \"S\" for a unit, every year, out of 10\n  item \"a\" up to 10: 1\nscorecard \"S\" for a unit, every year, "
       "out of 10\n  item \"a\" up to 10: 1",
       "E0606", "\"S\"", ""},
      {"grades \"G\" for a unit, every year\n  \"A\" when size > 5", "E0572", "\"G\"", ""},
      {"award \"A\" for a unit, every year\n  require a) size > 5\n  require a) size < 9", "E0574", "a)", ""},
      {"award \"A\" for a unit, every year\n  require at least 3 of:\n    a) size > 5\n    b) size < 9\n  end", "E0573", "3",
       ""},
      {"award \"A\" for a unit, every year\n  require is eligible for \"B\"\naward \"B\" for a unit, every year\n  require is "
       "eligible for \"A\"",
       "E0602", "is eligible for \"B\"", ""},
      {"award \"A\" for a unit, every year\n  require size > 1\naward \"A\" for a unit, every year\n  require size > 2", "E0606",
       "\"A\"", ""},
      {"award \"A\" for a unit, every year\n  require size > 1\npack \"New\"\n  uses vocabulary \"base\"\naward \"A\" for a "
       "unit, every year\n  require size > 2",
       "E0607", "\"A\"", ""},
      {"test \"t\"\n  in 2024\n  given persn\n    | id |\n    | P1 |", "E0581", "persn", "person"},
      {"test \"t\"\n  in twenty\n  given person\n    | id |\n    | P1 |", "E0580", "twenty", ""},
      {"test \"t\"\n  in the period \"spring\"", "E0579", "\"spring\"", ""},
  };
  for (const auto& mistake : mistakes)
    expect_one(compiled(std::string(base) + mistake.text + "\n"), mistake, Severity::error);
}

TEST(Mistakes, WarnedAbout) {
  const Mistake warnings[] = {
      {"scorecard \"S\" for a unit, every year, out of 10\n  item \"a\" up to 5: 1", "W0569", "\"S\"", ""},
      {"award \"Flag of merit\" for a person, every year\n  require are rated good\nnomination \"N\" for a unit, every year\n  among staff\n"
       "  rank by rating from high to low\n  offer \"Flag of merits\" to at most 1",
       "W0577", "\"Flag of merits\"", "Flag of merit"},
  };
  for (const auto& warning : warnings)
    expect_one(compiled(std::string(base) + warning.text + "\n"), warning, Severity::warning);

  const auto nameless = compiled("entity unit\naward \"A\" for a unit, every year\n  require 1 = 1\n");
  EXPECT_THAT(nameless.codes(), testing::Contains("W0603"));
}

// Of tables: each proof fails with a concrete input.
TEST(Mistakes, OfTables) {
  struct Table {
    const char* rows;
    const char* code;     // empty: nothing is said
    const char* message;  // within what is said
  };
  const Table tables[] = {
      {"table fee by size\n  1 to 3 -> 5\n  otherwise -> 0", "", ""},
      {"table fee by size\n  1 to 3 -> 5\n  3 to 5 -> 6\n  otherwise -> 0", "E0584", "size = 3"},
      {"table fee by size\n  1 to 3 -> 5\n  above 3 -> 6\n  below 1 -> 0", "", ""},
      {"table fee by size\n  1 to 3 -> 5\n  4 to 6 -> 6\n  below 1 -> 0\n  above 6 -> 1", "", ""},  // whole: nothing between 3 and 4
      {"table fee by weight\n  1 to 3 -> 5\n  4 to 6 -> 6\n  below 1 -> 0\n  above 6 -> 1", "E0585", "weight = 3.5"},
      {"table fee by weight\n  1 to below 4 -> 5\n  4 to 6 -> 6\n  below 1 -> 0\n  above 6 -> 1", "", ""},
      {"table fee by rating\n  good -> 5", "E0585", "rating = poor"},
      {"table fee by rating\n  good -> 5\n  poor -> 1", "", ""},
      {"table fee by rating\n  good -> 5\n  no match is a gap", "R0586", "rating = poor"},
      {"table fee by size\n  1 to 9 -> 5\n  3 to 5 -> 6\n  otherwise -> 0\n  first match", "E0587", ""},
      {"table fee by size\n  3 to 5 -> 6\n  1 to 9 -> 5\n  otherwise -> 0\n  first match", "", ""},
      {"table fee by size; big\n  1 to 9; yes -> 5\n  any; no -> 6\n  above 9; any -> 1\n  below 1; any -> 2", "E0584",
       "big = no"},
      {"table fee by share done\n  75% to below 95% -> 5\n  at least 95% -> 6\n  below 75% -> 1", "", ""},
      {"table fee by share done\n  0% to 50% -> 5\n  60% to 100% -> 6", "E0585", "share done = 55%"},  // its bounds are proof enough
  };
  for (const auto& [rows, code, message] : tables) {
    const auto rules = compiled(std::string(base) +
                                "fact weight of unit: number, yearly\nfact big of unit: yes/no, yearly\n"
                                "fact share done of unit: percent from 0% to 100%, yearly\n" +
                                rows + "\n");
    SCOPED_TRACE(std::string(rows) + '\n' + rules.said());
    if (*code == '\0') {
      EXPECT_THAT(rules.codes(), testing::IsEmpty());
    } else {
      EXPECT_THAT(rules.codes(), testing::ElementsAre(code));
      EXPECT_THAT(rules.said(), testing::HasSubstr(message));
    }
  }
}

// What follows from a reported mistake is not reported again.
TEST(Mistakes, AreToldOnce) {
  const char* texts[] = {
      "fact worth of unit: nmber, yearly\naward \"A\" for a unit, every year\n  require worth > 5\n  require worth < 9",
      "define big of a unit as sizee > 5\naward \"A\" for a unit, every year\n  require big\n  require 100% of staff are rated "
      "good and big",
      "parameter limit\n  from 2020-01-01: bad\naward \"A\" for a unit, every year\n  require size > limit",
      "relation teams of unit: many persn, yearly\naward \"A\" for a unit, every year\n  require any of teams is rated good",
      "pack \"Other\"\n  uses vocabulary \"other\"\naward \"A\" for a thing, every year\n  require anything at all",
      "award \"A\" for a unti, every year\n  require size > 1\naward \"B\" for a unit, every year\n  require is eligible for "
      "\"A\"",
      "table points by rting\n  good -> 5\naward \"A\" for a person, every year\n  require points by rting > 3",
  };
  for (const auto* text : texts) {
    const auto rules = compiled(std::string(base) + text + "\n");
    EXPECT_EQ(rules.diagnostics.count(Severity::error), 1U) << text << '\n' << rules.said();
  }
}

// An award may ask for itself in earlier periods.
TEST(Mistakes, EarlierPeriodsMakeNoCircle) {
  const auto rules = compiled(std::string(base) +
                              "award \"A\" for a unit, every year\n  require is eligible for \"A\" in the previous year\n");
  EXPECT_FALSE(rules.diagnostics.has_errors()) << rules.said();
  const auto circle = compiled(std::string(base) +
                               "award \"A\" for a unit, every year\n  require c) is eligible for \"A\" in 2020\n");
  EXPECT_THAT(circle.codes(), testing::ElementsAre("E0602")) << circle.said();
  EXPECT_THAT(circle.said(), testing::HasSubstr("'A' c) → 'A'"));
}

// A term left open is an error for whoever needs it, unless another pack fills it.
TEST(Mistakes, OpenTerms) {
  const auto law = std::string(base) +
                   "open define famous of a person\naward \"A\" for a person, every year\n  require famous\n";
  const auto alone = compiled(law);
  EXPECT_THAT(alone.codes(), testing::ElementsAre("E0609")) << alone.said();
  const auto filled = compiled({{"a/law.tdkt", law},
                                {"b/province.tdkt",
                                 "pack \"Province\"\n  in force from 2020-01-01\n  uses vocabulary \"base\"\n"
                                 "define famous of a person as rating is good\n"}});
  EXPECT_THAT(filled.codes(), testing::IsEmpty()) << filled.said();
}

TEST(Mistakes, DefinitionsMayLookBackAtThemselves) {
  const auto rules = compiled(std::string(base) +
                              "fact praised of unit: yes/no, yearly\n"
                              "define streak of a unit as if praised then 1 + last year's streak otherwise 0\n"
                              "define lasting of a unit as praised and (lasting in the previous year or size > 5)\n"
                              "award \"A\" for a unit, every year\n  require streak is at least 3\n  require lasting\n");
  EXPECT_THAT(rules.codes(), testing::IsEmpty()) << rules.said();
  const auto circle = compiled(std::string(base) + "define endless of a unit as 1 + endless\n");
  EXPECT_EQ(circle.codes().size(), 1U) << circle.said();
}

TEST(Mistakes, PacksOfOtherTimesMayShareNames) {
  const auto rules = compiled(R"(vocabulary "v"
entity unit
fact size of unit: number, yearly
pack "2018"
  in force from 2018-01-01 until 2023-12-31
parameter limit
  from 2018-01-01: 5
award "A" for a unit, every year
  require size > limit
pack "2024"
  in force from 2024-01-01
parameter limit
  from 2024-01-01: 6
award "A" for a unit, every year
  require size > limit
)");
  EXPECT_FALSE(rules.diagnostics.has_errors()) << rules.said();
}

}  // namespace
}  // namespace tdkt::typed_tests
