// SPDX-License-Identifier: Apache-2.0
// What is wrong with tables, word for word, with file, row, column and value.
#include <gmock/gmock.h>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using File = std::pair<std::string, std::string>;
using Lines = std::vector<std::string>;

struct Case {
  const char* name;
  std::vector<File> files;
  Lines messages;
};

void expect(const std::vector<Case>& cases) {
  for (const Case& test : cases) {
    Folder folder;
    for (const auto& [name, text] : test.files) folder.add(name, text);
    EXPECT_EQ(load(emulation(), folder).messages, test.messages) << test.name;
  }
}

TEST(Complaints, AboutHeaders) {
  expect({
      {"a misspelt fact", {{"a.csv", "unit,year,task ratting\nU1,2024,good\n"}},
       {"E0721 a.csv:1 [task ratting] nothing is called 'task ratting' = did you mean 'task rating'?"}},
      {"without diacritics", {{"a.csv", "don vi,nam,muc hoan thanh nhiem vu\nU1,2024,tot\n"}},
       {"E0720 a.csv:1 it is not said what the table is about: head a column with an entity's name (person, unit, "
        "bloc, initiative), or name the table after an entity and head its column 'id' = did you mean 'đơn vị'?"}},
      {"nothing near", {{"a.csv", "unit,year,score,telephone\nU1,2024,5,0912\n"}},
       {"W0722 a.csv:1 [telephone] the column 'telephone' is not used: nothing that unit has is called so"}},
      {"a fact of another entity", {{"a.csv", "unit,year,discipline\nU1,2024,none\n"}},
       {"E0723 a.csv:1 [discipline] 'discipline' is declared of person, but the table is about unit"}},
      {"no relation", {{"a.csv", "person,bloc,year,discipline\nP1,B1,2024,none\n"}},
       {"E0726 a.csv:1 [bloc] nothing relates person to bloc, so the column 'bloc' says nothing here"}},
      {"twice", {{"a.csv", "unit,year,score,điểm\nU1,2024,5,5\n"}},
       {"E0724 a.csv:1 [điểm] the columns 'score' and 'điểm' both give 'score'"}},
      {"two years", {{"a.csv", "unit,year,năm,score\nU1,2024,2024,5\n"}},
       {"E0724 a.csv:1 [năm] the columns 'year' and 'năm' both give 'year'"}},
      {"no year", {{"a.csv", "unit,score\nU1,5\n"}},
       {"E0727 a.csv:1 [score] 'score' is yearly, but the table has no column 'year'"}},
      {"no quarter", {{"a.csv", "unit,year,budget\nU1,2024,5\n"}},
       {"E0727 a.csv:1 [budget] 'budget' is quarterly, but the table has no column 'quarter'"}},
      {"no date", {{"initiative.csv", "id,author,level\nS1,P1,good\n"}},
       {"E0727 initiative.csv:1 [author] 'initiatives' is dated, but the table has no column 'date'"}},
      {"no second key", {{"a.csv", "unit,year,target\nU1,2024,5\n"}},
       {"E0728 a.csv:1 [target] 'target' is given per indicator, but the table has no column 'indicator'"}},
      {"a column without a header", {{"a.csv", "unit,,year,score\nU1,x,2024,5\n"}},
       {"W0729 a.csv:1 column 2 has values but no header, and is not read"}},
      {"a record's column", {{"waiver.csv", "award,entity,authority\nFlag,U1,province\n"}},
       {"E0751 waiver.csv:1 a table of waiver needs a column 'criterion'"}},
      {"other files", {{"a.xlsx", "PK"}, {"b.csv", "unit,year,score\nU1,2024,5\n"}, {"README.md", "x"}},
       {"W0711 a.xlsx 'a.xlsx' is not read: only CSV files are tables"}},
      {"nothing", {}, {"W0712  there is no CSV file in the folder"}},
  });
}

TEST(Complaints, AboutValues) {
  expect({
      {"not in the scale, counted", {{"a.csv", "unit,year,task rating\nU1,2024,goood\nU2,2024,goood\nU3,2024,x\n"}},
       {"E0730 a.csv:2 [task rating] 'goood' is not a value of 'rating' x2 = did you mean 'good'?",
        "E0730 a.csv:4 [task rating] 'x' is not a value of 'rating'"}},
      {"neither yes nor no", {{"a.csv", "unit,year,registered\nU1,2024,maybe\nU2,2024,x\nU3,2024,Không\n"}},
       {"E0731 a.csv:2 [registered] 'maybe' is neither yes nor no = write yes or no"}},
      {"no numbers", {{"a.csv", "unit,year,score\nU1,2024,#N/A\nU2,2024,-\nU3,2024,5 điểm\n"}},
       {"E0732 a.csv:2 [score] '#N/A' is not a number", "E0732 a.csv:3 [score] '-' is not a number",
        "E0732 a.csv:4 [score] '5 điểm' is not a number"}},
      {"two formats in one file", {{"a.csv", "unit;year;score\nU1;2024;28,5\nU2;2024;28,7\nU3;2024;28.5\n"}},
       {"E0732 a.csv:4 [score] '28.5' is not a number = write '28,5'"}},
      {"two readings", {{"a.csv", "unit;year;score\nU1;2024;1.000\nU2;2024;5\n"}},
       {"E0733 a.csv:2 [score] '1.000' may be 1 or 1000: say in dataset.toml how numbers are written, numbers = "
        "\"1.234,5\" or numbers = \"1,234.5\""}},
      {"told by another column", {{"a.csv", "unit;year;score;targets planned\nU1;2024;28,5;1.000\n"}}, {}},
      {"not whole", {{"a.csv", "unit,year,late reports\nU1,2024,1.5\n"}},
       {"E0734 a.csv:2 [late reports] '1.5' is not a whole number"}},
      {"a plain percent", {{"a.csv", "unit,year,growth\nU1,2024,70\nU2,2024,70%\nU3,2024,0\n"}},
       {"E0735 a.csv:2 [growth] '70' may be a share or a number of hundredths: write it with %, or say in "
        "dataset.toml which, percent = \"70\" or percent = \"0.7\""}},
      {"no date", {{"person.csv", "id,name,born\nP1,a,31/02/1980\nP2,b,1980-13-01\nP3,c,12/31/1980\n"}},
       {"E0736 person.csv:2 [born] '31/02/1980' is not a date: write 2024-01-31 or 31/01/2024",
        "E0736 person.csv:3 [born] '1980-13-01' is not a date: write 2024-01-31 or 31/01/2024",
        "E0736 person.csv:4 [born] '12/31/1980' is not a date: write 2024-01-31 or 31/01/2024"}},
      {"no year", {{"a.csv", "unit,year,score\nU1,24,5\nU2,,5\n"}},
       {"E0737 a.csv:2 [year] '24' is not a year: write it as 2024", "E0747 a.csv:3 [year] the row does not say its year"}},
      {"no quarter", {{"a.csv", "unit,quarter,budget\nU1,2024-Q5,5\n"}},
       {"E0737 a.csv:2 [quarter] '2024-Q5' is not a quarter: write it as 2024-Q1"}},
      {"out of bounds", {{"a.csv", "unit,year,targets planned,targets met\nU1,2024,10,11\nU2,2024,-1,0\n"}},
       {"E0738 a.csv:3 [targets planned] -1 of 'U2' is below 0", "E0739 a.csv:2 [targets met] 11 of 'U1' is above 10"}},
      {"not UTF-8", {{"a.csv", "unit,year,score\nU\xE0,2024,5\n"}},
       {"E0705 a.csv:2 [unit] 'U\\xE0' is not written in UTF-8"}},
      {"NUL", {{"a.csv", "unit,year,score\nU1,2024," + std::string(1, '\0') + "\n"}}, {"E0706 a.csv:2 [score] '\\x00' holds a NUL byte, which no text has"}},
      {"NUL far within",
       {{"a.csv", "unit,year,score,notes\nU1,2024,1," + std::string(5000, 'x') + "\nU2,2024,1" + std::string(1, '\0') + ",\n"}},
       {"E0706 a.csv:3 [score] '1\\x00' holds a NUL byte, which no text has"}},
      {"ragged", {{"a.csv", "unit,year,score\nU1,2024\nU2,2024,5,6\nU3,2024\nU4,2024,5\n"}},
       {"E0709 a.csv:2 the row has 2 cells, the header has 3 x2", "E0709 a.csv:3 the row has 4 cells, the header has 3"}},
      {"quotes", {{"a.csv", "unit,year,score,notes\nU1,2024,5,6\" long\nU2,2024,5,\"open\n"}},
       {"E0707 a.csv:2 [notes] a quotation mark stands where none belongs: put the whole cell in quotation marks and "
        "double those within it",
        "E0708 a.csv:3 [notes] the quotation mark that opens a cell of this row is not closed within 1048576 bytes"}},
  });
}

TEST(Complaints, AboutIdentity) {
  expect({
      {"no key", {{"a.csv", "unit,year,score\n,2024,5\nU1,2024,5\n,2023,4\n"}},
       {"E0740 a.csv:2 [unit] the row does not say which unit it is about x2"}},
      {"an unknown id", {{"unit.csv", "id,name\nU1,a\nU2,b\n"}, {"a.csv", "person,unit,year\nP1,U1,2024\nP2,U9,2024\n"}},
       {"E0741 a.csv:3 [unit] no unit on record has the id or the name 'U9'"}},
      {"a near id", {{"unit.csv", "id,name\nVP-HDND,a\nSO-NV,b\n"}, {"a.csv", "person,unit,year\nP1,VP-HDNN,2024\n"}},
       {"E0741 a.csv:2 [unit] no unit on record has the id or the name 'VP-HDNN' = did you mean 'VP-HDND'?"}},
      {"a key that the list lacks", {{"unit.csv", "id,name\nU1,a\n"}, {"a.csv", "unit,year,score\nU2,2024,5\n"}},
       {"E0741 a.csv:2 [unit] no unit on record has the id or the name 'U2'"}},
      {"01 is not 1", {{"unit.csv", "id,name\n01,a\n"}, {"a.csv", "unit,year,score\n1,2024,5\n"}},
       {"E0741 a.csv:2 [unit] no unit on record has the id or the name '1'"}},
      {"a name that two have", {{"unit.csv", "id,name\nU1,Office\nU2,office\n"}, {"a.csv", "person,unit,year\nP1,Office,2024\n"}},
       {"E0742 a.csv:2 [unit] 'Office' may be any of unit"}},
      {"an id of a person and of a unit",
       {{"person.csv", "id,name\nX,a\n"}, {"unit.csv", "id,name\nX,b\n"}, {"award record.csv", "id,recipient,date\nA1,X,2024-01-01\n"}},
       {"E0742 award record.csv:2 [recipient] 'X' may be any of person or unit"}},
      {"an empty reference", {{"a.csv", "person,unit,year\nP1,,2024\nP2,U1,2024\n"}},
       {"E0743 a.csv:2 [unit] the row does not say which unit"}},
      {"neither recipient", {{"award record.csv", "id,person,unit,date\nA1,,,2024-01-01\nA2,P1,,2024-01-01\nA3,,U1,2024-01-01\n"}},
       {"E0743 award record.csv:2 [person] the row does not say which recipient"}},
      {"two values", {{"a.csv", "unit,year,score\nU1,2024,5\nU1,2024,6\n"}, {"b.csv", "unit,year,score\nU1,2024,7\n"}},
       {"E0744 a.csv:3 [score] 'U1' has two values of 'score' in 2024: '6' here, '5' in row 2"}},
      {"two values in two files", {{"a.csv", "unit,year,task rating\nU1,2024,good\n"}, {"b.csv", "unit,year,task rating\nU1,2024,tốt\nU1,2023,good\nU1,2023,excellent\n"}},
       {"E0744 b.csv:4 [task rating] 'U1' has two values of 'task rating' in 2023: 'excellent' here, 'good' in row 3"}},
      {"two values under a second key", {{"a.csv", "unit,indicator,year,target\nU1,a,2024,5\nU1,b,2024,6\nU1,a,2024,7\n"}},
       {"E0744 a.csv:4 [target] 'U1' has two values of 'target' in 2024: '7' here, '5' in row 2"}},
      {"two units of one person", {{"a.csv", "person,unit,year\nP1,U1,2024\nP1,U2,2024\nP1,U1,2023\nP1,U2,2022\n"}},
       {"E0745 a.csv:3 [unit] 'P1' has two of 'unit' in 2024: 'U2' here, 'U1' in row 2"}},
      {"two leaders", {{"a.csv", "bloc,leader,year\nB1,U1,2024\n"}, {"b.csv", "bloc,leader,year\nB1,U2,2024\n"}},
       {"E0745 b.csv:2 [leader] 'B1' has two of 'leader' in 2024: 'U2' here, 'U1' in row 2 of a.csv"}},
      {"two names", {{"unit.csv", "id,name\nU1,Office\nU1,Department\n"}},
       {"E0746 unit.csv:3 [name] 'U1' has two names: 'Department' here, 'Office' in row 2"}},
      {"renamed in another year", {{"unit.csv", "id,name,year,score\nU1,Office,2023,1\nU1,Department,2024,1\n"}}, {}},
      {"records of nobody",
       {{"unit.csv", "id,name\nU1,a\n"},
        {"attestation.csv", "attestation,fact,entity,period,body\n1,unity,U2,2024,bloc council\n2,unityy,U1,2024,bloc council\n3,unity,U1,24,bloc council\n4,score,U1,2024,\n5,unity,U1,2024,council\n"}},
       {"E0737 attestation.csv:4 [period] '24' is not a year: write it as 2024",
        "E0741 attestation.csv:2 [entity] no unit on record has the id or the name 'U2'",
        "E0748 attestation.csv:3 [fact] no fact of the vocabulary is called 'unityy' = did you mean 'unity'? = did you mean 'unit'?",
        "E0749 attestation.csv:5 [body] the row does not say the body",
        "W0752 attestation.csv:6 [body] 'council' is not who attests 'unity': that is 'bloc council'; the statement doesn't count"}},
  });
}

TEST(Complaints, AreInBothLanguages) {
  Folder folder;
  folder.add("a.csv", "đơn vị,năm,mức hoàn thành nhiệm vụ\nU1,2024,tot\n");
  diagnostics::Diagnostics diagnostics;
  loaders::load(emulation(), folder.path(), {}, diagnostics);
  EXPECT_THAT(messages(diagnostics, folder.path(), grammar::Language::vietnamese),
              ElementsAre("E0730 a.csv:2 [mức hoàn thành nhiệm vụ] 'tot' không phải là giá trị của 'mức xếp loại' = ý bạn là 'tốt'?"));
}

TEST(Complaints, AreFewWhereMuchIsWrong) {
  std::string text = "unit,year,task rating\n";
  for (int i = 0; i < 5000; ++i) text += "U" + std::to_string(i) + ",2024,bad" + std::to_string(i % 100) + "\n";
  Folder folder;
  folder.add("a.csv", text);
  const auto lines = load(emulation(), folder).messages;
  ASSERT_EQ(lines.size(), 10u);
  EXPECT_EQ(lines[0], "E0730 a.csv:10 [task rating] 'bad8' is not a value of 'rating' x50");
  EXPECT_EQ(lines[2], "E0730 a.csv:2 [task rating] 'bad0' is not a value of 'rating' x50");
  EXPECT_EQ(lines[1], "E0730 a.csv:11 [task rating] 'bad9' is not a value of 'rating' x50 = and 90 more like it, in 4500 rows");
}

TEST(Lenient, MakesBadValuesUnknown) {
  Folder folder;
  folder.add("a.csv",
             "person,unit,year,task rating,discipline\nP1,U1,2024,goood,none\nP1,U1,2024,good,\nP2,,2024,good,warn\n"
             "P3,U1,2024,good,none\nP3,U2,2024,completed,\nP4,U2,2024,good,\n");
  const Result strict = load(emulation(), folder);
  const Result lenient = load(emulation(), folder, {.lenient = true});
  ASSERT_EQ(strict.messages.size(), lenient.messages.size());
  for (const auto& line : strict.messages) EXPECT_EQ(line.substr(0, 2), "E0");
  for (const auto& line : lenient.messages) EXPECT_EQ(line.substr(0, 5), "W0750");
  EXPECT_EQ(lenient.messages[0],
            "W0750 a.csv:2 [task rating] 'goood' is not a value of 'rating'; read as unknown = did you mean 'good'?");
  EXPECT_THAT(facts(emulation(), lenient.loaded.dataset),
              ElementsAre("person P1 2024 task rating ? @2", "person P2 2024 task rating = good @4",
                          "person P3 2024 task rating ? @5", "person P4 2024 task rating = good @7",
                          "person P1 2024 discipline = none @2", "person P2 2024 discipline ? @4",
                          "person P3 2024 discipline = none @5", "person P4 2024 discipline = none"));
  EXPECT_THAT(relations(emulation(), lenient.loaded.dataset),
              ElementsAre("unit U1 2024 staff -> P1 @2", "unit U2 2024 staff -> P4 @7", "U1 2024 staff is incomplete",
                          "U2 2024 staff is incomplete", "P2 2024 staff is incomplete backward",
                          "P3 2024 staff is incomplete backward", "maybe more 2024 staff"));
}

TEST(Lenient, LeavesRowsThatCannotBeReadOpen) {
  Folder folder;
  folder.add("a.csv", "person,unit,year,discipline\nP1,U1,2024,none\nP2,U1,2024\nP3,U1,2024,\n");
  const Result result = load(emulation(), folder, {.lenient = true});
  // P2's row may say anything: nobody's silence means `none`, and anybody may be of U1.
  EXPECT_THAT(facts(emulation(), result.loaded.dataset),
              ElementsAre("person P1 2024 discipline = none @2", "person P3 2024 discipline ? @4"));
  EXPECT_THAT(relations(emulation(), result.loaded.dataset),
              ElementsAre("unit U1 2024 staff -> P1 @2", "unit U1 2024 staff -> P3 @4", "U1 2024 staff is incomplete",
                          "P1 2024 staff is incomplete backward", "P2 2024 staff is incomplete backward",
                          "P3 2024 staff is incomplete backward", "maybe more 2024 staff"));
}

TEST(Load, TakesAnEmptyLeaderForNotOnRecord) {
  Folder folder;
  folder.add("a.csv", "bloc,year,leader\nB1,2024,\nB2,2024,U1\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(relations(emulation(), result.loaded.dataset),
              ElementsAre("bloc B2 2024 leader -> U1 @3", "B1 2024 leader is incomplete"));
}

}  // namespace
}  // namespace tdkt::loaders::test
