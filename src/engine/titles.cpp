// SPDX-License-Identifier: Apache-2.0
#include "engine/titles.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"

namespace tdkt::engine {

namespace {

template <class Visit>
void for_each_title(const typed::Program& program, Visit visit) {
  for (const auto& award : program.awards) visit(award.title);
  for (const auto& nomination : program.nominations) {
    visit(nomination.title);
    for (const auto& offer : nomination.offers) visit(offer.title);
  }
  for (const auto& card : program.scorecards) visit(card.title);
  for (const auto& grades : program.grades) visit(grades.title);
}

template <class Title>
bool has_any(const Title& titled, const std::vector<std::string>& titles) {
  return std::any_of(titles.begin(), titles.end(), [&](const std::string& title) { return has_title(titled, title); });
}

}  // namespace

bool has_title(const typed::Title& title, std::string_view written) {
  const auto key = grammar::key_of(written);
  return grammar::key_of(title.text) == key || (title.translation && grammar::key_of(*title.translation) == key);
}

bool has_title(const typed::Nomination& nomination, std::string_view written) {
  return has_title(nomination.title, written) ||
         std::any_of(nomination.offers.begin(), nomination.offers.end(),
                     [&](const typed::Offer& offer) { return has_title(offer.title, written); });
}

bool has_title(const typed::Program& program, std::string_view written) {
  bool found = false;
  for_each_title(program, [&](const typed::Title& title) { found = found || has_title(title, written); });
  return found;
}

std::vector<std::string> titles_of(const typed::Program& program) {
  std::vector<std::string> titles;
  const auto add = [&](const std::string& title) {
    if (std::find(titles.begin(), titles.end(), title) == titles.end()) titles.push_back(title);
  };
  for_each_title(program, [&](const typed::Title& title) {
    add(title.text);
    if (title.translation) add(*title.translation);
  });
  return titles;
}

graph::Request only(const typed::Program& program, graph::Request request, const std::vector<std::string>& titles) {
  if (titles.empty()) return request;
  std::erase_if(request.awards, [&](const graph::AwardCase& asked) {
    return !has_any(program[asked.award].title, titles);
  });
  std::erase_if(request.nominations, [&](const graph::NominationCase& asked) {
    return !has_any(program[asked.nomination], titles);
  });
  std::erase_if(request.scorecards, [&](const graph::ScorecardCase& asked) {
    return !has_any(program[asked.scorecard].title, titles);
  });
  std::erase_if(request.grades, [&](const graph::GradesCase& asked) {
    return !has_any(program[asked.grades].title, titles);
  });
  request.expressions.clear();
  return request;
}

}  // namespace tdkt::engine
