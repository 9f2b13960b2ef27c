// SPDX-License-Identifier: Apache-2.0
// What stands in clauses besides conditions: for whom a rule is, who the candidates are, how they are
// ranked, how many an offer goes to, what a test expects.
#include <gmock/gmock.h>

#include "reader_world.hpp"

namespace tdkt::typed_tests {
namespace {

using typed::Expectation;
using typed::Quota;
constexpr auto en = Language::english, vi = Language::vietnamese;

class ReaderClauses : public testing::Test {
 protected:
  ReaderClauses() : reader_(world().compiled_.program, world().compiled_.sources, said_) {}

  syntax::Sentence words(const std::string& text, Language language) {
    const auto file = world().compiled_.sources.add(source::Source("clause", text));
    return syntax::words_of(world().compiled_.sources[file].text(), language);
  }
  std::string tree(const typed::Expr& expression) const {
    return expression ? typed::as_tree(world().compiled_.program, *expression) : "";
  }
  std::string codes() const {
    std::string all;
    for (const auto& one : said_.all()) all += std::string(diagnostics::text_of(one.kind).code) + ' ';
    return all;
  }

  diagnostics::Diagnostics said_;
  typed::Reader reader_;
};

TEST_F(ReaderClauses, Scopes) {
  struct Row {
    Language language;
    const char* text;
    const char* entity;
    const char* filter;
    const char* only;
    values::Cadence every;
    int year;
    bool period;
  };
  for (const auto& row : std::vector<Row>{
           {en, "for a unit, every year", "unit", "", "", values::Cadence::yearly, 0, false},
           {vi, "cho đơn vị, hằng năm", "unit", "", "", values::Cadence::yearly, 0, false},
           {en, "for a collective", "unit", "", "", values::Cadence::yearly, 0, false},
           {en, "for every unit whose task rating is good, in 2021", "unit", "(= ('task rating' @0) good)", "", values::Cadence::yearly, 2021, false},
           {vi, "cho mọi đơn vị có mức hoàn thành nhiệm vụ là tốt, năm 2021", "unit", "(= ('task rating' @0) good)", "", values::Cadence::yearly, 2021, false},
           {en, "for the unit \"HĐND\", in 2021", "unit", "", "HĐND", values::Cadence::yearly, 2021, false},
           {vi, "cho khối thi đua, trong đợt \"spring\"", "bloc", "", "", values::Cadence::yearly, 0, true},
           {en, "for a person, in the period \"spring\"", "person", "", "", values::Cadence::yearly, 0, true},
           {en, "for a unit, every half-year", "unit", "", "", values::Cadence::half_yearly, 0, false},
           {en, "for a unit, every school year", "unit", "", "", values::Cadence::declared, 0, false}}) {
    const auto scope = reader_.scope(words(row.text, row.language), world().context("", row.language));
    ASSERT_TRUE(scope) << row.text << ' ' << codes();
    EXPECT_EQ(scope->entity, world().entity(row.entity)) << row.text;
    EXPECT_EQ(tree(scope->filter), row.filter) << row.text;
    EXPECT_EQ(scope->only.value_or(""), row.only) << row.text;
    EXPECT_EQ(scope->every.cadence, row.every) << row.text;
    EXPECT_EQ(scope->year.value_or(0), row.year) << row.text;
    EXPECT_EQ(scope->period.has_value(), row.period) << row.text;
  }
  EXPECT_EQ(codes(), "");
}

TEST_F(ReaderClauses, ScopesThatAreWrong) {
  for (const auto& [text, code, words_at] : std::vector<std::tuple<std::string, std::string, std::string>>{
           {"for a untt, every year", "E0302", "untt"}, {"for a unit, evry year", "E0227", "evry year"},
           {"a unit, every year", "E0221", "a unit ,"}}) {
    said_ = {};
    const auto sentence = words(text, en);
    EXPECT_FALSE(reader_.scope(sentence, world().context("", en)));
    ASSERT_EQ(said_.all().size(), 1U) << text;
    EXPECT_EQ(diagnostics::text_of(said_.all().front().kind).code, code) << text;
  }
}

TEST_F(ReaderClauses, Candidates) {
  for (const auto& [language, text] : std::vector<std::pair<Language, const char*>>{
           {en, "members who have registered and whose pledge signed"}, {vi, "thành viên đã đăng ký thi đua và đã ký giao ước"}}) {
    const auto among = reader_.among(words(text, language), world().context("bloc", language));
    ASSERT_TRUE(among) << text << ' ' << codes();
    EXPECT_EQ(world().compiled_.program.schema[among->relation].name.in(en), "members");
    std::string filters;
    for (const auto& filter : among->filters) filters += tree(filter);
    EXPECT_THAT(filters, testing::HasSubstr("(registered @1)")) << text;
    EXPECT_THAT(filters, testing::HasSubstr("('pledge signed' @1)")) << text;
  }
}

TEST_F(ReaderClauses, Keys) {
  for (const auto& [language, text] : std::vector<std::pair<Language, const char*>>{
           {en, "total of \"Bloc scorecard\" from high to low, then by late reports from low to high"},
           {vi, "tổng điểm \"Bảng điểm của khối\" từ cao xuống thấp, nếu bằng nhau thì theo số báo cáo chậm hạn tăng dần"}}) {
    const auto keys = reader_.keys(words(text, language), world().context("bloc unit", language));
    ASSERT_EQ(keys.size(), 2U) << text << ' ' << codes();
    EXPECT_EQ(tree(keys[0].value), "(total-points \"Bloc scorecard\" @1)");
    EXPECT_TRUE(keys[0].high_to_low);
    EXPECT_EQ(tree(keys[1].value), "('late reports' @1)");
    EXPECT_FALSE(keys[1].high_to_low);
  }
}

TEST_F(ReaderClauses, Offers) {
  typed::Nomination nomination{};
  nomination.scope.entity = world().entity("bloc");
  const auto among = reader_.among(words("members", en), world().context("bloc", en));
  ASSERT_TRUE(among);
  nomination.members = among->relation;
  typed::Offer earlier{};
  earlier.title = {"Provincial Flag", std::nullopt, en};
  nomination.offers.push_back(earlier);

  struct Row {
    Language language;
    const char* text;
    const char* number;
    const char* share;
    Quota::Base base;
    values::Rounding rounding;
    const char* base_number;
    const char* at_least;
    const char* condition;
    bool without;
  };
  using values::Rounding;
  for (const auto& row : std::vector<Row>{
           {en, "to at most 1 who is eligible for \"Flag\"", "1", "", Quota::Base::none, Rounding::down, "", "", "(eligible \"Flag\" @1)", false},
           {vi, "cho không quá 1 tập thể", "1", "", Quota::Base::none, Rounding::down, "", "", "", false},
           {en, "to 2 candidates without requirements", "2", "", Quota::Base::none, Rounding::down, "", "", "", true},
           {vi, "cho 2 ứng viên không kèm điều kiện", "2", "", Quota::Base::none, Rounding::down, "", "", "", true},
           {en, "to at most 20% of members, rounded down", "", "20%", Quota::Base::members, Rounding::down, "", "", "", false},
           {vi, "cho không quá 20% số thành viên, làm tròn lên", "", "20%", Quota::Base::members, Rounding::up, "", "", "", false},
           {en, "to at most 50% of the members that remain, rounded down, but at least 1", "", "50%", Quota::Base::remaining, Rounding::down, "", "1", "", false},
           {vi, "cho không quá 50% số thành viên còn lại, làm tròn xuống, nhưng ít nhất 1", "", "50%", Quota::Base::remaining, Rounding::down, "", "1", "", false},
           {en, "to at most 30% of those offered \"Provincial Flag\", rounded up", "", "30%", Quota::Base::offered, Rounding::up, "", "", "", false},
           {en, "to at most 15% of number of staff of members who achieve advanced laborer, rounded", "", "15%", Quota::Base::expression, Rounding::half_away,
            "(number (members staff [(>= (title @1) 'advanced laborer')] @1 from @0))", "", "", false},
           {en, "to at most if number of members > 10 then 2 otherwise 1", "(if (> (number (members @1 from @0)) 10) 2 1)", "", Quota::Base::none, Rounding::down, "", "", "", false}}) {
    const auto terms = reader_.offer(words(row.text, row.language), world().context("bloc unit", row.language), nomination);
    ASSERT_TRUE(terms) << row.text << ' ' << codes() << diagnostics::as_text(said_, world().compiled_.sources, {});
    EXPECT_EQ(tree(terms->quota.number), row.number) << row.text;
    EXPECT_EQ(tree(terms->quota.share), row.share) << row.text;
    EXPECT_EQ(terms->quota.base, row.base) << row.text;
    EXPECT_EQ(tree(terms->quota.base_number), row.base_number) << row.text;
    EXPECT_EQ(tree(terms->quota.at_least), row.at_least) << row.text;
    EXPECT_EQ(tree(terms->condition), row.condition) << row.text;
    EXPECT_EQ(terms->without_requirements, row.without) << row.text;
    if (*row.share) {
      EXPECT_EQ(terms->quota.rounding, row.rounding) << row.text;
    }
  }
  EXPECT_EQ(codes(), "");

  EXPECT_FALSE(reader_.offer(words("to at most 20% of members", en), world().context("bloc unit", en), nomination));
  ASSERT_EQ(said_.all().size(), 1U);
  EXPECT_EQ(codes(), "E0216 ");
  EXPECT_EQ(said_.all().front().suggestions.size(), 3U) << "down, up and to the nearest";
}

TEST_F(ReaderClauses, Expectations) {
  using K = Expectation::Kind;
  struct Row {
    Language language;
    const char* text;
    K kind;
    const char* entity;
    const char* title;
    const char* path;
    const char* value;
    const char* expected;
    int place, year;
  };
  for (const auto& row : std::vector<Row>{
           {en, "U1 is eligible for \"Flag\"", K::eligible, "U1", "Flag", "", "", "", 0, 0},
           {vi, "U1 đủ điều kiện \"Flag\"", K::eligible, "U1", "Flag", "", "", "", 0, 0},
           {en, "\"U 1\" is ineligible for \"Flag\" in 2023", K::ineligible, "U 1", "Flag", "", "", "", 0, 2023},
           {vi, "U1 không đủ điều kiện \"Flag\"", K::ineligible, "U1", "Flag", "", "", "", 0, 0},
           {en, "U1 is undetermined for \"Flag\"", K::undetermined, "U1", "Flag", "", "", "", 0, 0},
           {vi, "U1 tạm dừng xét \"Flag\"", K::deferred, "U1", "Flag", "", "", "", 0, 0},
           {en, "U1 fails c) of \"Flag\"", K::fails, "U1", "Flag", "c)", "", "", 0, 0},
           {vi, "P2 không đạt 2. của \"Flag\"", K::fails, "P2", "Flag", "2.", "", "", 0, 0},
           {en, "U1 meets 4.a) of \"Flag\"", K::meets, "U1", "Flag", "4.a)", "", "", 0, 0},
           {en, "U1 is nominated for \"Flag\"", K::nominated, "U1", "Flag", "", "", "", 0, 0},
           {vi, "U1 không được đề nghị", K::not_nominated, "U1", "", "", "", "", 0, 0},
           {en, "U1 is tied", K::tied, "U1", "", "", "", "", 0, 0},
           {en, "U1 is at place 2", K::at_place, "U1", "", "", "", "", 2, 0},
           {vi, "U1 xếp thứ 2", K::at_place, "U1", "", "", "", "", 2, 0},
           {en, "B1 breaks \"Covenant\"", K::breaks, "B1", "Covenant", "", "", "", 0, 0},
           {vi, "B1 giữ đúng \"Covenant\"", K::keeps, "B1", "Covenant", "", "", "", 0, 0},
           {en, "warns \"a share\" on U1", K::warns, "U1", "a share", "", "", "", 0, 0},
           {en, "total of \"Bloc scorecard\" of U1 is 92.5", K::value, "U1", "", "", "(total-points \"Bloc scorecard\" @0)", "92.5", 0, 0},
           {vi, "tổng điểm \"Bloc scorecard\" của U1 là 92,5", K::value, "U1", "", "", "(total-points \"Bloc scorecard\" @0)", "92.5", 0, 0},
           {en, "grade of U1 is \"Fair\" in 2023", K::value, "U1", "", "", "(grade \"Bloc grade\" @0)", "Fair", 0, 2023}}) {
    const auto read = reader_.expectation(words(row.text, row.language), world().context("", row.language));
    ASSERT_TRUE(read) << row.text << ' ' << codes();
    EXPECT_EQ(read->kind, row.kind) << row.text;
    EXPECT_EQ(read->entity, row.entity) << row.text;
    EXPECT_EQ(read->title, row.title) << row.text;
    EXPECT_EQ(read->path, row.path) << row.text;
    EXPECT_EQ(tree(read->value), row.value) << row.text;
    EXPECT_EQ(tree(read->expected), row.expected) << row.text;
    EXPECT_EQ(read->place.value_or(0), row.place) << row.text;
    EXPECT_EQ(read->year.value_or(0), row.year) << row.text;
  }
  EXPECT_EQ(codes(), "");
  EXPECT_FALSE(reader_.expectation(words("U1 is somehow fine", en), world().context("", en)));
  EXPECT_EQ(codes(), "E0222 ");
}

}  // namespace
}  // namespace tdkt::typed_tests
