// SPDX-License-Identifier: Apache-2.0
// The example files compile as they stand.
#include <gmock/gmock.h>

#include "compiled.hpp"

namespace tdkt::typed_tests {
namespace {

using typed::CriterionKind;

Compiled with_vocabulary(const std::string& name) {
  return compiled({{"emulation.tdkt", example("emulation")}, {name + ".tdkt", example(name)}});
}

class Example : public testing::TestWithParam<const char*> {};

TEST_P(Example, CompilesWithoutErrors) {
  const auto rules = with_vocabulary(GetParam());
  EXPECT_FALSE(rules.diagnostics.has_errors()) << rules.said();
}

INSTANTIATE_TEST_SUITE_P(All, Example,
                         testing::Values("law-2022-collectives", "nam-dinh-2021", "lang-son-campaign-2017",
                                         "dong-nai-office-2021"));

TEST(Examples, CompileTogether) {
  const auto rules = compiled({{"emulation.tdkt", example("emulation")},
                               {"a/law.tdkt", example("law-2022-collectives")},
                               {"b/nam-dinh.tdkt", example("nam-dinh-2021")},
                               {"c/lang-son.tdkt", example("lang-son-campaign-2017")},
                               {"d/dong-nai.tdkt", example("dong-nai-office-2021")}});
  EXPECT_FALSE(rules.diagnostics.has_errors()) << rules.said();
  EXPECT_EQ(rules.program.packs.size(), 4U);
  EXPECT_EQ(rules.program.nominations.size(), 1U);
}

TEST(Examples, VocabularyIsTheSchema) {
  const auto rules = compiled({{"emulation.tdkt", example("emulation")}});
  EXPECT_FALSE(rules.diagnostics.has_errors()) << rules.said();
  const auto& schema = rules.program.schema;
  EXPECT_EQ(schema.name, "emulation");
  EXPECT_EQ(schema.entities.size(), 6U);
  EXPECT_EQ(schema.scales.size(), 7U);
  EXPECT_EQ(schema.relations.size(), 8U);
  EXPECT_EQ(schema.facts.size(), 24U);
  EXPECT_EQ(schema.verbs.size(), 3U);

  const auto& staff = schema.relations[0];
  EXPECT_EQ(staff.name.in(grammar::Language::vietnamese), "cán bộ");
  EXPECT_TRUE(staff.many);
  EXPECT_TRUE(staff.never_empty);
  ASSERT_TRUE(staff.inverse);
  EXPECT_EQ(staff.inverse->in(grammar::Language::vietnamese), "đơn vị") << "the way back has the unit's forms";

  const auto& leader = schema.relations[2];
  EXPECT_FALSE(leader.many);
  ASSERT_TRUE(leader.one_of);
  EXPECT_EQ(leader.one_of->index, 1U);
  EXPECT_EQ(leader.to, schema.relations[1].to);

  const auto fact = [&](const std::string& name) {
    for (const auto& one : schema.facts)
      if (one.name.in(grammar::Language::english) == name) return one;
    ADD_FAILURE() << name;
    return schema.facts.front();
  };
  const auto late = fact("late reports");
  ASSERT_TRUE(late.absent);
  EXPECT_EQ(late.absent->number, values::Decimal{0});
  EXPECT_TRUE(late.type.whole);
  ASSERT_TRUE(late.type.unit);
  const auto met = fact("targets met");
  ASSERT_TRUE(met.to && met.to->fact);
  EXPECT_EQ(schema[*met.to->fact].name.in(grammar::Language::english), "targets planned");
  EXPECT_EQ(fact("united and compliant").attested_by, "the emulation council of the unit");
  EXPECT_TRUE(schema.verbs[0].means_at_least);
  EXPECT_FALSE(schema.verbs[1].means_at_least);
  EXPECT_TRUE(schema.verbs[2].uses[0].records && schema.verbs[2].uses[0].by);
}

TEST(Examples, CriteriaAreCitedByTheirPath) {
  const auto law = with_vocabulary("law-2022-collectives");
  const auto& award = law.program.awards.at(0);
  EXPECT_EQ(award.title.translation, "Tập thể lao động xuất sắc");
  ASSERT_EQ(award.criteria.size(), 5U);
  EXPECT_EQ(award.criteria[4].path, "đ)");
  EXPECT_EQ(award.criteria[4].citation, "Luật 06/2022/QH15, Điều 27, khoản 1, đ)");

  const auto office = with_vocabulary("dong-nai-office-2021");
  const auto& group = office.program.awards.at(0).criteria.at(3);
  EXPECT_EQ(group.kind, CriterionKind::all_of);
  ASSERT_EQ(group.parts.size(), 4U);
  EXPECT_EQ(group.parts[1].path, "4.b)");
}

TEST(Examples, ScorecardIsATree) {
  const auto rules = with_vocabulary("nam-dinh-2021");
  const auto& card = rules.program.scorecards.at(0);
  ASSERT_EQ(card.nodes.size(), 8U);
  EXPECT_EQ(card.nodes[0].parts, (std::vector<std::uint32_t>{1, 4, 6}));
  EXPECT_EQ(card.nodes[1].title.text.substr(0, 2), "I.");
  EXPECT_EQ(card.nodes[1].parts, (std::vector<std::uint32_t>{2, 3}));
  EXPECT_TRUE(card.nodes[2].points && card.nodes[2].ceiling);

  const auto& nomination = rules.program.nominations.at(0);
  EXPECT_EQ(nomination.offers.size(), 3U);
  EXPECT_EQ(nomination.keys.size(), 2U);
  EXPECT_TRUE(nomination.one_offer_each);
}

}  // namespace
}  // namespace tdkt::typed_tests
