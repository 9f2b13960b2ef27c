// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "random_pack.hpp"

namespace tdkt::differential {

std::string vocabulary() {
  return R"(vocabulary "random"

entity person, individual
entity unit, collective
entity bloc
entity initiative
entity paper
entity indicator
entity award record

scale rating
  poor
  fair
  good
  excellent

scale title
  untitled
  worker
  fighter
  champion

kinds colour
  red
  green
  blue

unit of measure month, months

relation staff of unit: many person, yearly, inverse unit
relation members of bloc: many unit, yearly, never empty, inverse bloc
relation leader of bloc: one of members, yearly
relation deputy leader, deputy of bloc: one of members, yearly
relation initiatives of person: many initiative, dated, inverse author
relation papers of person: many paper, dated, inverse many writers
relation awards of person: many award record, dated, inverse recipient
relation honours of unit: many award record, dated, inverse honoured unit

fact grade mark of person: rating, yearly
fact grade mark of unit: rating, yearly
fact honour of person: title, yearly, absent means untitled
fact paint of person: colour, yearly
fact active of person: yes/no, yearly
fact listed of unit: yes/no, yearly, absent means no
fact months worked of person: number of months from 0 to 12, yearly
fact bonus points of person: number, yearly
fact planned of unit: whole number from 0 to 50, yearly
fact met of unit: whole number from 0 to planned, yearly
fact late of unit: whole number, yearly, absent means 0
fact reach of initiative: rating, once
fact pages of paper: whole number from 0 to 9, once
fact target of unit per indicator: whole number from 0 to 9, yearly
fact result of unit per indicator: number, yearly
fact award name of award record: text, once

verb achieve, achieves: honour of person, means at least
verb received: awards of person by award name, honours of unit by award name
verb are rated, is rated: grade mark of person, grade mark of unit
)";
}

namespace {

std::string rating(Random& random) { return random.pick({"poor", "fair", "good", "excellent"}); }

loaders::TextTable table(std::string heading, std::vector<std::string> header) {
  loaders::TextTable table;
  table.path = heading;
  table.heading = std::move(heading);
  table.rows.push_back(std::move(header));
  table.lines.push_back(1);
  return table;
}

void add(loaders::TextTable& table, std::vector<std::string> row) {
  table.rows.push_back(std::move(row));
  table.lines.push_back(static_cast<std::uint32_t>(table.rows.size()));
}

}  // namespace

std::vector<loaders::TextTable> random_data(Random& random) {
  const int units = random.between(2, 6);
  return random_data(random, units, random.between(4, 14));
}

std::vector<loaders::TextTable> random_data(Random& random, int units, int people) {
  const int blocs = 2 + units / 50;
  auto unit = table("unit", {"id", "bloc", "year", "grade mark", "listed", "planned", "met", "late"});
  auto bloc = table("bloc", {"id", "year", "leader", "deputy"});
  auto person = table("person", {"id", "unit", "year", "grade mark", "honour", "paint", "active", "months worked", "bonus points"});
  auto initiative = table("initiative", {"id", "author", "date", "reach"});
  auto paper = table("paper", {"id", "writers", "date", "pages"});
  auto target = table("target", {"unit", "indicator", "year", "target", "result"});
  auto award = table("award record", {"id", "recipient", "date", "award name"});
  auto honour = table("award record", {"id", "honoured unit", "date", "award name"});
  const auto day_from = [&](int first) {
    return std::to_string(random.between(first, last_year)) + "-0" + std::to_string(random.between(1, 9)) + "-15";
  };
  for (int year = first_year; year <= last_year; ++year) {
    const auto in_year = std::to_string(year);
    for (int u = 0; u < units; ++u) {
      const int planned = random.between(0, 12);
      const int b = random.percent(10) ? random.below(blocs) : u % blocs;
      add(unit, {"U" + std::to_string(u), "B" + std::to_string(b), in_year, rating(random), random.pick({"yes", "no"}),
                 std::to_string(planned), std::to_string(random.between(0, planned)), std::to_string(random.below(4))});
      for (int i = 0; i < 3; ++i)
        if (random.percent(60))
          add(target, {"U" + std::to_string(u), "I" + std::to_string(i), in_year, std::to_string(random.between(0, 9)),
                       std::to_string(random.between(0, 12)) + random.pick({"", ".5"})});
    }
    for (int b = 0; b < blocs; ++b) {
      const auto leader = [&] {
        return "U" + std::to_string(random.percent(10) ? random.below(units) : b + blocs * random.below((units - b + blocs - 1) / blocs));
      };
      add(bloc, {"B" + std::to_string(b), in_year, leader(), leader()});
    }
    for (int p = 0; p < people; ++p)
      add(person, {"P" + std::to_string(p), "U" + std::to_string((p + (random.percent(10) ? 1 : 0)) % units), in_year,
                   rating(random), random.pick({"untitled", "worker", "worker", "fighter", "champion"}),
                   random.pick({"red", "green", "blue"}), random.pick({"yes", "no"}), std::to_string(random.between(0, 12)),
                   std::to_string(random.between(-4, 20)) + random.pick({"", ".5", ".25"})});
  }
  const auto somebody = [&] { return "P" + std::to_string(random.below(people)); };
  for (int i = 0, count = random.between(1, 9) * (1 + people / 15); i < count; ++i)
    add(initiative, {"S" + std::to_string(i), somebody(), day_from(first_year), rating(random)});
  for (int i = 0, count = random.between(0, 6) * (1 + people / 15); i < count; ++i) {
    const auto date = day_from(first_year), pages = std::to_string(random.between(0, 9));
    for (int writer = 0, writers = random.between(1, 2), first = random.below(people); writer < writers; ++writer)
      add(paper, {"A" + std::to_string(i), "P" + std::to_string((first + writer) % people), date, pages});
  }
  for (int i = 0, count = random.between(0, 2 * people); i < count; ++i)
    add(award, {"R" + std::to_string(i), somebody(), day_from(first_receipt), random.pick({"Person award", "person award", "First", "Medal"})});
  for (int i = 0, count = random.between(0, 3 * units); i < count; ++i)
    add(honour, {"H" + std::to_string(i), "U" + std::to_string(random.below(units)), day_from(first_receipt),
                 random.pick({"Unit award", "Other unit award", "Giải khác", "Medal"})});
  std::vector<loaders::TextTable> tables{std::move(unit), std::move(bloc), std::move(person), std::move(initiative),
                                         std::move(paper), std::move(target), std::move(award), std::move(honour)};
  std::erase_if(tables, [](const auto& table) { return table.rows.size() < 2; });
  return tables;
}

std::vector<loaders::TextTable> with_gaps(std::vector<loaders::TextTable> tables, Random& random, int percent,
                                          bool also_absent) {
  const std::set<std::string> kept{"id", "year", "unit", "bloc", "author", "date", "writers", "recipient", "honoured unit", "indicator"}, declared{"honour", "listed", "late"};
  for (auto& table : tables)
    for (std::size_t row = 1; row < table.rows.size(); ++row)
      for (std::size_t column = 0; column < table.rows[0].size(); ++column) {
        const auto& header = table.rows[0][column];
        if (kept.count(header) || (declared.count(header) && !also_absent)) continue;
        if (random.percent(percent)) table.rows[row][column].clear();
      }
  return tables;
}

}  // namespace tdkt::differential
