// SPDX-License-Identifier: Apache-2.0
// The same records load as the same dataset, however they are written, in whatever order and parts, by
// however many threads, and by whichever way: rows that stand twice take the way that settles what rows
// say together, others the quick one.
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using Random = std::mt19937;
using Rows = std::vector<std::vector<std::string>>;
using Lines = std::vector<std::string>;

struct Files {
  Rows people, units, blocs;  // with their headers
  Rows all_people, all_units; // lists of their ids
};

unsigned below(Random& random, unsigned end) { return static_cast<unsigned>(random() % end); }

std::string one_of(Random& random, const std::vector<std::string>& texts) { return texts[random() % texts.size()]; }

// Records with gaps, bad values, strangers and years without some of the rows.
Files records(Random& random, bool ordered) {
  const bool numbered = below(random, 2) == 0;
  const auto id = [&](const char* kind, unsigned number) {
    return numbered ? std::to_string(number + 1) : kind + std::to_string(number % 7) + "-" + std::to_string(number);
  };
  const unsigned people = 1 + below(random, 40), units = 1 + below(random, 9), blocs = 1 + below(random, 3);
  const bool gaps = below(random, 2) == 0, bad = below(random, 3) == 0, strangers = below(random, 3) == 0;
  const auto at_times = [&](bool may, unsigned of) { return may && below(random, of) == 0; };
  Files files;
  files.people = {{"person", "year", "unit", "task rating", "discipline", "months worked"}};
  files.units = {{"unit", "year", "bloc", "registered", "targets planned", "targets met", "late reports", "score"}};
  files.blocs = {{"bloc", "year", "leader"}};
  files.all_people = files.all_units = {{"id"}};
  for (unsigned p = people; p-- > 0;)
    if (!at_times(strangers, 10)) files.all_people.push_back({id("P", p)});
  for (unsigned u = 0; u < units; ++u)
    if (!at_times(strangers, 10)) files.all_units.push_back({at_times(bad, 9) ? " " + id("U", u) : id("U", u)});
  for (const char* year : {"2022", "2023", "2024"}) {
    for (unsigned p = 0; p < people; ++p) {
      if (at_times(!ordered, 5)) continue;
      files.people.push_back({at_times(strangers, 30) ? "" : id("P", p), year, at_times(gaps, 9) ? "" : id("U", below(random, units)),
                              at_times(bad, 20) ? "fine" : at_times(gaps, 5) ? "" : one_of(random, {"good", "excellent", "completed"}),
                              at_times(gaps, 2) ? "" : one_of(random, {"none", "warning"}), std::to_string(below(random, 15))});
    }
    for (unsigned u = 0; u < units; ++u) {
      const unsigned planned = below(random, 9);
      files.units.push_back({id("U", u), year, at_times(gaps, 9) ? "" : id("B", below(random, blocs)), one_of(random, {"yes", "no", "x"}),
                             std::to_string(planned), std::to_string(below(random, 10)), at_times(gaps, 3) ? "" : "1",
                             one_of(random, {"1.5", "70.25", "3", ""})});
    }
    for (unsigned b = 0; b < blocs; ++b)
      files.blocs.push_back({id("B", b), year, at_times(gaps, 4) ? "" : id("U", below(random, units))});
  }
  return files;
}

struct Writing {
  bool quoted = false, returns = false, doubled = false, shuffled = false;
};

void add(Folder& folder, const std::string& name, Rows rows, const Writing& how, Random& random) {
  if (how.shuffled) std::shuffle(rows.begin() + 1, rows.end(), random);
  // The last row that says something stands twice: nothing new, but not each thing once.
  if (how.doubled)
    for (std::size_t i = rows.size(); i-- > 1;)
      if (!rows[i][0].empty()) {
        rows.push_back(rows[i]);
        break;
      }
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t c = 0; c < rows[i].size(); ++c) {
      const bool marks = how.quoted && i != 0 && below(random, 2) == 0;
      text += (c == 0 ? "" : ",") + (marks ? "\"" + rows[i][c] + "\"" : rows[i][c]);
    }
    text += how.returns ? "\r\n" : "\n";
  }
  folder.add(name, text);
}

struct Told {
  Lines facts, relations, covered, seen, messages;
  friend bool operator==(const Told&, const Told&) = default;
};

Told told(const Folder& folder, const Options& options) {
  const Result result = load(emulation(), folder, options);
  const auto& dataset = result.loaded.dataset;
  return {facts(emulation(), dataset), relations(emulation(), dataset), covered(emulation(), dataset),
          seen(emulation(), dataset), result.messages};
}

Told told(const Files& files, const Writing& how, Options options, unsigned seed) {
  Random random(seed);
  Folder folder;
  add(folder, "person_year.csv", files.people, how, random);
  add(folder, "unit_year.csv", files.units, how, random);
  add(folder, "bloc_year.csv", files.blocs, how, random);
  return told(folder, options);
}

// Beside lists of ids, each with so many ids that nothing mentions.
Told told_with_lists(const Files& files, unsigned unmentioned, Options options, unsigned seed) {
  Random random(seed);
  Folder folder;
  add(folder, "person_year.csv", files.people, {}, random);
  add(folder, "unit_year.csv", files.units, {}, random);
  add(folder, "bloc_year.csv", files.blocs, {}, random);
  Rows people = files.all_people, units = files.all_units;
  for (unsigned i = 0; i < unmentioned; ++i) {
    people.push_back({"zz" + std::to_string(i)});
    units.push_back({"zz" + std::to_string(i)});
  }
  add(folder, "person.csv", people, {}, random);
  add(folder, "unit.csv", units, {}, random);
  Told all = told(folder, options);
  for (Lines* lines : {&all.facts, &all.relations})
    std::erase_if(*lines, [](const std::string& line) { return line.find("zz") != line.npos; });
  for (std::string& line : all.seen) line = line.substr(0, line.find(" zz"));  // they stand last
  std::erase_if(all.seen, [](const std::string& line) { return line.ends_with(':'); });
  return all;
}

Lines without_places(Lines lines) {
  for (std::string& line : lines) line = line.substr(0, line.rfind(" @"));
  std::sort(lines.begin(), lines.end());
  return lines;
}

TEST(SameData, HoweverItIsReadAndWritten) {
  for (unsigned seed = 0; seed < 150; ++seed) {
    Random random(seed);
    const Files files = records(random, seed % 2 == 0);
    const bool lenient = seed % 3 == 0;
    const Told plain = told(files, {}, {.lenient = lenient, .threads = 1}, seed);
    const auto expect_same = [&](const Writing& how, Options options, const char* what) {
      options.lenient = lenient;
      const Told other = told(files, how, options, seed);
      EXPECT_EQ(other.facts, plain.facts) << what << ", seed " << seed;
      EXPECT_EQ(other.relations, plain.relations) << what << ", seed " << seed;
      EXPECT_EQ(other.covered, plain.covered) << what << ", seed " << seed;
      EXPECT_EQ(other.seen, plain.seen) << what << ", seed " << seed;
      if (how.doubled) return;  // what is missing is missing twice
      EXPECT_EQ(other.messages, plain.messages) << what << ", seed " << seed;
    };
    expect_same({}, {.threads = 4}, "four threads");
    expect_same({}, {.threads = 4, .least_part = 40}, "small parts");
    expect_same({.quoted = true}, {.threads = 1}, "in quotation marks");
    expect_same({.quoted = true}, {.threads = 4, .least_part = 40}, "quoted, in small parts");
    expect_same({.returns = true}, {.threads = 3, .least_part = 100}, "carriage returns");
    expect_same({.doubled = true}, {.threads = 2}, "a row twice");

    const Told shuffled = told(files, {.shuffled = true}, {.lenient = lenient, .threads = 4, .least_part = 60}, seed);
    EXPECT_EQ(without_places(shuffled.facts), without_places(plain.facts)) << "shuffled, seed " << seed;
    EXPECT_EQ(without_places(shuffled.relations), without_places(plain.relations)) << "shuffled, seed " << seed;
    EXPECT_EQ(shuffled.seen, plain.seen) << "shuffled, seed " << seed;
    if (HasFailure()) break;
  }
}

// Tables begin with the ids of a list that is not much longer than they are.
TEST(SameData, WhetherIdsAreKnownBeforehand) {
  for (unsigned seed = 0; seed < 150; ++seed) {
    Random random(seed);
    const Files files = records(random, seed % 2 == 0);
    const bool lenient = seed % 3 == 0;
    const Told looked_up = told_with_lists(files, 1000, {.lenient = lenient, .threads = 1}, seed);
    const auto expect_same = [&](const Options& options) {
      const Told known = told_with_lists(files, 0, options, seed);
      EXPECT_EQ(known.facts, looked_up.facts) << "seed " << seed;
      EXPECT_EQ(known.relations, looked_up.relations) << "seed " << seed;
      EXPECT_EQ(known.covered, looked_up.covered) << "seed " << seed;
      EXPECT_EQ(known.seen, looked_up.seen) << "seed " << seed;
      EXPECT_EQ(known.messages, looked_up.messages) << "seed " << seed;
    };
    expect_same({.lenient = lenient, .threads = 1});
    expect_same({.lenient = lenient, .threads = 3, .least_part = 50});
    if (HasFailure()) break;
  }
}

}  // namespace
}  // namespace tdkt::loaders::test
