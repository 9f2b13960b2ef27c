// SPDX-License-Identifier: Apache-2.0
#include "pack_text.hpp"

#include <array>
#include <string_view>

namespace tdkt::bench {

namespace {

// `@` stands for a number that differs from criterion to criterion, `~` for the end of a value that a
// slip of the author spoils.
constexpr std::array<std::string_view, 10> shapes = {
    "at least 0.@% of staff achieve advanced laborer~",
    "task rating is goo~d and number of staff is at least @",
    "100% of staff with months worked of at least 0.@ have a task rating of at least complete~d",
    "at least @ of staff achieve grassroots emulation fighter~ or at least 3 of staff achieve provincial emulation fighter",
    "share of staff who achieve advanced laborer~ is above 0.@%",
    "no more than @ of staff have discipline of at least warnin~g in the previous year",
    "average months worked of staff is at least 0.@ and task rating is not not complete~d",
    "number of initiatives of staff whose level is at least provincia~l is at least @",
    "not (any of staff has discipline of at least reprim~and) or number of staff is below @",
    "at least 0.@% of staff achieve advanced laborer~ for 3 consecutive years",
};

std::string sentence(std::size_t number, bool slip) {
  std::string text;
  for (const char letter : shapes[number % shapes.size()]) {
    if (letter == '@') text += std::to_string(number + 1);
    else if (letter != '~') text += letter;
    else if (slip) text += 'x';
  }
  return text;
}

}  // namespace

std::string pack_text(std::size_t criteria, Slip slip) {
  std::string text =
      "pack \"Measured\"\n  version \"1\"\n  in force from 2020-01-01\n  uses vocabulary \"emulation\"\n";
  for (std::size_t i = 0; i < criteria; ++i) {
    const auto place = i % shapes.size();
    if (place == 0) text += "\naward \"Award " + std::to_string(i / shapes.size()) + "\" for a unit, every year\n";
    const bool spoilt = slip == Slip::everywhere || (slip == Slip::one && i == criteria / 2);
    text += "  require " + std::string(1, static_cast<char>('a' + place)) + ") " + sentence(i, spoilt) + '\n';
  }
  return text;
}

}  // namespace tdkt::bench
