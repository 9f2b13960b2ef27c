// SPDX-License-Identifier: Apache-2.0
#include "loaders/dictionary.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "loaders/sorted_texts.hpp"

namespace tdkt::loaders::test {
namespace {

using testing::ElementsAre;

std::vector<std::string> sorted(const std::vector<std::string>& texts, unsigned threads) {
  Dictionary dictionary;
  for (const std::string& text : texts) dictionary.code_of(std::string_view(text));
  std::vector<std::string> all;
  for (const SortedText& text : in_byte_order(dictionary, flawed_cell + 1, threads)) {
    all.emplace_back(dictionary.text(text.code));
    EXPECT_EQ(text.size, all.back().size());
  }
  return all;
}

// Enough for every way of sorting: many that differ early, many that differ late, prefixes of others.
TEST(SortedTexts, StandInTheOrderOfTheirBytes) {
  std::mt19937 random(1);
  std::set<std::string> texts{"a", std::string("a\0", 2), "\xC4\x90", "9", "10", std::string(200, 'p'), std::string(199, 'p')};
  for (int i = 0; i < 40000; ++i) {
    const std::string number = std::to_string(random() % 10'000'000);
    texts.insert(number);
    texts.insert("0010" + std::string(8, '7') + number);
    if (i % 2 == 0) texts.insert(std::string(70, 'p') + number);
  }
  std::vector<std::string> shuffled(texts.begin(), texts.end());
  std::shuffle(shuffled.begin(), shuffled.end(), random);
  for (const unsigned threads : {1u, 2u, 7u})
    EXPECT_EQ(sorted(shuffled, threads), std::vector<std::string>(texts.begin(), texts.end()));
}

TEST(Dictionary, BeginsWithTheTextsOfAnother) {
  Dictionary list;
  const Code seven = list.code_of(std::string_view("7")), word = list.code_of(std::string_view("seven")),
             sentence = list.code_of(std::string_view("seven is more than six"));
  Dictionary part(std::make_shared<const Dictionary>(std::move(list)));
  EXPECT_EQ(part.code_of(std::string_view("seven is more than six")), sentence);
  EXPECT_EQ(part.code_of(std::string_view("seven")), word);
  EXPECT_EQ(part.code_of(std::string_view("7")), seven);
  EXPECT_EQ(part.code_of(std::string_view("")), empty_cell);
  EXPECT_EQ(part.size(), part.known());

  Dictionary other = part;
  const Code eight = part.code_of(std::string_view("8"));
  EXPECT_EQ(eight, part.known());
  EXPECT_EQ(part.text(eight), "8");
  EXPECT_EQ(part.number(eight), 8u);
  const Code nine = other.code_of(std::string_view("9")), long_one = other.code_of(std::string_view("nine is more than eight"));
  const auto codes = part.joined(other);
  EXPECT_EQ(codes[seven], seven);
  EXPECT_EQ(part.text(codes[nine]), "9");
  EXPECT_EQ(part.text(codes[long_one]), "nine is more than eight");
  EXPECT_THAT((std::vector<Code>{codes[nine], codes[long_one]}), ElementsAre(eight + 1, eight + 2));
  EXPECT_EQ(part.find("9"), eight + 1);
  EXPECT_EQ(part.find("10"), std::nullopt);
}

}  // namespace
}  // namespace tdkt::loaders::test
