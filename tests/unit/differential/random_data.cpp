// SPDX-License-Identifier: Apache-2.0
#include "random_pack.hpp"

namespace tdkt::differential {

std::string vocabulary() {
  return R"(vocabulary "random"

entity person, individual
entity unit, collective
entity bloc
entity initiative

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
relation initiatives of person: many initiative, dated, inverse author

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

verb achieve, achieves: honour of person, means at least
verb are rated, is rated: grade mark of person, grade mark of unit
)";
}

namespace {

class Table {
 public:
  Table(std::string heading, std::vector<std::string> header, Random& random, int missing)
      : random_(random), missing_(missing) {
    table_.heading = std::move(heading);
    table_.path = "random";
    add(std::move(header));
  }
  void add(std::vector<std::string> row) {
    table_.rows.push_back(std::move(row));
    table_.lines.push_back(static_cast<std::uint32_t>(table_.rows.size()));
  }
  std::string maybe(std::string value) { return random_.percent(missing_) ? "" : value; }
  loaders::TextTable take() { return std::move(table_); }

 private:
  loaders::TextTable table_;
  Random& random_;
  int missing_;
};

std::string rating(Random& random) { return random.pick({"poor", "fair", "good", "excellent"}); }

}  // namespace

std::vector<loaders::TextTable> random_data(Random& random, int missing) {
  const int blocs = 2, units = random.between(2, 6), people = random.between(4, 18);
  Table unit("unit", {"id", "bloc", "year", "grade mark", "listed", "planned", "met", "late"}, random, missing);
  Table bloc("bloc", {"id", "year", "leader"}, random, missing);
  Table person("person", {"id", "unit", "year", "grade mark", "honour", "paint", "active", "months worked", "bonus points"},
               random, missing);
  Table initiative("initiative", {"id", "author", "date", "reach"}, random, missing);
  for (int year = first_year; year <= last_year; ++year) {
    const auto in_year = std::to_string(year);
    for (int u = 0; u < units; ++u) {
      const int planned = random.between(1, 20);
      // A met target above an unknown plan is still within the plan's own bounds.
      unit.add({"U" + std::to_string(u), "B" + std::to_string(u % blocs), in_year, unit.maybe(rating(random)),
                unit.maybe(random.pick({"yes", "no"})), unit.maybe(std::to_string(planned)),
                unit.maybe(std::to_string(random.between(0, planned))), unit.maybe(std::to_string(random.below(4)))});
    }
    for (int b = 0; b < blocs; ++b) {
      const int leader = b + blocs * random.below((units - b + blocs - 1) / blocs);
      bloc.add({"B" + std::to_string(b), in_year, bloc.maybe("U" + std::to_string(leader))});
    }
    for (int p = 0; p < people; ++p)
      person.add({"P" + std::to_string(p), "U" + std::to_string((p + (random.percent(10) ? 1 : 0)) % units), in_year,
                  person.maybe(rating(random)), person.maybe(random.pick({"worker", "worker", "fighter", "champion"})),
                  person.maybe(random.pick({"red", "green", "blue"})), person.maybe(random.pick({"yes", "no"})),
                  person.maybe(std::to_string(random.between(0, 12))),
                  person.maybe(std::to_string(random.between(-4, 20)) + random.pick({"", ".5", ".25"}))});
  }
  for (int i = 0, count = random.below(10); i < count; ++i)
    initiative.add({"S" + std::to_string(i), "P" + std::to_string(random.below(people)),
                    std::to_string(random.between(first_year, last_year)) + "-0" + std::to_string(random.between(1, 9)) + "-15",
                    initiative.maybe(rating(random))});
  std::vector<loaders::TextTable> tables;
  tables.push_back(unit.take());
  tables.push_back(bloc.take());
  tables.push_back(person.take());
  tables.push_back(initiative.take());
  return tables;
}

}  // namespace tdkt::differential
