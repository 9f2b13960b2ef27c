// SPDX-License-Identifier: Apache-2.0
// The layout that all files share.
#include <gtest/gtest.h>

#include "format/wrap.hpp"
#include "worlds.hpp"

namespace tdkt::format_tests {
namespace {

constexpr const char* pack = "pack \"P\"\n  in force from 2020-01-01\n  uses vocabulary \"emulation\"\n\n";
constexpr const char* bo = "bộ quy tắc \"P\"\n  có hiệu lực từ 01/01/2020\n  dùng từ ngữ \"emulation\"\n\n";

std::string formatted(const std::string& text, Into into = Into::own) {
  const auto world = world_of("one", {{"a.tdkt", text}});
  EXPECT_FALSE(world.diagnostics.has_errors()) << said(world);
  return format_tests::formatted(world, into).at("a.tdkt");
}

// Of rules in a pack.
std::string rules(const std::string& text) {
  const auto whole = formatted(pack + text);
  EXPECT_EQ(whole.substr(0, std::string(pack).size()), pack);
  return whole.substr(std::min(whole.size(), std::string(pack).size()));
}

TEST(Layout, HasOneForm) {
  EXPECT_EQ(formatted("# first\n"
                      "vocabulary   \"w\"     # behind\n"
                      "\n\n"
                      "      # inside\n"
                      "\n"
                      "# before\n"
                      "entity unit, collective vi: đơn vị\n"
                      "entity long name   vi: \"d, e\", f\n"
                      "fact   late of unit : whole number ,yearly,absent means 0 vi: chậm\n"
                      "# last\n"),
            "# first\n"
            "vocabulary \"w\"  # behind\n"
            "\n"
            "  # inside\n"
            "\n"
            "# before\n"
            "entity unit, collective  vi: đơn vị\n"
            "entity long name         vi: \"d, e\", f\n"
            "\n"
            "fact late of unit: whole number, yearly, absent means 0  vi: chậm\n"
            "# last\n");
}

TEST(Layout, TabsBecomeBars) {
  EXPECT_EQ(rules("pledge \"x\" for a unit, every year\n require registered\n"
                  "test \"t\"\n in 2024\n given unit\nid\tregistered\nU1\tyes\nU-long\t\n expect U1 keeps \"x\"\n"),
            "pledge \"x\" for a unit, every year\n"
            "  require has registered\n\n"
            "test \"t\"\n"
            "  in 2024\n"
            "  given unit\n"
            "    | id     | registered |\n"
            "    | U1     | yes        |\n"
            "    | U-long |            |\n"
            "  expect U1 keeps \"x\"\n");
}

TEST(Layout, WordProcessorsLeaveNoTrace) {
  EXPECT_EQ(rules("award \xE2\x80\x9CX\xE2\x80\x9D for\xC2\xA0""a unit, every year\r\n  require a) late reports is 0\r\n"),
            "award \"X\" for a unit, every year\n  require a) late reports are 0\n");
  // Decomposed letters.
  EXPECT_EQ(formatted(std::string(bo) + "báo cáo \"số\" cho đơn vị, hằng na\xCC\x86m: số phiếu đồng ý\n"),
            std::string(bo) + "báo cáo \"số\" cho đơn vị, hằng năm: số phiếu đồng ý\n");
}

TEST(Layout, TheFirstSpellingIsWritten) {
  EXPECT_EQ(rules("award \"X\" for a unit, every year\n"
                  "  require a) 100% staff achieve advanced laborer\n"
                  "  require b) no more than 2 of staff have months worked of less than 6\n"
                  "  require c) votes are at least 10000\n"),
            "award \"X\" for a unit, every year\n"
            "  require a) 100% of staff achieve advanced laborer or higher\n"
            "  require b) at most 2 of staff have months worked below 6\n"
            "  require c) votes are at least 10 000\n");
  EXPECT_EQ(formatted(std::string(bo) + "khen thưởng \"X\" cho tập thể, hàng năm\n"
                                        "  yêu cầu a) toàn thể cán bộ đạt LĐTT\n"
                                        "  yêu cầu b) số phiếu đồng ý không dưới 12\n"),
            std::string(bo) + "danh hiệu \"X\" cho tập thể, hằng năm\n"
                              "  yêu cầu a) tất cả cán bộ đạt LĐTT trở lên\n"
                              "  yêu cầu b) số phiếu đồng ý từ 12 trở lên\n");
}

TEST(Layout, LongSentencesGoOnBelowThemselves) {
  EXPECT_EQ(rules("award \"X\" for a unit, every year\n"
                  "  require c) 100% of staff have a task rating of at least completed and at least 70% of staff achieve advanced laborer\n"
                  "  require \"a title that takes all of the room in this line\": late reports is 0 and votes is at least 10 and registered\n"),
            "award \"X\" for a unit, every year\n"
            "  require c) 100% of staff have a task rating of at least completed\n"
            "             and at least 70% of staff achieve advanced laborer or higher\n"
            "  require \"a title that takes all of the room in this line\":\n"
            "      late reports are 0 and votes are at least 10 and has registered\n");
}

TEST(Layout, CommentsStayBesideTheirPart) {
  const auto text = "award \"X\" for a unit, every year\n"
                    "  # above\n"
                    "  require c) late reports are 0         # no report is late\n"
                    "             # and of the council\n"
                    "             and votes are at least 10  # behind\n"
                    "    cites \"Điều 5\"  # the source\n"
                    "\n"
                    "  # at the end\n";
  EXPECT_EQ(rules(text), "award \"X\" for a unit, every year\n"
                         "  # above\n"
                         "  require c) late reports are 0  # no report is late\n"
                         "             # and of the council\n"
                         "             and votes are at least 10  # behind\n"
                         "    cites \"Điều 5\"  # the source\n"
                         "\n"
                         "  # at the end\n");
}

TEST(Layout, TitlesAndNamesChangeSides) {
  EXPECT_EQ(formatted(std::string(pack) +
                          "award \"Best unit\" for a collective, every year   vi: Đơn vị dẫn đầu\n"
                          "  cites \"Article 5\"\n"
                          "  require a) \"tasks\": task rating is at least good\n"
                          "  require b) received \"Best unit\" at least 2 times\n"
                          "\n"
                          "test \"t\"\n"
                          "  in 2024\n"
                          "  given unit\n"
                          "    | id | task rating |\n"
                          "    | U1 | excellent   |\n"
                          "  expect U1 meets a) of \"Best unit\"\n",
                      Into::other),
            std::string(bo) + "danh hiệu \"Đơn vị dẫn đầu\" cho tập thể, hằng năm  en: Best unit\n"
                              "  căn cứ \"Article 5\"\n"
                              "  yêu cầu a) \"tasks\": mức hoàn thành nhiệm vụ từ hoàn thành tốt nhiệm vụ trở lên\n"
                              "  yêu cầu b) được tặng \"Đơn vị dẫn đầu\" ít nhất 2 lần\n"
                              "\n"
                              "ví dụ \"t\"\n"
                              "  trong năm 2024\n"
                              "  giả sử đơn vị\n"
                              "    | mã | mức hoàn thành nhiệm vụ      |\n"
                              "    | U1 | hoàn thành xuất sắc nhiệm vụ |\n"
                              "  kết quả phải là U1 đạt a) của \"Đơn vị dẫn đầu\"\n");
}

TEST(Wrapping, BreaksAtTheOutermostPlaceFirst) {
  const auto anything = [](std::string_view) { return true; };
  const auto texts = [&](const std::string& marked, std::size_t room) {
    std::vector<std::string> lines;
    for (const auto& line : format::wrapped(marked, {room, room, {}, anything})) lines.push_back(line.text);
    return lines;
  };
  EXPECT_EQ(texts("a b\v3\vand (c\v7\vor d)", 40), (std::vector<std::string>{"a b and (c or d)"}));
  EXPECT_EQ(texts("a b\v3\vand (c\v7\vor d)", 14), (std::vector<std::string>{"a b", "and (c or d)"}));
  EXPECT_EQ(texts("a b\v3\vand (c\v7\vor d)", 8), (std::vector<std::string>{"a b", "and (c", "  or d)"}));
  EXPECT_EQ(texts("one two three four", 9), (std::vector<std::string>{"one two", "  three", "  four"}));
  EXPECT_EQ(texts("\"no break in quotes\" x", 9), (std::vector<std::string>{"\"no break in quotes\"", "  x"}));
}

TEST(Wrapping, NeverBeginsALineWithWhatMayNot) {
  const auto lines = format::wrapped("aaa\v3\vpart bbb\v9\vand ccc", {8, 8, {}, [](std::string_view text) {
                                       return text.rfind("part", 0) != 0;
                                     }});
  std::vector<std::string> texts;
  for (const auto& line : lines) texts.push_back(line.text);
  EXPECT_EQ(texts, (std::vector<std::string>{"aaa part", "  bbb", "and ccc"}));
}

}  // namespace
}  // namespace tdkt::format_tests
