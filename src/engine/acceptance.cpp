// SPDX-License-Identifier: Apache-2.0
#include "engine/acceptance.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "card/test_text.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::engine {

namespace {

using card::Card;
using card::Case;

// What a test is about, apart from what it expects.
struct Subject {
  std::vector<int> years;
  std::vector<card::Table> tables;
  std::string entity, title, path;      // folded, but for the id
};
bool operator==(const Subject& a, const Subject& b) {
  return a.years == b.years && a.tables == b.tables && a.entity == b.entity && a.title == b.title && a.path == b.path;
}

std::vector<card::Table> tables_of(const typed::Test& test) {
  std::vector<card::Table> tables;
  for (const auto& given : test.given) {
    auto& table = tables.emplace_back(card::Table{given.heading, {}});
    for (const auto& row : given.rows.rows) {
      auto& cells = table.rows.emplace_back();
      for (const auto& cell : row) cells.push_back(cell.text);
    }
  }
  return tables;
}

struct Known {
  Subject subject;
  const typed::Test* test;
  const typed::Expectation* expectation;
};

class Accepter {
 public:
  Accepter(const typed::Program& program, const source::Sources& sources) : program_(program), sources_(sources) {
    for (const auto& test : program.tests) {
      titles_.insert(grammar::key_of(test.title.text));
      for (const auto& expected : test.expectations)
        known_.push_back({{test.years, tables_of(test), expected.entity, grammar::key_of(expected.title),
                           grammar::key_of(expected.path)},
                          &test, &expected});
    }
  }

  void add(const Card& card) {
    const auto file = card_file(sources_[card.criterion->written.file].path());
    auto found = std::find_if(all_.begin(), all_.end(), [&](const Acceptance& each) { return each.file == file; });
    if (found == all_.end()) found = all_.insert(all_.end(), Acceptance{file, program_[program_[card.award].pack].language, {}, 0, 0, {}});
    for (const auto& boundary : card.boundaries)
      for (const auto& one : boundary.cases) add(card, boundary, one, *found);
  }

  std::vector<Acceptance> take() { return std::move(all_); }

 private:
  void add(const Card& card, const card::Boundary& boundary, const Case& one, Acceptance& to) {
    const auto expected = card::expected_of(program_, card, one);
    const Subject subject{{card.period.year()}, one.tables, one.subject,
                          grammar::key_of(program_[card.award].title.text),
                          card.by_outcome ? std::string() : grammar::key_of(card.path)};
    if (std::find(now_.begin(), now_.end(), subject) != now_.end()) return;
    now_.push_back(subject);
    const auto found = std::find_if(known_.begin(), known_.end(), [&](const Known& each) { return each.subject == subject; });
    if (found == known_.end()) {
      to.tests += '\n' + card::test_text(program_, card, one, fresh(card::title_of(program_, card, boundary, one)));
      ++to.added;
    } else if (found->expectation->kind == expected.kind) {
      ++to.known;
    } else {
      const auto& file = sources_[found->test->written.file];
      const auto line = file.position(found->expectation->written.span.begin).line;
      to.contrary.push_back({found->test->title.text, file.path() + ":" + std::to_string(line), found->expectation->text,
                             expected.words});
    }
  }

  // Two tests of one title would be taken for one another.
  std::string fresh(const std::string& title) {
    auto candidate = title;
    for (int number = 2; !titles_.insert(grammar::key_of(candidate)).second; ++number)
      candidate = title + " (" + std::to_string(number) + ")";
    return candidate;
  }

  const typed::Program& program_;
  const source::Sources& sources_;
  std::vector<Known> known_;
  std::vector<Subject> now_;
  std::set<std::string> titles_;
  std::vector<Acceptance> all_;
};

}  // namespace

std::filesystem::path card_file(const std::filesystem::path& rules) {
  auto file = rules;
  return file.replace_extension(".card.tdkt");
}

std::string heading_of_card_file(const Acceptance& accepted) {
  return accepted.language == grammar::Language::english
             ? "# Boundary cases that were accepted with `tdkt card --accept`: made-up records, checked by `tdkt test`.\n"
             : "# Các trường hợp giáp ranh đã được chấp nhận bằng `tdkt card --accept`: số liệu tự dựng, `tdkt test` kiểm tra.\n";
}

void add(std::vector<Acceptance>& all, std::vector<Acceptance> more) {
  for (auto& each : more) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Acceptance& other) { return other.file == each.file; });
    if (found == all.end()) {
      all.push_back(std::move(each));
      continue;
    }
    found->tests += each.tests;
    found->added += each.added;
    found->known += each.known;
    found->contrary.insert(found->contrary.end(), each.contrary.begin(), each.contrary.end());
  }
}

std::vector<Acceptance> accepted(const typed::Program& program, const source::Sources& sources,
                                 const std::vector<Card>& cards) {
  Accepter accepter(program, sources);
  for (const auto& card : cards) accepter.add(card);
  return accepter.take();
}

}  // namespace tdkt::engine
