// SPDX-License-Identifier: Apache-2.0
// The picture: award → criterion → sentence → fact, each by its name.
#include "dot.hpp"
#include "planned.hpp"
#include "random_pack.hpp"

namespace tdkt::graph {
namespace {

class Picture {
 public:
  explicit Picture(const std::string& text) : drawing_(dot::parsed(text)) {}

  const dot::Drawing& drawing() const { return drawing_; }

  // The vertices of a label, whose lines are one.
  std::vector<std::string> labelled(const std::string& label) const {
    std::vector<std::string> found;
    for (const auto& [name, attributes] : drawing_.vertices) {
      auto own = attributes.at("label");
      std::replace(own.begin(), own.end(), '\n', ' ');
      if (own == label) found.push_back(name);
    }
    return found;
  }

  // Whether arrows lead from each label to the next, directly.
  testing::AssertionResult has(const std::vector<std::string>& labels) const {
    std::vector<std::string> at = labelled(labels[0]);
    for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
      std::vector<std::string> next;
      for (const auto& to : labelled(labels[i + 1]))
        if (std::any_of(at.begin(), at.end(), [&](const auto& from) { return drawing_.edges.count({from, to}) > 0; })) next.push_back(to);
      if (next.empty()) return testing::AssertionFailure() << "no arrow from '" << labels[i] << "' to '" << labels[i + 1] << "'";
      at = next;
    }
    return testing::AssertionSuccess();
  }

  std::size_t shaped(const std::string& shape) const {
    return static_cast<std::size_t>(std::count_if(drawing_.vertices.begin(), drawing_.vertices.end(),
                                                  [&](const auto& vertex) { return vertex.second.at("shape") == shape; }));
  }

 private:
  dot::Drawing drawing_;
};

TEST(Picture, FromAwardToFact) {
  const Planned planned(award("A", "a) at least 70% of staff achieve fighter for 2 consecutive years\n"
                                   "  require b) any of:\n    i) grade mark is good\n    ii) late is 0\n  end"),
                        {2021});
  const Picture drawn(picture(planned.graph(), {}));
  const std::string sentence = "at least 70% of staff achieve fighter or higher";
  EXPECT_TRUE(drawn.has({"A (2021)", "a) " + sentence + " for 2 consecutive years", sentence + " for 2 consecutive years (2021)",
                         sentence + " (2020)", "achieve fighter or higher (2020)", "honour (2020)"}));
  EXPECT_TRUE(drawn.has({sentence + " for 2 consecutive years (2021)", sentence + " (2021)", "achieve fighter or higher (2021)", "honour (2021)"}));
  EXPECT_TRUE(drawn.has({"A (2021)", "b)", "i) grade mark is good", "grade mark is good (2021)", "grade mark (2021)"}));
  EXPECT_TRUE(drawn.has({"b)", "ii) late is 0", "late is 0 (2021)", "late (2021)"}));
  EXPECT_FALSE(drawn.has({"A (2021)", "honour (2021)"}));
  EXPECT_EQ(drawn.labelled("honour (2021)").size(), 1u);
}

TEST(Picture, WhatRulesShareIsDrawnOnce) {
  const Planned planned(award("A", "late is 0") + award("B", "late is 0 and listed"), {2020, 2021});
  const Picture both(picture(planned.graph(), {}));
  EXPECT_EQ(both.labelled("late is 0 (2021)").size(), 1u);
  EXPECT_TRUE(both.has({"A (2021)", "late is 0", "late is 0 (2021)", "late (2021)"}));
  EXPECT_TRUE(both.has({"B (2021)", "late is 0 and is listed", "late is 0 (2021)"}));

  PictureOptions options;
  options.award = planned.award("A");
  options.period = values::year_period(2020);
  const Picture one(picture(planned.graph(), options));
  EXPECT_EQ(one.labelled("A (2020)").size(), 1u);
  for (const auto* other : {"A (2021)", "B (2020)", "B (2021)", "is listed (2020)", "late (2021)"})
    EXPECT_TRUE(one.labelled(other).empty()) << other;
}

TEST(Picture, SpeaksTheLanguageAskedForAndQuotes) {
  const Planned planned("award \"A\" for a unit, every year  vi: Giải A\n  require a) \"tasks\": received \"Flag\" 2 times\n", {2021});
  PictureOptions options;
  options.language = grammar::Language::vietnamese;
  const Picture drawn(picture(planned.graph(), options));
  EXPECT_EQ(drawn.labelled("Giải A (2021)").size(), 1u);
  EXPECT_EQ(Picture(picture(planned.graph(), {})).labelled("received \"Flag\" at least 2 times (2021)").size(), 1u);
}

// Whatever the pack: it can be parsed, leads from the awards asked for to everything in it, and ends
// at what is on record or constant.
TEST(Picture, OfAnyPackIsWhole) {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    differential::Random random(seed);
    const auto rules = differential::compiled(differential::random_pack(random));
    ASSERT_EQ(rules->complaints, "");
    const auto request = differential::request_for(*rules, {2020, 2021});
    const auto graph = build(rules->program, request);
    const auto text = picture(*graph, {});
    EXPECT_EQ(text, picture(*build(rules->program, request), {}));
    const Picture drawn(text);
    const auto& drawing = drawn.drawing();

    std::set<std::string> reached, entered;
    std::vector<std::string> open;
    for (const auto& asked : request.awards) {
      const auto label = rules->program[asked.award].title.text + " (" + std::to_string(asked.period.year()) + ")";
      ASSERT_EQ(drawn.labelled(label).size(), 1u) << label;
      open.push_back(drawn.labelled(label)[0]);
    }
    std::map<std::string, std::vector<std::string>> next;
    for (const auto& [from, to] : drawing.edges) next[from].push_back(to), entered.insert(to);
    for (const auto& award : open) EXPECT_FALSE(entered.count(award)) << "something leads to an award";
    while (!open.empty()) {
      const auto vertex = open.back();
      open.pop_back();
      if (!reached.insert(vertex).second) continue;
      open.insert(open.end(), next[vertex].begin(), next[vertex].end());
    }
    EXPECT_EQ(reached.size(), drawing.vertices.size()) << "seed " << seed;
    for (const auto& [name, attributes] : drawing.vertices) {
      EXPECT_FALSE(attributes.at("label").empty());
      EXPECT_TRUE(attributes.at("shape") != "note" || next[name].empty()) << attributes.at("label");
    }
    EXPECT_GT(drawn.shaped("note"), 3u);
    EXPECT_GT(drawn.shaped("ellipse"), drawn.shaped("note"));
  }
}

}  // namespace
}  // namespace tdkt::graph
