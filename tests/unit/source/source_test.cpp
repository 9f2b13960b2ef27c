// SPDX-License-Identifier: Apache-2.0
#include "source/source.hpp"

#include <gtest/gtest.h>

namespace tdkt::source {
namespace {

std::string text_of(std::string bytes) { return std::string(Source("f", std::move(bytes)).text()); }

TEST(Source, TextIsNormalised) {
  EXPECT_EQ(text_of("\xEF\xBB\xBFpack \"x\"\r\n  version\rend\n"), "pack \"x\"\n  version\nend\n");
  EXPECT_EQ(text_of("đa\u0323t“LĐTT”\u00A0leader’s"), "đạt\"LĐTT\" leader's");
  EXPECT_EQ(text_of("a\u200Bb\u00ADc"), "abc");
  EXPECT_EQ(text_of("e\u200B\u0301"), "é");  // what stands between is gone before they are composed
  EXPECT_EQ(text_of(""), "");
}

TEST(Source, LinesAreThoseOfTheText) {
  const Source source("f", "một\r\nhai\r\n\r\nba");
  EXPECT_EQ(source.lines(), 4u);
  EXPECT_EQ(source.line(2), "hai");
  EXPECT_EQ(source.line(3), "");
  EXPECT_EQ(source.line(4), "ba");
  EXPECT_EQ(source.line(5), "");
  EXPECT_EQ(source.line_start(2), source.text().find("hai"));
}

TEST(Source, PlacesAreOfTheOriginal) {
  // Composed and decomposed text, with signs of other lengths before it: the same place to a person.
  for (const char* bytes : {"x\n“đạt” lao động Q", "x\r\n“đa\u0323t” lao đo\u0323\u0302ng Q",
                            "\xEF\xBB\xBFx\n\"đa\u0323t\" lao đô\u0323ng Q"}) {
    const Source source("f", bytes);
    const auto at = static_cast<std::uint32_t>(source.text().find('Q'));
    EXPECT_EQ(source.position(at), (Position{2, 16})) << bytes;
    EXPECT_EQ(source.original()[source.original_offset(at)], 'Q') << bytes;
    EXPECT_EQ(source.position(0), (Position{1, 1})) << bytes;
  }
}

TEST(Source, EveryPlaceOfALongMixedTextMapsBack) {
  // Marks with which each stretch begins must be found again at the offset that the map gives.
  std::string bytes;
  for (int i = 0; i < 500; ++i) {
    bytes += "@" + std::to_string(i) + " ";
    if (i % 2) bytes += "“ho\u0300a”\u00A0";
    if (i % 3 == 0) bytes += "\r\n";
    if (i % 5 == 0) bytes += "vie\u0302\u0323c\u200B";
    if (i % 7 == 0) bytes += "\u1EC7\u2019";
  }
  const Source source("f", bytes);
  std::uint32_t found = 0;
  for (auto at = source.text().find('@'); at != std::string_view::npos; at = source.text().find('@', at + 1)) {
    const auto offset = static_cast<std::uint32_t>(at);
    const auto length = source.text().find(' ', at) - at;
    EXPECT_EQ(bytes.substr(source.original_offset(offset), length), source.text().substr(at, length));
    ++found;
  }
  EXPECT_EQ(found, 500u);
}

TEST(Source, ColumnsCountWhatAPersonSees) {
  const Source emoji("f", "👨‍👩‍👧🇻🇳한x");
  EXPECT_EQ(emoji.position(static_cast<std::uint32_t>(emoji.text().find('x'))).column, 4u);
  // Far into a long line, where columns are noted on the way.
  std::string line;
  for (int i = 0; i < 20'000; ++i) line += "đạ";
  const Source source("f", line + "x");
  EXPECT_EQ(source.position(static_cast<std::uint32_t>(source.text().size() - 1)).column, 40'001u);
  EXPECT_EQ(source.position(2 + 3).column, 3u);
}

TEST(Source, FlawsSayWhereReadingEnded) {
  struct Flawed {
    std::string bytes;
    Flaw flaw;
    std::string readable;
  };
  const Flawed cases[] = {
      {"good \xC3\x28", Flaw::not_utf8, "good "},
      {std::string("PK\x03\x04\0\0", 6), Flaw::binary, "PK\x03\x04"},
      {std::string("\xFF\xFEp\0a\0", 6), Flaw::binary, ""},
      {"overlong \xC0\xAF", Flaw::not_utf8, "overlong "},
      {"surrogate \xED\xA0\x80", Flaw::not_utf8, "surrogate "},
      {"cut \xE1\xBA", Flaw::not_utf8, "cut "},
      {std::string(Source::longest_file + 1, 'x'), Flaw::too_large, ""},
      {"a\n" + std::string(Source::longest_line + 1, '('), Flaw::line_too_long,
       "a\n" + std::string(Source::longest_line, '(')},
      {std::string(Source::longest_line, '('), Flaw::none, std::string(Source::longest_line, '(')},
  };
  for (const auto& [bytes, flaw, readable] : cases) {
    const Source source("f", bytes);
    EXPECT_EQ(source.flaw(), flaw) << bytes.substr(0, 20);
    EXPECT_EQ(source.text().size(), readable.size()) << bytes.substr(0, 20);
    EXPECT_TRUE(source.text() == readable);
    EXPECT_EQ(source.flaw_at(), readable.size());
    source.position(source.flaw_at());
  }
}

TEST(Source, WidthIsThatOfATerminal) {
  EXPECT_EQ(columns_wide("đạt"), 3u);
  EXPECT_EQ(columns_wide("đa\u0323t"), 3u);
  EXPECT_EQ(columns_wide("漢字"), 4u);
  EXPECT_EQ(columns_wide("a\u200Bb"), 2u);
}

TEST(Sources, NumbersFilesInTheOrderTheyCome) {
  Sources sources;
  EXPECT_EQ(sources.add(Source("a", "x")), 0u);
  EXPECT_EQ(sources.add(Source("b", "y")), 1u);
  EXPECT_EQ(sources[1].path(), "b");
  EXPECT_EQ(sources.size(), 2u);
}

}  // namespace
}  // namespace tdkt::source
