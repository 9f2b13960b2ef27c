// SPDX-License-Identifier: Apache-2.0
#include "grammar/spelling.hpp"

#include <gtest/gtest.h>

namespace tdkt::grammar {
namespace {

struct Pair {
  const char* a;
  const char* b;
};

TEST(Spelling, UnitesWhatVariesWithoutAChangeOfMeaning) {
  constexpr Pair same[] = {
      {"Advanced  Laborer ", "advanced laborer"},
      {"LĐTT", "lđtt"},
      {"ĐẠT", "đạt"},
      {"hóa", "hoá"},
      {"VĂN HÓA", "văn hoá"},
      {"hòa bình", "hoà bình"},
      {"khỏe", "khoẻ"},
      {"ủy ban", "uỷ ban"},
      {"thủy lợi", "thuỷ lợi"},
      {"kỷ luật", "kỉ luật"},
      {"chiến sĩ", "chiến sỹ"},
      {"quý", "quí"},
      {"tỷ lệ", "tỉ lệ"},
      {"mỹ thuật", "mĩ thuật"},
      {"lý do", "lí do"},
      {"vỹ", "vĩ"},
      {"hy vọng", "hi vọng"},
      {"ty", "TI"},
      {"đa\u0323t", "đạt"},                        // a mark apart
      {"la\u0300m vie\u0302\u0323c", "làm việc"},  // all of it apart
      {"th\u00A0i đua", "th i đua"},
      {"thi\u3000\u2003đua", "thi đua"},
      {"thi\u200B đua\uFEFF", "thi đua"},
      {"leader’s", "leader's"},
      {"“x”", "\"x\""},
      {"\tmã\r\n", "mã"},
  };
  for (const auto& [a, b] : same) EXPECT_EQ(key_of(a), key_of(b)) << a << " | " << b;
}

TEST(Spelling, KeepsDifferentWordsApart) {
  constexpr Pair different[] = {
      {"hai", "hay"}, {"tai", "tay"},   {"dài", "dày"}, {"tui", "tuy"},   {"ủi", "ủy"},   {"dat", "đạt"},
      {"đạt", "đát"}, {"thúi", "thúy"}, {"mua", "muá"}, {"của", "cuả"},   {"ghi", "ghy"}, {"my1", "mi1"},
      {"yên", "iên"}, {"lao", "láo"},   {"a b", "ab"},  {"chiến", "chien"}};
  for (const auto& [a, b] : different) EXPECT_NE(key_of(a), key_of(b)) << a << " | " << b;
}

TEST(Spelling, TheKeyOfAKeyIsItself) {
  for (const char* text : {"", " ", "Đơn vị  Thành Viên", "KỶ LUẬT", "e\u0301 O\u031B\u0301", "\xFF\xFE bad",
                           "ỨNG HÒE thúy QUÝ", "abc-ly ly, ly)", "ΑΒΓ ß Ǆ"}) {
    const auto key = key_of(text);
    EXPECT_EQ(key_of(key), key) << text;
  }
}

TEST(Spelling, AnAsciiWordFoldsAsAWordOfOtherLettersDoes) {
  // The same text takes the short way alone and the long way beside a letter that is not ASCII.
  for (const char* text : {"Ly do", "thi ty-le (my)", "my. sy, by qy quy", "a_ly ly2 ly", "MY"})
    EXPECT_EQ(key_of(text) + " đ", key_of(std::string(text) + " Đ")) << text;
}

TEST(Spelling, BareKeysLackTheirDiacritics) {
  EXPECT_EQ(bare_key_of("Lao Động tiên tiến"), "lao dong tien tien");
  EXPECT_EQ(bare_key_of("kỷ luật"), bare_key_of("ky luat"));
  EXPECT_EQ(bare_key_of("ƯƠNG"), "uong");
}

}  // namespace
}  // namespace tdkt::grammar
