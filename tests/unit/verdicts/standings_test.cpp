// SPDX-License-Identifier: Apache-2.0
// What a look down each ranking says of candidates against the outcomes with all their particulars.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <sstream>

#include "judged.hpp"
#include "verdicts/known_contests.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::verdicts {
namespace {

class RandomContests {
 public:
  explicit RandomContests(std::uint64_t seed) : random_(seed) {}

  std::string text() {
    std::ostringstream out;
    out << "pack \"P\"\n  version \"1\"\n  in force from 2010-01-01\n  uses vocabulary \"emulation\"\n";
    if (one_in(3)) {
      out << "nomination \"First\" for a bloc, every year\n  among members\n" << keys()
          << "  offer \"Round\" to at most 50% of members, rounded up without requirements\n";
      rounds_ = true;
    }
    out << "nomination \"N\" for a bloc, every year\n  among members" << pick({"", " who have registered"}) << '\n';
    if (one_in(3)) out << "  within each assessment group\n";
    if (rounds_) out << "  in two rounds \"First\"\n";
    out << keys() << "  offer \"Flag\" to " << pick({"at most 1", "at most 2", "at most 40% of members, rounded down", "at most 50% of members, rounded up",
                                                     "at most 20% of number of members who have registered, rounded down"})
        << pick({"", " who have late reports of at most 1", " who have pledge signed"}) << " without requirements\n";
    out << "test \"t\"\n  in 2024\n  given bloc\n    | id |\n    | K |\n    | L |\n  given unit\n"
        << "    | id | bloc | registered | pledge signed | assessment group | votes | late reports | targets planned | targets met |\n";
    const int units = 2 + below(12);
    for (int i = 0; i < units; ++i)
      out << "    | U" << i << " | " << pick({"K", "K", "L"}) << " | " << open({"yes", "yes", "no"}) << " | " << open({"yes", "no"}) << " | "
          << open({group(0), group(1)}) << " | " << open({"1", "2", "3"}) << " | " << open({"0", "1", "2"}) << " | 4 | "
          << open({"2", "3", "4"}) << " |\n";
    return out.str();
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  bool one_in(int times) { return below(times) == 0; }
  std::string pick(std::vector<std::string> words) { return words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]; }
  std::string open(std::vector<std::string> words) { return one_in(9) ? "" : pick(std::move(words)); }
  static std::string group(int which) { return which == 0 ? "with duty assessment" : "without duty assessment"; }
  std::string keys() {
    std::string keys = "  rank by " + pick({"votes", "targets met", "targets met / targets planned"}) + pick({" from high to low", " from low to high"});
    if (one_in(2)) keys += ", then by late reports from low to high";
    return keys + '\n';
  }

  std::mt19937_64 random_;
  bool rounds_ = false;
};

TEST(Standings, AreThoseOfTheOutcomes) {
  std::size_t contests = 0, tied = 0, undetermined = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto text = RandomContests(seed).text();
    const Judged judged(text);
    ASSERT_EQ(judged.mistakes(), "") << text;
    for (const auto& one : judged.results().nominations.cases()) {
      std::map<std::pair<Row, Standing>, std::size_t> found;
      Nominations::Counts counts;
      judged.results().nominations.for_each(one, [&](const NominationOutcome& outcome) {
        for (const auto& candidate : outcome.candidates) found[{candidate.row, candidate.standing}]++;
        ++contests;
      });
      for (const auto& [who, times] : found) {
        counts.nominated += who.second == Standing::nominated;
        counts.tied += who.second == Standing::tied;
        counts.undetermined += who.second == Standing::undetermined;
      }
      const auto quick = judged.results().nominations.counts(one);
      EXPECT_EQ(quick.nominated, counts.nominated) << one.nomination.index << text;
      EXPECT_EQ(quick.tied, counts.tied) << text;
      EXPECT_EQ(quick.undetermined, counts.undetermined) << one.nomination.index << text;
      tied += counts.tied, undetermined += counts.undetermined;
    }
  }
  EXPECT_GT(contests, 500u);
  EXPECT_GT(tied, 100u);
  EXPECT_GT(undetermined, 100u);
}

std::string as_text(const std::vector<Candidate>& candidates) {
  std::ostringstream out;
  const auto number = [&](const auto& one) { out << (one ? std::to_string(*one) : "-") << ' '; };
  for (const auto& one : candidates) {
    out << one.row << ": " << static_cast<int>(one.standing) << ' ' << one.places.best << '-' << one.places.worst << ' ';
    number(one.offer), number(one.kept_out_by);
    for (const auto offer : one.offers) out << "offer " << offer << ' ';
    for (const auto& key : one.keys) out << (key.known() ? key.low->text() : "open") << ' ';
    out << '\n';
  }
  return out.str();
}

TEST(Standings, WhatIsKnownIsToldAsInTheOutcomes) {
  std::size_t known_pools = 0, tied = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const auto text = RandomContests(seed).text();
    const Judged judged(text);
    ASSERT_EQ(judged.mistakes(), "") << text;
    const auto& nominations = judged.results().nominations;
    for (const auto& one : nominations.cases()) {
      const auto contests = nominations.contests(one);
      auto known = KnownContests::of(contests, nominations.standings(one));
      std::vector<Candidate> candidates;
      for (std::size_t pool = 0; known && pool < contests.size(); ++pool) {
        if (!known->candidates(pool, candidates)) continue;
        const auto outcomes = contests.outcomes(pool);
        ASSERT_EQ(outcomes.size(), 1u);
        EXPECT_EQ(as_text(candidates), as_text(outcomes.front().candidates)) << text;
        ++known_pools;
        for (const auto& candidate : candidates) tied += candidate.standing == Standing::tied;
      }
    }
  }
  EXPECT_GT(known_pools, 100u);
  EXPECT_GT(tied, 50u);
}

}  // namespace
}  // namespace tdkt::verdicts
