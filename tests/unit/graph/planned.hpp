// SPDX-License-Identifier: Apache-2.0
// Awards as text, planned: in the words of the random packs.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "compiled.hpp"
#include "graph/graph.hpp"

namespace tdkt::graph {

class Planned {
 public:
  Planned(const std::string& rules, const std::vector<int>& years, int first_year = 2018)
      : rules_(differential::compiled("pack \"Test\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"random\"\n\n" +
                                      rules)) {
    EXPECT_EQ(rules_->complaints, "");
    if (!rules_->complaints.empty()) return;
    auto request = everything(rules_->program, years);
    request.first_year = first_year;
    graph_ = build(rules_->program, request);
  }

  const typed::Program& program() const { return rules_->program; }
  const Graph& graph() const { return *graph_; }
  std::size_t size() const { return graph_->nodes().size(); }

  typed::AwardId award(const std::string& title) const {
    const auto& awards = program().awards;
    const auto found = std::find_if(awards.begin(), awards.end(), [&](const auto& award) { return award.title.text == title; });
    return {static_cast<std::uint32_t>(found - awards.begin())};
  }
  NodeId requirements(const std::string& title, int year) const {
    return graph_->find(award(title), values::year_period(year))->requirements;
  }

  // How many nodes are of a kind of operation.
  template <class Operation>
  std::size_t count() const {
    return static_cast<std::size_t>(std::count_if(graph_->nodes().begin(), graph_->nodes().end(), [](const Node& node) {
      return std::holds_alternative<Operation>(node.operation);
    }));
  }

 private:
  std::unique_ptr<differential::Rules> rules_;
  std::shared_ptr<const Graph> graph_;
};

inline std::string award(const std::string& title, const std::string& condition, const std::string& of = "unit") {
  return "award \"" + title + "\" for a " + of + ", every year\n  require " + condition + "\n\n";
}

}  // namespace tdkt::graph
