// SPDX-License-Identifier: Apache-2.0
#include "random_pack.hpp"

namespace tdkt::differential {

namespace {

std::string rating(Random& r) { return r.pick({"poor", "fair", "good", "excellent"}); }
std::string number(Random& r) { return r.pick({"0", "1", "2", "3", "4.5", "6", "7.25", "10", "12"}); }
std::string sign(Random& r) { return r.pick({"is at least", "is at most", "is above", "is below", "is", "is not", "<", ">=", "="}); }
std::string share(Random& r) { return r.pick({"0%", "20%", "33.3%", "50%", "60%", "66.7%", "75%", "100%"}); }

std::string person_condition(Random& r, int depth);
std::string unit_condition(Random& r, int depth);

std::string person_number(Random& r, int depth) {
  if (depth > 0 && r.percent(40))
    return "(" + person_number(r, depth - 1) + r.pick({" + ", " - ", " * ", " / "}) + person_number(r, depth - 1) + ")";
  return r.pick({"months worked", "bonus points", "months worked", "5"});
}

std::string people(Random& r, int depth) {
  if (depth > 0 && r.percent(35)) return "staff who (" + person_condition(r, depth - 1) + ")";
  return "staff";
}

std::string unit_number(Random& r, int depth) {
  if (depth > 0) switch (r.below(10)) {
      case 0: return "(" + unit_number(r, depth - 1) + r.pick({" + ", " - ", " * ", " / "}) + unit_number(r, depth - 1) + ")";
      case 1: return "(the smaller of (" + unit_number(r, depth - 1) + ") and (" + unit_number(r, depth - 1) + "))";
      case 2: return "(number of " + people(r, depth) + ")";
      case 3: return "(" + r.pick({"total", "average", "highest", "lowest", "median"}) + r.pick({" months worked of ", " bonus points of "}) + people(r, depth) + ")";
      case 4: return "(share of staff who (" + person_condition(r, depth - 1) + "))";
      case 5: return "(if " + unit_condition(r, depth - 1) + " then " + unit_number(r, depth - 1) + " otherwise " + unit_number(r, depth - 1) + ")";
      case 6: return "(" + unit_number(r, depth - 1) + " rounded to " + r.pick({"0", "1", "2"}) + " decimals)";
      default: break;
    }
  return r.pick({"planned", "met", "late", "3", "total of \"Card\""});
}

std::string in_time(Random& r, const std::string& sentence) {
  switch (r.below(6)) {
    case 0: return sentence + " for 2 consecutive years";
    case 1: return sentence + " for 2 consecutive years before";
    case 2: return sentence + " in at least 2 of the last 3 years";
    case 3: return sentence + " in the previous year";
    case 4: return sentence + " in 2019";
    default: return sentence + " from 2019 to 2020";
  }
}

std::string person_leaf(Random& r, int depth) {
  switch (r.below(9)) {
    case 0: return "grade mark " + sign(r) + " " + rating(r);
    case 1: return "achieve " + r.pick({"worker", "fighter", "champion", "exactly worker"});
    case 2: return "active";
    case 3: return "paint is one of " + r.pick({"red", "red; blue", "green; blue", "red; green; blue"});
    case 4: return person_number(r, depth) + " " + sign(r) + " " + number(r);
    case 5: return "steady";
    case 6: return "any of initiatives" + r.pick({"", " in the last 2 years"}) + " has reach of at least " + rating(r);
    case 7: return "grade mark is known";
    default: return "paint is " + r.pick({"red", "green"});
  }
}

std::string person_condition(Random& r, int depth) {
  if (depth > 0) switch (r.below(6)) {
      case 0: return "(" + person_condition(r, depth - 1) + " and " + person_condition(r, depth - 1) + ")";
      case 1: return "(" + person_condition(r, depth - 1) + " or " + person_condition(r, depth - 1) + ")";
      case 2: return "not (" + person_condition(r, depth - 1) + ")";
      case 3: return "(" + in_time(r, "(" + person_condition(r, depth - 1) + ")") + ")";
      default: break;
    }
  return "(" + person_leaf(r, depth) + ")";
}

std::string how_many(Random& r) {
  switch (r.below(9)) {
    case 0: return "100% of ";
    case 1: return "all ";
    case 2: return "no ";
    case 3: return "any of ";
    case 4: return r.pick({"at least ", "more than ", "at most ", "less than ", "exactly "}) + share(r) + " of ";
    case 5: return "between " + r.pick({"10% and 50%", "20% and 40%", "0% and 100%"}) + " of ";
    default: return r.pick({"at least ", "at most ", "exactly ", "no more than "}) + r.pick({"1", "2", "3", "5"}) + " of ";
  }
}

std::string unit_condition(Random& r, int depth) {
  if (depth > 0) switch (r.below(9)) {
      case 0: return "(" + unit_condition(r, depth - 1) + " and " + unit_condition(r, depth - 1) + ")";
      case 1: return "(" + unit_condition(r, depth - 1) + " or " + unit_condition(r, depth - 1) + ")";
      case 2: return "not (" + unit_condition(r, depth - 1) + ")";
      case 3: return "(" + in_time(r, "(" + unit_condition(r, depth - 1) + ")") + ")";
      case 4:
      case 5:
      case 6: return "(" + how_many(r) + people(r, depth) + " have (" + person_condition(r, depth - 1) + "))";
      default: break;
    }
  switch (r.below(5)) {
    case 0: return "(grade mark " + sign(r) + " " + rating(r) + ")";
    case 1: return "(listed)";
    case 2: return "(busy)";
    default: return "(" + unit_number(r, depth) + " " + sign(r) + " " + unit_number(r, 0) + ")";
  }
}

std::string bloc_condition(Random& r, int depth) {
  switch (r.below(depth > 0 ? 6 : 4)) {
    case 0: return "(bloc leader rotates annually)";
    case 1: return "(leader is one of members)";
    case 2: return "(bloc leader rotates annually with no repeat within 3 years)";
    case 3: return "((grade mark of leader) is at least " + rating(r) + ")";
    case 4: return "(" + bloc_condition(r, depth - 1) + r.pick({" and ", " or "}) + bloc_condition(r, depth - 1) + ")";
    default: return "(" + how_many(r) + "members have (" + unit_condition(r, depth - 1) + "))";
  }
}

using Condition = std::string (*)(Random&, int);

void add_award(std::string& pack, Random& r, const std::string& title, const std::string& entity, Condition condition) {
  pack += "\naward \"" + title + "\" for a " + entity + ", every year\n";
  const int criteria = r.between(1, 3);
  for (int i = 1; i <= criteria; ++i) {
    const auto label = std::to_string(i) + ". ";
    if (r.percent(20)) {
      pack += "  require " + label + r.pick({"any of:", "all of:", "at least 2 of:"}) + "\n";
      for (const char* inner : {"a) ", "b) ", "c) "}) pack += "    " + std::string(inner) + condition(r, 1) + "\n";
      pack += "  end\n";
    } else {
      pack += "  require " + label + condition(r, 3);
      if (r.percent(15)) pack += " except when " + condition(r, 1);
      pack += "\n";
    }
  }
  if (r.percent(30)) pack += "  bar \"kept out\" when " + condition(r, 2) + "\n";
  if (r.percent(20)) pack += "  defer \"put off\" when " + condition(r, 1) + "\n";
}

}  // namespace

namespace {

// An item of the scorecard cannot ask for the scorecard's total.
std::string without_total(Random& r, Condition condition) {
  while (true)
    if (auto text = condition(r, 1); text.find("total of \"Card\"") == std::string::npos) return text;
}

}  // namespace

std::string random_pack(Random& r) {
  std::string pack = "pack \"Random\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"random\"\n";
  pack += "\nparameter floor of work\n  from 2000-01-01: " + number(r) + "\n  from 2020-06-01: " + number(r) + "\n";
  pack += "\ndefine steady of a person as months worked is at least (floor of work)\n";
  pack += "\ndefine busy of a unit as number of staff is above " + number(r) + "\n";
  pack += "\nscorecard \"Card\" for a unit, every year, out of 100\n";
  pack += "  part \"I\" up to " + r.pick({"20", "50", "60"}) + "\n";
  pack += "    item \"a\" up to " + r.pick({"10", "40"}) + ": " + r.pick({"40 * met / planned", "3 * met - late", "20 - 2 * late"}) + "\n";
  pack += "    item \"b\" up to 15 all or nothing: " + without_total(r, unit_condition) + "\n";
  pack += "  part \"II\" up to 40\n";
  pack += "    item \"c\" up to 40: 40 * share of staff who " + person_condition(r, 1) + "\n";
  if (r.percent(50)) pack += "  bonus \"d\" up to 10: 2 * number of staff who " + person_condition(r, 1) + "\n";
  if (r.percent(50)) pack += "  penalty \"e\": 5 * late\n";
  add_award(pack, r, "Person award", "person", person_condition);
  add_award(pack, r, "Unit award", "unit", unit_condition);
  add_award(pack, r, "Other unit award", "unit", unit_condition);
  add_award(pack, r, "Bloc award", "bloc", bloc_condition);
  pack += "\naward \"Chained award\" for a unit, every year\n  require 1. is eligible for \"Unit award\"\n  require 2. " +
          unit_condition(r, 1) + "\n";
  return pack;
}

}  // namespace tdkt::differential
