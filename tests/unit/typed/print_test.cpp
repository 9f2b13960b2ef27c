// SPDX-License-Identifier: Apache-2.0
// What is printed reads back as the same, in both languages.
#include <gmock/gmock.h>

#include "compiled.hpp"
#include "typed/print.hpp"
#include "typed/reader.hpp"
#include "typed/rule_expressions.hpp"

namespace tdkt::typed_tests {
namespace {

using grammar::Language;

// Words for what the example vocabulary lacks, and rules that sentences can speak of.
constexpr const char* more_words = R"(vocabulary "more"
entity indicator                                       vi: chỉ tiêu
fact target of unit per indicator: number, yearly      vi: mức giao
fact result of unit per indicator: number, yearly      vi: mức đạt
fact points of unit per indicator: number, yearly      vi: điểm đạt được
fact actual of unit: number, yearly                    vi: kết quả năm
fact planned of unit: number, yearly                   vi: kế hoạch năm
fact upheld complaints of unit: whole number, yearly   vi: số khiếu nại đúng
fact under inspection of unit: yes/no, yearly          vi: đang bị thanh tra
fact joined on of person: date, once                   vi: ngày vào cơ quan
fact party rating of unit: rating, yearly              vi: xếp loại đảng bộ
fact place of bloc: whole number, yearly               vi: vị trí của cụm
)";

constexpr const char* rules = R"(pack "Rules"
  in force from 2020-01-01
  uses vocabulary "emulation"

parameter share wanted                                 vi: tỷ lệ cần đạt
  from 2020-01-01: 70%

period "campaign" from 2021-03-01 to 2021-09-30        vi: chiến dịch

define disciplined of a person as discipline is at least warning     vi: bị xử lý
define surplus (gained, expected) as (gained - expected) / expected          vi: phần vượt
define civil servants of a unit as staff whose months worked is at least 1   vi: công chức

table points by party rating                           vi: điểm theo xếp loại đảng bộ
  excellent -> 30
  good -> 20
  otherwise -> 0

scorecard "Card" for a unit, every year, out of 100    vi: Bảng điểm
  part "I. Tasks" up to 100
    item "targets" up to 60: 60 * targets met / targets planned
    item "party" up to 40: points by party rating
  bonus "more" up to 5: 2
  penalty "less": 5 * upheld complaints

grades "Class" for a unit, every year                  vi: Hạng
  "Good" when total of "Card" is at least 80           vi: Tốt
  otherwise "Fair"                                     vi: Khá

award "First" for a unit, every year                   vi: Giải nhất
  require a) task rating is good
award "Fighter" for a person, every year               vi: Chiến sĩ
  require a) are rated good
)";

struct Case {
  const char* entity;    // whom the sentence is about
  const char* sentence;  // a condition or a value
};

std::vector<Case> cases() {
  return {
      // comparisons
      {"unit", "task rating is good"},
      {"unit", "task rating is at least good"},
      {"unit", "task rating is good or higher"},
      {"unit", "task rating is \"not completed\""},
      {"unit", "task rating is not (completed)"},
      {"unit", "task rating is not good"},
      {"unit", "not (task rating is good)"},
      {"unit", "task rating is one of good; excellent"},
      {"unit", "task rating is known"},
      {"unit", "task rating is not known"},
      {"unit", "late reports is between 1 and 3"},
      {"unit", "late reports = 0"},
      {"unit", "late reports <> 0"},
      {"unit", "late reports is above 2"},
      {"unit", "late reports is below 2"},
      {"unit", "targets met is at least targets planned"},
      {"unit", "targets met = targets planned and targets exceeded > 0"},
      {"person", "joined on is at least 2015-06-30"},
      {"bloc", "leader is not deputy leader"},
      {"bloc", "leader is one of members"},
      {"unit", "targets met >= 1.5"},
      // yes/no
      {"unit", "registered"},
      {"unit", "not registered"},
      {"unit", "pledge signed"},
      {"unit", "united and compliant"},
      {"unit", "emulation movement is effective"},
      {"person", "take part in social work"},
      {"person", "do not take part in social work"},
      {"person", "disciplined"},
      {"person", "not disciplined"},
      // verbs
      {"person", "achieve advanced laborer"},
      {"person", "achieve exactly advanced laborer"},
      {"person", "are rated good"},
      {"person", "are rated good or higher"},
      {"unit", "received \"First\""},
      {"unit", "received \"First\" at least 2 times"},
      {"unit", "received \"First\" 2 consecutive times"},
      {"unit", "received \"First\" in the last 5 years"},
      {"unit", "received \"First\" from 2016 to 2020"},
      {"unit", "is eligible for \"First\""},
      // quantifiers
      {"unit", "100% staff achieve advanced laborer"},
      {"unit", "all staff achieve advanced laborer"},
      {"bloc", "every member is registered"},
      {"unit", "at least 70% of staff achieve advanced laborer or higher"},
      {"unit", "at least (share wanted) of staff achieve advanced laborer"},
      {"unit", "more than 50% of staff are rated good"},
      {"unit", "between 10% and 20% of staff are rated excellent"},
      {"unit", "at least 1 of staff achieves grassroots emulation fighter"},
      {"unit", "no more than 2 of staff are disciplined"},
      {"unit", "exactly 3 of staff are disciplined"},
      {"unit", "any of staff has discipline of at least warning"},
      {"unit", "any of staff is disciplined"},
      {"unit", "no staff is disciplined"},
      {"unit", "100% of staff have (months worked is at least 6 and take part in social work)"},
      {"unit", "100% of staff have (are rated good or take part in social work)"},
      {"unit", "100% of staff with months worked of at least 6 achieve advanced laborer"},
      {"unit", "at least 70% of staff who take part in social work achieve advanced laborer"},
      {"unit", "100% of staff achieve advanced laborer, or when there are none"},
      {"unit", "at least 70% of staff achieve advanced laborer and no staff is disciplined"},
      {"unit", "at least 2 of activities"},
      {"unit", "at least 2 of activities during \"campaign\""},
      {"unit", "at least 2 of activities before 2021-08-31"},
      {"unit", "any of activities within 30 days of 2021-08-31"},
      {"unit", "any of activities has theme for the poor"},
      {"person", "any of initiatives in the last 3 years has level of at least provincial"},
      {"unit", "any of initiatives of staff whose level is at least provincial"},
      {"unit", "100% of civil servants achieve advanced laborer"},
      {"unit", "every indicator has result of at least target"},
      {"unit", "100% of members of its bloc are registered"},
      {"bloc", "100% of members have targets met of at least targets planned"},
      {"bloc", "every member has (100% of staff achieve advanced laborer)"},
      {"unit", "2 initiatives of staff not used for another award"},
      // logic
      {"unit", "registered and pledge signed"},
      {"unit", "registered or pledge signed"},
      {"unit", "(registered or pledge signed) and united and compliant"},
      {"unit", "registered and (pledge signed or late reports = 0)"},
      {"unit", "not (registered and pledge signed)"},
      {"unit", "if registered then pledge signed otherwise late reports = 0"},
      // arithmetic
      {"unit", "40 * targets met / targets planned"},
      {"unit", "20 - 2 * late reports"},
      {"unit", "20 - (2 + upheld complaints)"},
      {"unit", "(actual - planned) / planned"},
      {"unit", "actual / (planned / 2)"},
      {"unit", "50% of actual"},
      {"unit", "the smaller of (actual) and (planned + 1)"},
      {"unit", "2 * actual capped at 10"},
      {"unit", "actual / planned rounded to 2 decimals"},
      {"unit", "actual / planned rounded down to 0 decimals"},
      {"unit", "if registered then 20 otherwise 10"},
      {"unit", "10 * share of staff who achieve advanced laborer"},
      {"unit", "number of staff who are rated excellent"},
      {"unit", "number of staff who are rated excellent is at least 2"},
      {"unit", "total months worked of staff"},
      {"unit", "average months worked of staff"},
      {"unit", "highest months worked of staff"},
      {"unit", "total months worked of staff that are known"},
      {"unit", "total points over indicators"},
      {"unit", "target for \"revenue\""},
      {"unit", "result for \"revenue\" is at least target for \"revenue\""},
      {"unit", "surplus (actual, planned)"},
      {"unit", "highest surplus (actual, planned) of members of its bloc"},
      {"unit", "rank of the unit by actual among members of its bloc is at most 3"},
      {"unit", "is in the top 2 of members of its bloc by actual"},
      {"unit", "is in the top 20% of members of its bloc by actual, rounded down"},
      {"unit", "the judged year is at least 2020"},
      // other rules
      {"unit", "total of \"Card\""},
      {"unit", "total of \"Card\" is at least 90"},
      {"unit", "points of part \"I\" is at least 50"},
      {"unit", "points of item \"targets\" is at least 50"},
      {"unit", "penalty is at most 50% of bonus"},
      {"unit", "every item of \"Card\" reaches 80% of its ceiling"},
      {"unit", "grade in \"Class\" is \"Good\""},
      {"unit", "points by party rating"},
      {"unit", "points by party rating (task rating)"},
      // paths
      {"unit", "task rating of leader of its bloc is good"},
      {"bloc", "task rating of leader is good"},
      {"person", "task rating of its unit is good"},
      {"unit", "place of its bloc is at most 3"},
      // time
      {"person", "achieve grassroots emulation fighter for 3 consecutive years"},
      {"unit", "task rating is good for 2 consecutive years before"},
      {"unit", "task rating is good in at least 3 of the last 5 years"},
      {"unit", "task rating is good in the previous year"},
      {"unit", "task rating is good 2 years ago"},
      {"unit", "task rating is good in 2020"},
      {"unit", "task rating is good from 2016 to 2020"},
      {"unit", "task rating is good from 2015"},
      {"unit", "task rating is good in every year since receiving \"First\""},
      {"unit", "task rating is good in the 5 years after receiving \"First\""},
      {"unit", "100% of staff achieve advanced laborer for 3 consecutive years"},
      {"unit", "each of the staff has (achieve advanced laborer for 3 consecutive years)"},
      {"unit", "(registered and pledge signed) for 3 consecutive years"},
      {"unit", "not (registered for 3 consecutive years)"},
      {"unit", "last year's late reports is at most 2"},
      {"unit", "late reports is at most (late reports in the previous year)"},
      {"unit", "within the last 5 years: ((task rating is good in every year) and (task rating is excellent at least 3 times))"},
      {"unit", "within the last 5 years: (received \"First\" at least 2 times and (registered in every year))"},
      // rotation
      {"bloc", "bloc leader rotates annually"},
      {"bloc", "leader rotates annually with no repeat within 5 years"},
      {"bloc", "leader rotates annually until every member has led"},
      {"bloc", "leader rotates annually until every member has led, from 2018"},
      {"bloc", "the deputy becomes leader"},
  };
}

class Printed : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = new Compiled(compiled({{"a.tdkt", example("emulation")}, {"b.tdkt", more_words}, {"c.tdkt", rules}}));
  }
  static void TearDownTestSuite() { delete world_, world_ = nullptr; }

  static typed::Context about(const std::string& entity, Language language) {
    typed::Context context;
    context.language = language;
    const auto& entities = world_->program.schema.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
      if (entities[i].name.in(Language::english) == entity) context.levels.push_back(typed::EntityId{i});
    return context;
  }

  // What the reader makes of a text; what it says goes into `said`.
  static typed::Expr read(const std::string& text, const std::string& entity, Language language, std::string& said,
                          bool number = false) {
    source::Sources sources;
    const auto file = sources.add(source::Source("sentence", text));
    diagnostics::Diagnostics diagnostics;
    typed::Reader reader(world_->program, sources, diagnostics);
    auto context = about(entity, language);
    context.file = file;
    const auto sentence = syntax::words_of(sources[file].text(), language);
    auto expression = number ? reader.number(sentence, context) : reader.value(sentence, context);
    said = diagnostics::as_text(diagnostics, sources, {});
    return expression;
  }

  static inline Compiled* world_ = nullptr;
};

TEST_F(Printed, WorldCompiles) { EXPECT_FALSE(world_->diagnostics.has_errors()) << world_->said(); }

TEST_F(Printed, ReadsBackAsTheSame) {
  for (const auto& [entity, sentence] : cases()) {
    std::string said;
    const auto meant = read(sentence, entity, Language::english, said);
    EXPECT_TRUE(meant) << sentence << '\n' << said;
    if (!meant) continue;
    for (const auto language : {Language::english, Language::vietnamese}) {
      const auto printed = typed::as_sentence(world_->program, *meant, language, 0);
      const auto again = read(printed, entity, language, said, meant->type.kind == typed::TypeKind::number);
      EXPECT_TRUE(again) << sentence << "\nprinted as: " << printed << '\n' << said;
      if (!again) continue;
      EXPECT_TRUE(same_meaning(*meant, *again))
          << sentence << "\nprinted as: " << printed
          << "\nreads as: " << typed::as_sentence(world_->program, *again, Language::english, 0);
    }
  }
}

TEST_F(Printed, ScopesReadBackAsTheSame) {
  const auto read_scope = [](const std::string& text, Language language, std::string& said) {
    source::Sources sources;
    const auto file = sources.add(source::Source("scope", text));
    diagnostics::Diagnostics diagnostics;
    typed::Reader reader(world_->program, sources, diagnostics);
    typed::Context context;
    context.language = language;
    const auto scope = reader.scope(syntax::words_of(sources[file].text(), language), context);
    said = diagnostics::as_text(diagnostics, sources, {});
    return scope;
  };
  for (const auto* text :
       {"for a unit, every year", "for an initiative, every year", "for the unit \"HĐND\", in 2021",
        "for every unit whose task rating is at least good, every year", "for a bloc, in the period \"campaign\"",
        "for a person, every half-year", "for a person, every quarter", "for a unit, every month"}) {
    std::string said;
    const auto meant = read_scope(text, Language::english, said);
    ASSERT_TRUE(meant) << text << '\n' << said;
    EXPECT_EQ(as_sentence(world_->program, *meant, Language::english), text);
    const auto vietnamese = as_sentence(world_->program, *meant, Language::vietnamese);
    const auto again = read_scope(vietnamese, Language::vietnamese, said);
    ASSERT_TRUE(again) << vietnamese << '\n' << said;
    EXPECT_EQ(as_sentence(world_->program, *again, Language::english), text) << vietnamese;
  }
}

TEST_F(Printed, NamesOfTypesAndNumbers) {
  typed::Type months;
  months.kind = typed::TypeKind::number;
  months.unit = columns::UnitId{0};
  EXPECT_EQ(name_of(world_->program, months, Language::english), "number of month");
  EXPECT_EQ(name_of(world_->program, months, Language::vietnamese), "số tháng");
  const auto number = *values::Decimal::parse("1234.5");
  EXPECT_EQ(as_text(world_->program, number, months, Language::english), "1234.5");
  EXPECT_EQ(as_text(world_->program, number, months, Language::vietnamese), "1234,5");
  typed::Type percent;
  percent.kind = typed::TypeKind::number;
  percent.percent = true;
  EXPECT_EQ(as_text(world_->program, *values::Decimal::parse("0.705"), percent, Language::vietnamese), "70,5%");
}

}  // namespace
}  // namespace tdkt::typed_tests
