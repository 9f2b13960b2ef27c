// SPDX-License-Identifier: Apache-2.0
// Folders of tables to columns.
#include <gmock/gmock.h>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

using File = std::pair<std::string, std::string>;
using Lines = std::vector<std::string>;

struct Case {
  const char* name;
  std::vector<File> files;
  Lines facts, relations;
};

void expect(const Case& test) {
  Folder folder;
  for (const auto& [name, text] : test.files) folder.add(name, text);
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty()) << test.name;
  EXPECT_EQ(facts(emulation(), result.loaded.dataset), test.facts) << test.name;
  EXPECT_EQ(relations(emulation(), result.loaded.dataset), test.relations) << test.name;
}

TEST(Load, BindsTablesByTheirHeaders) {
  const Case cases[] = {
      {"an entity's name heads the key",
       {{"whatever.csv", "unit,year,task rating\nU1,2024,good\n"}},
       {"unit U1 2024 task rating = good @2"},
       {}},
      {"id in a file named after the entity",
       {{"units.csv", "id,year,task rating\nU1,2024,good\n"}},
       {"unit U1 2024 task rating = good @2"},
       {}},
      {"Vietnamese headers, names and values, in any case",
       {{"ĐƠN_VỊ_2024.csv", "Mã;Năm;MỨC HOÀN THÀNH NHIỆM VỤ;đã đăng ký thi đua\nĐV1;2024;Tốt;có\n"}},
       {"unit ĐV1 2024 task rating = good @2", "unit ĐV1 2024 registered = yes @2"},
       {}},
      {"decomposed letters",
       {{"a.csv", "đơn vị,năm,mức hoàn thành nhiệm vụ\nU1,2024,tốt\n"}},
       {"unit U1 2024 task rating = good @2"},
       {}},
      {"underscores for blanks",
       {{"unit_year.csv", "unit,year,task_rating,targets_planned\nU1,2024,good,5\n"}},
       {"unit U1 2024 task rating = good @2", "unit U1 2024 targets planned = 5 @2"},
       {}},
      {"the person's unit, not the unit's persons",
       {{"person_year.csv", "unit,person,year,task rating\nU1,P1,2024,good\nU1,P2,2024,completed\n"}},
       {"person P1 2024 task rating = good @2", "person P2 2024 task rating = completed @3"},
       {"unit U1 2024 staff -> P1 @2", "unit U1 2024 staff -> P2 @3"}},
      {"a relation alone: members, not leaders",
       {{"m.csv", "bloc,unit,year\nB1,U1,2024\nB1,U2,2024\n"}},
       {},
       {"bloc B1 2024 members -> U1 @2", "bloc B1 2024 members -> U2 @3"}},
      {"a relation's own name",
       {{"m.csv", "bloc,leader,deputy leader,year\nB1,U1,U2,2024\n"}},
       {},
       {"bloc B1 2024 leader -> U1 @2", "bloc B1 2024 deputy leader -> U2 @2"}},
      {"a file named after a relation",
       {{"leader.csv", "bloc,unit,year\nB1,U1,2024\n"}},
       {},
       {"bloc B1 2024 leader -> U1 @2"}},
      {"an inverse, and dates",
       {{"initiative.csv", "id,author,date,level\nS1,P1,2024-06-30,good\n"}},
       {"initiative S1 always level = good @2"},
       {"person P1 dated initiatives -> S1 on 2024-06-30 @2"}},
      {"one inverse of two relations, by its entities' names",
       {{"award record.csv", "id,person,unit,date,award name\nA1,P1,,01/02/2024,Flag\nA2,,U1,03/02/2024,Medal\n"}},
       {"award record A1 always award name = Flag @2", "award record A2 always award name = Medal @3"},
       {"person P1 dated awards -> A1 on 2024-02-01 @2", "unit U1 dated awards -> A2 on 2024-02-03 @3"}},
      {"one inverse of two relations, under its own name",
       {{"award record.csv", "id,recipient,date,award name\nA1,P1,2024-02-01,Flag\nA2,U1,2024-02-03,Medal\n"},
        {"person.csv", "id,name\nP1,Ann\n"},
        {"unit.csv", "id,name\nU1,Office\n"}},
       {"award record A1 always award name = Flag @2", "award record A2 always award name = Medal @3"},
       {"person P1 dated awards -> A1 on 2024-02-01 @2", "unit U1 dated awards -> A2 on 2024-02-03 @3"}},
      {"a second key",
       {{"t.csv", "unit,indicator,year,target\nU1,revenue,2024,5\nU1,births,2024,3.5\n"}},
       {"unit U1 2024 target/births = 3.5 @3", "unit U1 2024 target/revenue = 5 @2"},
       {}},
      {"months beside a year, and months with their year",
       {{"a.csv", "unit,year,month,hygiene\nU1,2024,1,good\n"}, {"b.csv", "unit,month,hygiene\nU1,2024-02,completed\n"}},
       {"unit U1 2024-01-01..2024-01-31 hygiene = good @2", "unit U1 2024-02-01..2024-02-29 hygiene = completed @2"},
       {}},
      {"a declared cadence",
       {{"a.csv", "unit,school year,pass rate\nU1,2023-2024,70%\n"}},
       {"unit U1 2023-09-01..2024-08-31 pass rate = 0.7 @2"},
       {}},
      {"dated facts",
       {{"a.csv", "unit,date,inspected\nU1,2024-03-01,yes\nU1,2024-01-01,no\n"}},
       {"unit U1 dated inspected/2024-01-01 = no @3", "unit U1 dated inspected/2024-03-01 = yes @2"},
       {}},
      {"facts that are persons or dates",
       {{"person.csv", "id,name,mentor,born\nP1,Ann,Bob,1980-01-31\nP2,Bob,P1,31/01/1981\n"}},
       {"person P1 always mentor = P2 @2", "person P2 always mentor = P1 @3", "person P1 always born = 1980-01-31 @2",
        "person P2 always born = 1981-01-31 @3"},
       {}},
      {"references by a name that only one has",
       {{"unit.csv", "id,name\nU1,Sở Nội vụ\nU2,Sở Tư pháp\n"},
        {"m.csv", "bloc,unit,year\nB1,sở nội vụ,2024\nB1,U2,2024\n"}},
       {},
       {"bloc B1 2024 members -> U1 @2", "bloc B1 2024 members -> U2 @3"}},
      {"numbers of columns and notes are passed over",
       {{"a.csv", "STT,unit,year,score,Ghi chú\n1,U1,2024,2,abc\n"}},
       {"unit U1 2024 score = 2 @2"},
       {}},
      {"rows that agree are one",
       {{"a.csv", "unit,year,score\nU1,2024,2\nU1,2024,2.0\n"}, {"b.csv", "unit,year,score\nU1,2024,2\nU1,2024,\n"}},
       {"unit U1 2024 score = 2 @2"},
       {}},
  };
  for (const Case& test : cases) expect(test);
}

TEST(Load, TellsHowManyBytesHaveBeenRead) {
  Folder folder;
  folder.add("unit.csv", "id,name\n1,a\n2,b\n");
  folder.add("person.csv", "person,year,task rating\nP1,2024,good\n");
  std::vector<std::pair<std::size_t, std::size_t>> told;
  diagnostics::Diagnostics diagnostics;
  loaders::load(emulation(), folder.path(),
                {.threads = 1, .advance = [&](std::size_t done, std::size_t of) { told.emplace_back(done, of); }}, diagnostics);
  ASSERT_FALSE(told.empty());
  EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
  EXPECT_EQ(told.back(), std::pair(std::size_t{8 + 13}, std::size_t{16 + 37})) << "all but the headers";
}

TEST(Load, KeepsIdsAsWritten) {
  Folder folder;
  folder.add("unit.csv", "id,name\n2,b\n01,a\n1,c\n10,d\nB-1,e\nSở Nội vụ,g\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(ids(result.loaded.dataset, 1), ElementsAre("01", "1", "10", "2", "B-1", "Sở Nội vụ"));
  EXPECT_EQ(result.loaded.dataset.entities[1].names[0], "a");
}

TEST(Load, KeepsAbsentMissingAndNotGivenApart) {
  Folder folder;
  folder.add("person.csv", "person,unit,year,task rating\nP1,U1,2023,good\nP1,U1,2024,\nP2,U1,2024,good\n");
  folder.add("discipline.csv", "person,year,discipline\nP1,2024,warning\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty());
  // Nobody says that P1 was not disciplined in 2023: the table covers 2024 alone.
  EXPECT_THAT(facts(emulation(), result.loaded.dataset),
              ElementsAre("person P1 2023 task rating = good @2", "person P1 2024 task rating ? @3",
                          "person P2 2024 task rating = good @4", "person P1 2024 discipline = warning @2",
                          "person P2 2024 discipline = none"));
  EXPECT_THAT(covered(emulation(), result.loaded.dataset),
              ElementsAre("task rating of person: 2023 2024", "discipline of person: 2024", "staff of unit: 2023 2024"));
  EXPECT_THAT(result.loaded.facts_without_table, Contains("months worked"));
}

TEST(Load, FillsAbsentValuesForThoseOnRecordOnly) {
  Folder folder;
  folder.add("person.csv", "person,unit,year,discipline\nP1,U1,2023,\nP2,U1,2024,reprimand\n");
  folder.add("dataset.toml", "[[table]]\nfile = \"person.csv\"\ncovers = [2022, 2023]\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(facts(emulation(), result.loaded.dataset),
              ElementsAre("person P1 2023 discipline = none", "person P2 2024 discipline = reprimand @3"));
  EXPECT_THAT(covered(emulation(), result.loaded.dataset),
              Contains("discipline of person: 2022 2023 2024"));
}

TEST(Load, FillsAbsentValuesOfASecondKey) {
  Folder folder;
  folder.add("t.csv", "unit,indicator,year,target,result\nU1,a,2024,1,2\nU1,b,2024,1,\nU2,a,2024,5,4\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(facts(emulation(), result.loaded.dataset),
              ElementsAre("unit U1 2024 target/a = 1 @2", "unit U1 2024 target/b = 1 @3", "unit U2 2024 target/a = 5 @4",
                          "unit U1 2024 result/a = 2 @2", "unit U1 2024 result/b = 0", "unit U2 2024 result/a = 4 @4",
                          "unit U2 2024 result/b = 0"));
}

TEST(Load, RemembersWhoIsOnRecordWhen) {
  Folder folder;
  folder.add("staff.csv", "person,unit,year,task rating\nP1,U1,2023,good\nP2,U2,2024,good\n");
  folder.add("award record.csv", "id,person,date,award name\nA1,P3,2019-05-01,Flag\n");
  folder.add("unit.csv", "id,name\nU1,a\nU2,b\nU3,c\n");
  folder.add("q.csv", "unit,quarter,budget\nU1,2022-Q3,5\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty());
  EXPECT_THAT(seen(emulation(), result.loaded.dataset),
              ElementsAre("person 2019: P3", "person 2023: P1", "person 2024: P2", "unit 2022: U1", "unit 2023: U1",
                          "unit 2024: U2", "unit always: U1 U2 U3", "award record 2019: A1"));
}

TEST(Load, NarrowsNumbersToWhatTheyNeed) {
  Folder folder;
  folder.add("a.csv", "unit,year,score,late reports\nU1,2024,1.25,3\nU2,2024,-100,0\n");
  const Result result = load(emulation(), folder);
  const auto& facts = result.loaded.dataset.facts;
  const auto& schema = emulation();
  for (std::size_t f = 0; f < schema.facts.size(); ++f) {
    if (facts[f].at.empty()) continue;
    const auto& numbers = std::get<columns::Numbers>(facts[f].at.at(2024).cells);
    const bool score = schema.facts[f].name.in(grammar::Language::english) == "score";
    EXPECT_EQ(numbers.places, score ? 2 : 0);
    EXPECT_EQ(numbers.values.index(), score ? 1u : 0u);
  }
}

TEST(Load, ReadsRecordsOfEveryVocabulary) {
  Folder folder;
  folder.add("unit.csv", "id,year,task rating\nU1,2024,good\n");
  folder.add("person.csv", "id,unit,year\nP1,U1,2024\n");
  folder.add("waiver.csv",
             "waiver,award,criterion,entity,authority,reason,from,until\nW1,Flag,a),U1,province,new,2024-01-01,\n");
  folder.add("xac-nhan.csv",
             "xác nhận,dữ kiện,đối tượng,kỳ,cơ quan xác nhận,giá trị,văn bản\nX1,đoàn kết,U1,2024,Bloc council,có,BB 12\n");
  folder.add("case.csv", "case,award,person,received\nC1,Flag,P1,31/12/2024\n");
  const Result result = load(emulation(), folder);
  EXPECT_THAT(result.messages, IsEmpty());
  const auto& dataset = result.loaded.dataset;
  ASSERT_EQ(dataset.waivers.size(), 1u);
  EXPECT_EQ(dataset.waivers[0].criterion, "a)");
  EXPECT_EQ(dataset.waivers[0].entity, columns::EntityId{1});
  EXPECT_EQ(dataset.waivers[0].from->iso(), "2024-01-01");
  EXPECT_FALSE(dataset.waivers[0].until);
  ASSERT_EQ(dataset.attestations.size(), 1u);
  EXPECT_EQ(dataset.attestations[0].period, 2024);
  EXPECT_EQ(dataset.attestations[0].body, "Bloc council");
  EXPECT_EQ(dataset.attestations[0].document, "BB 12");
  ASSERT_EQ(dataset.cases.size(), 1u);
  EXPECT_EQ(dataset.cases[0].received.iso(), "2024-12-31");
  EXPECT_EQ(dataset.cases[0].entity, columns::EntityId{0});
}

TEST(Load, SaysHowTablesWereBound) {
  Folder folder;
  folder.add("person.csv", "person,unit,year,task rating\nP1,U1,2024,good\nP2,U1,2023,\nP3,U1,2024,goood\n");
  const Result result = load(emulation(), folder);
  ASSERT_EQ(result.loaded.tables.size(), 1u);
  const BoundTable& table = result.loaded.tables[0];
  EXPECT_EQ(table.about, "person");
  EXPECT_EQ(table.rows, 3u);
  EXPECT_THAT(table.periods, ElementsAre("2023", "2024"));
  ASSERT_EQ(table.columns.size(), 4u);
  EXPECT_EQ(table.columns[1].bound_to, "staff of unit");
  EXPECT_EQ(table.columns[3].bound_to, "task rating");
  EXPECT_EQ(table.columns[3].present, 1u);
  EXPECT_EQ(table.columns[3].missing, 1u);
  EXPECT_EQ(table.columns[3].bad, 1u);
}

TEST(Load, ThrowsWhereThereIsNoFolder) {
  diagnostics::Diagnostics diagnostics;
  EXPECT_THROW(loaders::load(emulation(), "/no/such/folder", {}, diagnostics), std::exception);
}

TEST(Load, ReadsASingleFile) {
  Folder folder;
  folder.add("unit.csv", "id,year,score\nU1,2024,2\n");
  diagnostics::Diagnostics diagnostics;
  const auto loaded = loaders::load(emulation(), folder.path() / "unit.csv", {}, diagnostics);
  EXPECT_TRUE(diagnostics.empty());
  EXPECT_THAT(facts(emulation(), loaded.dataset), ElementsAre("unit U1 2024 score = 2 @2"));
}

}  // namespace
}  // namespace tdkt::loaders::test
