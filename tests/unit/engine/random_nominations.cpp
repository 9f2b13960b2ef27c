// SPDX-License-Identifier: Apache-2.0
#include "random_nominations.hpp"

namespace tdkt::engine {

namespace {

using differential::Random;

std::string keys(Random& r) {
  std::string keys = "  rank by " + r.pick({"votes", "targets met", "targets met / targets planned"}) + r.pick({" from high to low", " from low to high"});
  if (r.percent(50)) keys += ", then by late reports from low to high";
  return keys + "\n";
}

std::string who(Random& r) { return r.pick({"", "", " who have registered", " who have late reports of at most 1"}); }

std::string quota(Random& r) {
  return r.pick({"at most 1", "at most 2", "at most 40% of members, rounded down", "at most 50% of members, rounded up",
                 "at most 40% of number of members who have registered, rounded down", "at most 1"});
}

void add_blocs(std::string& pack, Random& r) {
  pack += "\nnomination \"In blocs\" for " + r.pick({"a bloc", "a bloc", "every bloc whose council size is at least 3"}) + ", every year\n";
  pack += "  among members" + who(r) + "\n";
  if (r.percent(25)) pack += "  within each assessment group\n";
  pack += keys(r);
  pack += "  offer \"Flag\" to " + quota(r) + r.pick({"", " who have pledge signed"}) + r.pick({"", "", " without requirements"}) + "\n";
  if (!r.percent(40)) return;
  pack += "  offer \"Certificate\" to at most 50% of the members that remain, rounded down without requirements\n";
  if (r.percent(50)) pack += "  each member gets at most one offer\n";
}

void add_council(std::string& pack, Random& r) {
  const bool first_places = r.percent(40), rounds = r.percent(60);
  pack += "\nnomination \"Council\" for " + r.pick({"a bloc", "all blocs together"}) + ", every year\n";
  pack += "  among members" + who(r) + "\n";
  if (rounds) pack += "  in two rounds \"In blocs\"\n";
  pack += keys(r);
  pack += "  offer \"Government Flag\" to " + (first_places ? "at most 50% of the first places of \"In blocs\", rounded up" : quota(r)) + " without requirements\n";
}

}  // namespace

std::string random_nominations(Random& r) {
  std::string pack = "pack \"P\"\n  version \"1\"\n  in force from 2010-01-01\n  uses vocabulary \"emulation\"\n";
  pack += "\naward \"Flag\" for " + r.pick({"a unit", "a unit", "every unit whose votes is at least 2"}) + ", every year\n";
  pack += "  require late reports is at most " + r.pick({"1", "2"}) + "\n";
  pack += "  require registered" + r.pick({"", " for 2 consecutive years"}) + "\n";
  pack += "  defer \"put off\" when targets met is below 2\n";
  pack += "\nreport \"met\" for a bloc, every year: total targets met of members\n";
  add_blocs(pack, r);
  if (r.percent(70)) add_council(pack, r);
  return pack;
}

std::vector<loaders::TextTable> random_units(Random& r, int units) {
  const auto open = [&](std::initializer_list<const char*> words) { return r.percent(10) ? std::string() : r.pick(words); };
  loaders::TextTable blocs{"bloc.csv", "bloc", {{"id", "year", "council size"}}, {1}};
  loaders::TextTable members{"unit.csv", "unit",
                             {{"id", "year", "bloc", "registered", "pledge signed", "assessment group", "votes", "late reports", "targets planned", "targets met"}}, {1}};
  const auto add = [](loaders::TextTable& table, std::vector<std::string> row) {
    table.rows.push_back(std::move(row));
    table.lines.push_back(static_cast<std::uint32_t>(table.rows.size()));
  };
  for (const auto* year : {"2023", "2024"}) {
    for (const auto* bloc : {"K", "L", "M"}) add(blocs, {bloc, year, open({"2", "3", "4"})});
    for (int i = 0; i < units; ++i)
      add(members, {"U" + std::to_string(i), year, r.pick({"K", "K", "L", "M"}), open({"yes", "yes", "no"}), open({"yes", "no"}),
                    open({"with duty assessment", "without duty assessment"}), open({"1", "2", "3"}), open({"0", "1", "2"}), "4",
                    open({"1", "2", "3", "4"})});
  }
  return {blocs, members};
}

}  // namespace tdkt::engine
