// SPDX-License-Identifier: Apache-2.0
// dataset.toml.
#include <gmock/gmock.h>

#include "loaders/settings.hpp"
#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  const char* name;
  std::string table, settings;
  std::vector<std::string> facts;
};

TEST(Settings, SayWhatHeadersCannot) {
  const Case cases[] = {
      {"columns", "Mã đơn vị,Năm,Xếp loại\nU1,2024,good\n",
       "[[table]]\nfile = \"t.csv\"\n[table.columns]\n\"mã đơn vị\" = \"unit\"\n\"Xếp loại\" = \"task rating\"\n",
       {"unit U1 2024 task rating = good @2"}},
      {"about", "id,year,score\nU1,2024,5\n", "[[table]]\nfile = \"t.csv\"\nabout = \"đơn vị\"\n",
       {"unit U1 2024 score = 5 @2"}},
      {"one column, two facts", "unit,year,n\nU1,2024,5\n",
       "[[table]]\nfile = \"t.csv\"\n[table.columns]\nn = [\"score\", \"targets planned\"]\n",
       {"unit U1 2024 targets planned = 5 @2", "unit U1 2024 score = 5 @2"}},
      {"the id as a fact", "id,year\n7,2024\n",
       "[[table]]\nfile = \"t.csv\"\nabout = \"unit\"\n[table.columns]\nid = [\"id\", \"score\"]\n",
       {"unit 7 2024 score = 7 @2"}},
      {"header row and delimiter", "List\n\nunit;year;score\nU1;2024;5\n",
       "[[table]]\nfile = \"t.csv\"\nheader_row = 3\ndelimiter = \";\"\n", {"unit U1 2024 score = 5 @4"}},
      {"numbers", "unit;year;score\nU1;2024;1.000\n", "numbers = \"1.234,5\"\n", {"unit U1 2024 score = 1000 @2"}},
      {"numbers of one table", "unit;year;score\nU1;2024;1.000\n",
       "numbers = \"1.234,5\"\n[[table]]\nfile = \"*.csv\"\nnumbers = \"28.5\"\n", {"unit U1 2024 score = 1 @2"}},
      {"percent", "unit,year,growth\nU1,2024,70\n", "percent = \"70\"\n", {"unit U1 2024 growth = 0.7 @2"}},
      {"percent as a share", "unit;year;growth\nU1;2024;0,7\n", "percent = \"0,7\"\n", {"unit U1 2024 growth = 0.7 @2"}},
      {"code list of a column", "unit,year,task rating\nU1,2024,A\nU2,2024,b\nU3,2024,good\n",
       "[[table]]\nfile = \"t.csv\"\n[table.values.\"Task rating\"]\nA = \"excellent\"\nB = \"tốt\"\n",
       {"unit U1 2024 task rating = excellent @2", "unit U2 2024 task rating = good @3", "unit U3 2024 task rating = good @4"}},
      {"code list of a scale", "unit,year,task rating\nU1,2024,A\n", "[values.rating]\nA = \"excellent\"\n",
       {"unit U1 2024 task rating = excellent @2"}},
      {"code list of a fact", "unit,year,mức hoàn thành nhiệm vụ\nU1,2024,A\n", "[values.\"task rating\"]\nA = \"excellent\"\n",
       {"unit U1 2024 task rating = excellent @2"}},
      {"rows without a period", "unit,score\nU1,5\n", "covers = \"2023-2024\"\n",
       {"unit U1 2023 score = 5 @2", "unit U1 2024 score = 5 @2"}},
      {"ignored columns", "unit,year,score,phone\nU1,2024,5,0912\n", "[[table]]\nfile = \"t.csv\"\nignore = [\"Phone\"]\n",
       {"unit U1 2024 score = 5 @2"}},
  };
  for (const Case& test : cases) {
    Folder folder;
    folder.add("t.csv", test.table).add("dataset.toml", test.settings);
    const Result result = load(emulation(), folder);
    EXPECT_THAT(result.messages, IsEmpty()) << test.name;
    EXPECT_EQ(facts(emulation(), result.loaded.dataset), test.facts) << test.name;
  }
}

TEST(Settings, IgnoreFiles) {
  Folder folder;
  folder.add("t.csv", "unit,year,score\nU1,2024,5\n").add("old_1.csv", "nonsense\n1\n").add("x.xlsx", "PK");
  folder.add("dataset.toml", "ignore = [\"old_*.csv\", \"x.xlsx\"]\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_EQ(result.loaded.tables.size(), 1u);
}

TEST(Settings, SayThatATableIsTheBodysOwn) {
  Folder folder;
  folder.add("t.csv", "unit,year,unity\nU1,2024,yes\n").add("dataset.toml", "attested = \"table\"\n");
  const Result result = load(emulation(), folder);
  std::size_t attested = 0;
  for (const bool each : result.loaded.dataset.attested_by_table) attested += each;
  EXPECT_EQ(attested, 1u);
}

TEST(Settings, AnswerMistakes) {
  struct Mistake {
    std::string settings;
    std::vector<std::string> messages;
  };
  const Mistake mistakes[] = {
      {"numbrs = \"1,5\"\n", {"E0761 dataset.toml:1 no setting is called 'numbrs' = did you mean 'numbers'?"}},
      {"[[table]]\nfile = \"t.csv\"\nabuot = \"unit\"\n",
       {"E0761 dataset.toml:3 no setting is called 'abuot' = did you mean 'about'?"}},
      {"[[table]]\nfile = \"tt.csv\"\n",
       {"E0763 dataset.toml:2 no file of the folder is called 'tt.csv' = did you mean 't.csv'?"}},
      {"[[table]]\nabout = \"unit\"\n", {"E0762 dataset.toml:1 'file' must be said in every [[table]]"}},
      {"table = 3\n", {"E0762 dataset.toml:1 'table' must be written as [[table]], once for each file"}},
      {"encoding = \"windows-1258\"\n", {"E0762 dataset.toml:1 'encoding' must be \"utf-8\""}},
      {"delimiter = \"|\"\n", {"E0762 dataset.toml:1 'delimiter' must be \",\", \";\" / \"tab\""}},
      {"header_row = \"3\"\n", {"E0762 dataset.toml:1 'header_row' must be a line from 1 to 1000"}},
      {"numbers = \"12\"\n", {"E0762 dataset.toml:1 'numbers' must be an example of a number, \"1.234,5\" or \"1,234.5\""}},
      {"percent = \"x\"\n", {"E0762 dataset.toml:1 'percent' must be how 70% is written, \"70\" or \"0.7\""}},
      {"covers = [2024, \"20x4\"]\n", {"E0762 dataset.toml:1 'covers' must be years: 2024, [2023, 2024] or \"2020-2024\""}},
      {"covers = \"----\"\n", {"E0762 dataset.toml:1 'covers' must be years: 2024, [2023, 2024] or \"2020-2024\""}},
      {"attested = \"yes\"\n", {"E0762 dataset.toml:1 'attested' must be \"table\""}},
      {"[[table]]\nfile = \"t.csv\"\nabout = \"unitt\"\n",
       {"E0765 dataset.toml:3 nothing in the vocabulary is called 'unitt' = did you mean 'unit'? = did you mean 'unity'?"}},
      {"[[table]]\nfile = \"t.csv\"\n[table.columns]\n\"scroe\" = \"score\"\n",
       {"E0764 dataset.toml:4 't.csv' has no column 'scroe' = did you mean 'score'?"}},
      {"[[table]]\nfile = \"t.csv\"\n[table.columns]\n\"score\" = \"socre\"\n",
       {"E0765 dataset.toml:4 nothing in the vocabulary is called 'socre' = did you mean 'score'?"}},
      {"a = [1\n", {"E0760 dataset.toml:1 dataset.toml cannot be understood here: "}},
  };
  for (const Mistake& mistake : mistakes) {
    Folder folder;
    folder.add("t.csv", "unit,year,score\nU1,2024,5\n").add("dataset.toml", mistake.settings);
    auto messages = load(emulation(), folder).messages;
    if (mistake.messages[0].starts_with("E0760")) {
      ASSERT_EQ(messages.size(), 1u) << mistake.settings;
      messages[0].resize(mistake.messages[0].size());
    }
    EXPECT_EQ(messages, mistake.messages) << mistake.settings;
  }
}

TEST(Settings, MatchNamesWithStars) {
  EXPECT_TRUE(matches("person_*.csv", "person_2024.csv"));
  EXPECT_TRUE(matches("*", "x"));
  EXPECT_TRUE(matches("*2024*", "a2024.csv"));
  EXPECT_FALSE(matches("person_*.csv", "unit_2024.csv"));
  EXPECT_FALSE(matches("a*b", "a"));
}

}  // namespace
}  // namespace tdkt::loaders::test
