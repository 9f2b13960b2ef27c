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

// Of persons or of units, by the award that they may have received.
std::string in_time(Random& r, const std::string& sentence, const std::string& award) {
  switch (r.below(10)) {
    case 6: return sentence + " in every year since receiving \"" + award + "\"";
    case 7: return sentence + " in the " + r.pick({"1 years", "2 years", "3 years"}) + " after receiving \"" + award + "\"";
    case 8: return sentence + " in at least 1 of the 2 years after receiving \"" + award + "\"";
    case 9: return r.pick({"within the last 3 years: (", "within the last 2 years: ("}) + sentence + " in every year)";
    case 0: return sentence + " for 2 consecutive years";
    case 1: return sentence + " for 2 consecutive years before";
    case 2: return sentence + " in at least 2 of the last 3 years";
    case 3: return sentence + " in the previous year";
    case 4: return sentence + r.pick({" in 2019", " in 2018", " in 2017"});
    default: return sentence + " from 2019 to 2020";
  }
}

std::string person_award(Random& r) { return r.pick({"Person award", "Person award", "First", "Medal"}); }
std::string unit_award(Random& r) { return r.pick({"Unit award", "Unit award", "Other unit award", "Giải khác"}); }

std::string received(Random& r, const std::string& award) {
  std::string sentence = "received \"" + award + "\"";
  const bool defined = award != "Medal";
  if (defined && r.percent(30)) return sentence + r.pick({" 2", " 3"}) + " consecutive times";
  if (r.percent(40)) return sentence + r.pick({"", " in the last 2 years"});
  sentence += r.pick({" at least 2 times", " exactly 1 times", " at most 1 times", " less than 3 times"});
  return sentence + r.pick({"", " in the last 2 years"});
}

std::string person_leaf(Random& r, int depth) {
  switch (r.below(13)) {
    case 9:
    case 10: return received(r, person_award(r));
    case 11: return "any of initiatives since receiving \"" + person_award(r) + "\" has reach of at least " + rating(r);
    case 12: return "number of " + r.pick({"initiatives", "papers"}) + " since receiving \"" + person_award(r) + "\" " + sign(r) + " " + r.pick({"0", "1", "2"});
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
      case 3: return "(" + in_time(r, "(" + person_condition(r, depth - 1) + ")", person_award(r)) + ")";
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

std::string of_indicators(Random& r) {
  const auto condition = r.pick({"result of at least target", "a target of at least 5", "result of at most 6", "(result < target or target is 0)"});
  switch (r.below(6)) {
    case 0: return "every indicator has " + condition;
    case 1: return "every indicator has " + condition + " or when there are none";
    case 2: return how_many(r) + "indicators have " + condition;
    case 3: return "number of indicators " + sign(r) + " " + r.pick({"1", "2", "3"});
    case 4: return r.pick({"total", "average", "highest", "lowest", "median"}) + r.pick({" target", " result"}) + " over indicators " + sign(r) + " " + number(r);
    default: return r.pick({"target", "result"}) + " for \"" + r.pick({"I0", "I1", "I2"}) + "\" " + sign(r) + " " + number(r);
  }
}

// Windows within one another, each from its own receipt.
std::string documents_of_staff(Random& r, int depth) {
  const bool nested = r.percent(40);
  return r.pick({"number of initiatives of ", "number of papers of "}) +
         (nested ? "staff who (number of initiatives since receiving \"" + person_award(r) + "\" is " + r.pick({"0", "at least 1"}) + ")" : people(r, depth)) +
         (nested || r.percent(60) ? " since receiving \"" + unit_award(r) + "\" " : " ") + sign(r) + " " + r.pick({"0", "1", "2"});
}

std::string unit_condition(Random& r, int depth) {
  if (depth > 0) switch (r.below(9)) {
      case 0: return "(" + unit_condition(r, depth - 1) + " and " + unit_condition(r, depth - 1) + ")";
      case 1: return "(" + unit_condition(r, depth - 1) + " or " + unit_condition(r, depth - 1) + ")";
      case 2: return "not (" + unit_condition(r, depth - 1) + ")";
      case 3: return "(" + in_time(r, "(" + unit_condition(r, depth - 1) + ")", unit_award(r)) + ")";
      case 4:
      case 5:
      case 6: return "(" + how_many(r) + people(r, depth) + " have (" + person_condition(r, depth - 1) + "))";
      default: break;
    }
  switch (r.below(9)) {
    case 8: return "(" + documents_of_staff(r, depth) + ")";
    case 0: return "(grade mark " + sign(r) + " " + rating(r) + ")";
    case 1: return "(listed)";
    case 2: return "(busy)";
    case 3: return "(" + received(r, unit_award(r)) + ")";
    case 4:
    case 5: return "(" + of_indicators(r) + ")";
    default: return "(" + unit_number(r, depth) + " " + sign(r) + " " + unit_number(r, 0) + ")";
  }
}

std::string bloc_condition(Random& r, int depth) {
  switch (r.below(depth > 0 ? 9 : 7)) {
    case 0: return "(bloc leader rotates annually)";
    case 1: return "(leader is one of members)";
    case 2: return "(bloc leader rotates annually with no repeat within " + r.pick({"1", "2", "3", "4"}) + " years)";
    case 4: return "(bloc leader rotates annually until every member has led)";
    case 5: return "(bloc leader rotates annually until every member has led, from " + r.pick({"2018", "2019", "2020"}) + ")";
    case 6: return "(the deputy becomes leader)";
    case 7: return "(" + bloc_condition(r, depth - 1) + r.pick({" and ", " or "}) + bloc_condition(r, depth - 1) + ")";
    case 3: return "((grade mark of leader) is at least " + rating(r) + ")";
    default: return "(" + how_many(r) + "members have (" + unit_condition(r, depth - 1) + "))";
  }
}

// What follows `whose`.
std::string scope(Random& r, const std::string& entity) {
  if (entity == "bloc") return "leader is one of members";
  return "grade mark " + r.pick({"is at least ", "is not "}) + rating(r);
}

using Condition = std::string (*)(Random&, int);

void add_award(std::string& pack, Random& r, const std::string& title, const std::string& entity, Condition condition,
               const std::string& translation = "") {
  const bool of_some = r.percent(20);
  pack += "\naward \"" + title + "\" for " + (of_some ? "every " : "a ") + entity + (of_some ? " whose " + scope(r, entity) : "") + ", every year" + translation + "\n";
  const int criteria = r.between(1, 3);
  for (int i = 1; i <= criteria; ++i) {
    const auto label = std::to_string(i) + ". ";
    if (r.percent(20)) {
      pack += "  require " + label + r.pick({"any of:", "all of:", "at least 2 of:"}) + "\n";
      for (const char* inner : {"a) ", "b) "}) pack += "    " + std::string(inner) + condition(r, 1) + "\n";
      if (r.percent(40)) {
        pack += "    c) " + r.pick({"any of:", "all of:"}) + "\n";
        for (const char* inner : {"- ", "- "}) pack += "      " + std::string(inner) + condition(r, 1) + "\n";
        pack += "    end\n";
      } else {
        pack += "    c) " + condition(r, 1) + "\n";
      }
      pack += "  end\n";
    } else {
      pack += "  require " + label + condition(r, 3);
      if (r.percent(15)) pack += " except when " + condition(r, 1);
      pack += "\n";
    }
  }
  for (int bars = r.percent(30) + r.percent(15); bars > 0; --bars) pack += "  bar \"kept out " + std::to_string(bars) + "\" when " + condition(r, 2) + "\n";
  for (int defers = r.percent(20) + r.percent(10); defers > 0; --defers) pack += "  defer \"put off " + std::to_string(defers) + "\" when " + condition(r, 1) + "\n";
}

}  // namespace

namespace {

std::string documents(Random& r) {
  return r.pick({"1 ", "1 ", "2 ", "at least 2 "}) +
         r.pick({"initiatives", "initiatives with reach of at least fair", "initiatives with reach of at least good", "initiatives in the last 2 years",
                 "papers", "papers with pages of at least 4", "papers in the last 3 years"}) +
         " not used for another award";
}

void add_spending_award(std::string& pack, Random& r, const std::string& title) {
  pack += "\naward \"" + title + "\" for a person, every year\n";
  if (r.percent(25)) {
    pack += "  require 1. " + r.pick({"any of:", "all of:"}) + "\n    a) " + documents(r) + "\n    b) " +
            (r.percent(40) ? documents(r) : r.pick({"active", "steady"})) + "\n  end\n";
  } else {
    pack += "  require 1. " + documents(r) + "\n";
  }
  if (r.percent(30)) pack += "  require 2. " + documents(r) + "\n";
  if (r.percent(60)) pack += "  require 3. " + person_condition(r, 1) + (r.percent(20) ? " except when active" : "") + "\n";
  if (r.percent(15)) pack += "  bar \"kept out\" when " + person_condition(r, 1) + "\n";
  if (r.percent(15)) pack += "  defer \"put off\" when " + person_condition(r, 1) + "\n";
}

// An item of the scorecard cannot ask for the scorecard's total.
std::string without_total(Random& r, Condition condition) {
  while (true)
    if (auto text = condition(r, 1); text.find("total of \"Card\"") == std::string::npos) return text;
}

}  // namespace

std::string random_pack(Random& r) {
  std::string pack = "pack \"Random\"\n  version \"1\"\n  in force from 2000-01-01\n  uses vocabulary \"random\"\n";
  pack += "  order of awards \"First\"; \"Second\"; \"Third\"\n";
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
  add_award(pack, r, "Other unit award", "unit", unit_condition, "  vi: Giải khác");
  for (const auto* title : {"First", "Second", "Third"}) add_spending_award(pack, r, title);
  add_award(pack, r, "Bloc award", "bloc", bloc_condition);
  pack += "\naward \"Chained award\" for a unit, every year\n  require 1. is eligible for \"Unit award\"" + r.pick({"", " in the previous year"}) + "\n  require 2. " +
          unit_condition(r, 1) + "\n";
  return pack;
}

}  // namespace tdkt::differential
