// SPDX-License-Identifier: Apache-2.0
#include "grammar/spoken.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "grammar/spelling.hpp"

namespace tdkt::grammar {

namespace {

template <std::size_t Size>
std::optional<int> place_in(const std::array<const char*, Size>& list, const std::string& word) {
  for (std::size_t i = 0; i < Size; ++i)
    if (key_of(list[i]) == word) return static_cast<int>(i);
  return std::nullopt;
}

// `seventy-five` as two words; the number of the sentence's words that the first `pieces` came from.
struct Pieces {
  std::vector<std::string> words;
  std::vector<std::size_t> from;
};

Pieces pieces_of(std::span<const std::string> words) {
  constexpr std::size_t longest = 8;
  Pieces pieces;
  for (std::size_t i = 0; i < words.size() && i < longest; ++i)
    for (std::size_t begin = 0; begin <= words[i].size();) {
      const auto end = std::min(words[i].find('-', begin), words[i].size());
      pieces.words.push_back(words[i].substr(begin, end - begin));
      pieces.from.push_back(i + 1);
      begin = end + 1;
    }
  return pieces;
}

struct Whole {
  std::size_t end;
  int value;
};

class Speech {
 public:
  explicit Speech(const std::vector<std::string>& words) : words_(words) {}
  virtual ~Speech() = default;

  // Below a thousand.
  virtual std::optional<Whole> whole(std::size_t at) const = 0;
  // `thirds` behind a number: the end and what it is divided by.
  virtual std::optional<Whole> divisor(std::size_t at) const = 0;
  virtual std::size_t percent(std::size_t at) const = 0;  // its end, `at` where it does not stand

 protected:
  bool is(std::size_t at, const char* word) const { return at < words_.size() && words_[at] == key_of(word); }
  template <std::size_t Size>
  std::optional<int> one_of(const std::array<const char*, Size>& list, std::size_t at) const {
    return at < words_.size() ? place_in(list, words_[at]) : std::nullopt;
  }
  const std::vector<std::string>& words_;
};

class English : public Speech {
 public:
  using Speech::Speech;

  std::optional<Whole> whole(std::size_t at) const override {
    if (const auto hundreds = is(at, "a") ? std::optional(1) : one_of(ones, at); hundreds && is(at + 1, "hundred")) {
      const auto rest = below_hundred(is(at + 2, "and") ? at + 3 : at + 2);
      return rest ? Whole{rest->end, *hundreds * 100 + rest->value} : Whole{at + 2, *hundreds * 100};
    }
    return below_hundred(at);
  }
  std::optional<Whole> divisor(std::size_t at) const override {
    static constexpr std::array several{"", "", "halves", "thirds", "quarters", "fifths"}, one{"", "", "half", "third", "quarter", "fifth"};
    for (const auto& names : {several, one})
      if (const auto part = one_of(names, at); part && *part > 0) return Whole{at + 1, *part};
    return std::nullopt;
  }
  std::size_t percent(std::size_t at) const override {
    if (is(at, "percent") || is(at, "percents") || is(at, "pct")) return at + 1;
    return is(at, "per") && is(at + 1, "cent") ? at + 2 : at;
  }

 private:
  static constexpr std::array ones{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                   "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  static constexpr std::array tens{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

  std::optional<Whole> below_hundred(std::size_t at) const {
    if (const auto value = one_of(ones, at)) return Whole{at + 1, *value};
    const auto ten = one_of(tens, at);
    if (!ten || *ten == 0) return std::nullopt;
    const auto one = one_of(ones, at + 1);
    return one && *one > 0 && *one < 10 ? Whole{at + 2, *ten * 10 + *one} : Whole{at + 1, *ten * 10};
  }
};

class Vietnamese : public Speech {
 public:
  using Speech::Speech;

  std::optional<Whole> whole(std::size_t at) const override {
    if (const auto hundreds = one_of(ones, at); hundreds && *hundreds > 0 && is(at + 1, "trăm")) {
      if (is(at + 2, "linh") || is(at + 2, "lẻ"))
        if (const auto one = one_of(ones, at + 3)) return Whole{at + 4, *hundreds * 100 + *one};
      const auto rest = below_hundred(at + 2);
      return rest && rest->value >= 10 ? Whole{rest->end, *hundreds * 100 + rest->value} : Whole{at + 2, *hundreds * 100};
    }
    return below_hundred(at);
  }
  std::optional<Whole> divisor(std::size_t at) const override {
    if (!is(at, "phần")) return std::nullopt;
    const auto by = is(at + 1, "tư") ? std::optional(Whole{at + 2, 4}) : below_hundred(at + 1);
    return by && by->value > 1 ? by : std::nullopt;
  }
  std::size_t percent(std::size_t at) const override { return is(at, "phần") && is(at + 1, "trăm") ? at + 2 : at; }

 private:
  static constexpr std::array ones{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};

  std::optional<int> behind_ten(std::size_t at) const {
    if (is(at, "mốt")) return 1;
    if (is(at, "tư")) return 4;
    if (is(at, "lăm") || is(at, "nhăm")) return 5;
    const auto one = one_of(ones, at);
    return one && *one > 0 && *one != 5 ? one : std::nullopt;  // `mười năm` is ten years
  }
  std::optional<Whole> below_hundred(std::size_t at) const {
    if (is(at, "mười")) {
      const auto one = behind_ten(at + 1);
      return one ? Whole{at + 2, 10 + *one} : Whole{at + 1, 10};
    }
    const auto ten = one_of(ones, at);
    if (!ten || *ten == 0) return std::nullopt;
    if (*ten > 1 && is(at + 1, "mươi")) {
      const auto one = behind_ten(at + 2);
      return one ? Whole{at + 3, *ten * 10 + *one} : Whole{at + 2, *ten * 10};
    }
    // `năm` alone is a year.
    if (*ten == 5 && !is(at + 1, "phần") && !is(at + 1, "trăm")) return std::nullopt;
    return Whole{at + 1, *ten};
  }
};

std::optional<Spoken> number(const Speech& speech, const Pieces& pieces) {
  const auto whole = speech.whole(0);
  if (!whole) return std::nullopt;
  auto end = whole->end;
  auto figures = std::to_string(whole->value);
  if (const auto percent = speech.percent(end); percent > end) {
    end = percent;
    figures += '%';
  } else if (const auto divisor = speech.divisor(end)) {
    end = divisor->end;
    figures = '(' + figures + '/' + std::to_string(divisor->value) + ')';
  }
  // A word is taken as a whole or not at all.
  if (end < pieces.from.size() && pieces.from[end] == pieces.from[end - 1]) return std::nullopt;
  return Spoken{pieces.from[end - 1], std::move(figures)};
}

bool is_number(const std::string& word, std::size_t least, std::size_t most) {
  return word.size() >= least && word.size() <= most && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string two_digits(const std::string& number) { return number.size() == 1 ? '0' + number : number; }

}  // namespace

std::optional<Spoken> spoken_number(std::span<const std::string> words, Language language) {
  const auto pieces = pieces_of(words);
  if (language == Language::english) return number(English(pieces.words), pieces);
  return number(Vietnamese(pieces.words), pieces);
}

std::optional<Spoken> spoken_day(std::span<const std::string> words, Language language) {
  static constexpr std::array months{"",     "january", "february",  "march",   "april",    "may",     "june",
                                     "july", "august",  "september", "october", "november", "december"};
  const auto written = [&](const std::string& day, const std::string& month, const std::string& year) {
    return language == Language::english ? year + '-' + two_digits(month) + '-' + two_digits(day)
                                         : two_digits(day) + '/' + two_digits(month) + '/' + year;
  };
  const auto is_day = [&](std::size_t at) { return at < words.size() && is_number(words[at], 1, 2); };
  const auto is_year = [&](std::size_t at) { return at < words.size() && is_number(words[at], 4, 4); };
  const auto is = [&](std::size_t at, const char* word) { return at < words.size() && words[at] == key_of(word); };
  // 2024/12/31
  if (is_year(0) && is(1, "/") && is_day(2) && is(3, "/") && is_day(4)) return Spoken{5, written(words[4], words[2], words[0])};
  if (language == Language::vietnamese) {
    if (is_day(0) && is(1, "tháng") && is_day(2) && is(3, "năm") && is_year(4)) return Spoken{5, written(words[0], words[2], words[4])};
    return std::nullopt;
  }
  const auto month = [&](std::size_t at) { return at < words.size() ? place_in(months, words[at]) : std::nullopt; };
  if (is_day(0))
    if (const auto named = month(1); named && is_year(2)) return Spoken{3, written(words[0], std::to_string(*named), words[2])};
  if (const auto named = month(0); named && is_day(1))
    if (const std::size_t year = is(2, ",") ? 3 : 2; is_year(year)) return Spoken{year + 1, written(words[1], std::to_string(*named), words[year])};
  return std::nullopt;
}

}  // namespace tdkt::grammar
