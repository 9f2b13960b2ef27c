// SPDX-License-Identifier: Apache-2.0
// Input that nobody wrote by hand: a message, no crash, and no time that grows faster than the text.
#include <gtest/gtest.h>

#include <set>

#include "outline.hpp"

namespace tdkt::syntax::test {
namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

const std::string award = "award \"A\" for a unit\n  require ";

std::multiset<std::string> codes(const std::string& text) {
  std::multiset<std::string> all;
  const auto result = parsed(text);
  for (const auto& diagnostic : result.diagnostics.all())
    all.emplace(diagnostics::text_of(diagnostic.kind).code);
  return all;
}
using Codes = std::multiset<std::string>;

TEST(Hostile, DepthHasALimit) {
  EXPECT_EQ(codes(award + times(100'000, "(")), Codes{"E0115"});
  EXPECT_EQ(codes(award + times(100'000, "(x\n    ")), Codes{"E0115"});
  EXPECT_EQ(codes(award + "all of:\n" + times(100'000, "    all of:\n")), Codes{"E0116"});
  std::string parts = "scorecard \"S\" for a unit\n";
  for (std::size_t i = 1; i < 300; ++i) parts += times(i, " ") + "part \"p\" up to 5\n";
  EXPECT_EQ(codes(parts), Codes{"E0116"});
  EXPECT_EQ(codes(award + times(60, "(") + "x" + times(60, ")")), Codes{});
}

TEST(Hostile, TextsThatCannotBeRead) {
  EXPECT_EQ(codes(std::string("pack \"P\"\n\0\1\2", 12)), Codes{"E0102"});
  EXPECT_EQ(codes("pack \"P\xFF\"\n"), Codes{"E0101"});
  EXPECT_EQ(codes(award + times(1'100'000, "x")), Codes{"E0103"});
  EXPECT_EQ(codes(times(10'000'000, "(")), Codes{"E0103"});
  EXPECT_EQ(codes(""), Codes{});
  EXPECT_EQ(codes("\n\n   \n# nothing"), Codes{});
}

TEST(Hostile, LongThings) {
  EXPECT_EQ(codes(award + times(400'000, "a ")), Codes{"E0117"});
  EXPECT_EQ(codes(award + times(900'000, "a")), Codes{});
  EXPECT_EQ(codes(award + times(1'001, "\"")), Codes{"E0113"});
  EXPECT_EQ(codes(award + "x" + times(200'000, "\n") + "  require y\n"), Codes{});
  EXPECT_EQ(codes(award + "x\n" + times(100'000, "# c\n") + "  require y\n"), Codes{});
  EXPECT_EQ(codes(times(100'000, "(\n")), Codes{"E0107"});
}

TEST(Hostile, AnErrorOnEachLine) {
  EXPECT_EQ(codes(award + "x\n" + times(3'000, "  requir y\n")).size(), 3'000u);
  EXPECT_EQ(codes(award + "x\n" + times(3'000, "  require (y\n")).size(), 3'000u);
  EXPECT_EQ(codes(award + "x\n" + times(3'000, "  require \"y\n")).size(), 3'000u);
  EXPECT_EQ(codes(award + "x\n" + times(3'000, "  require any of:\n    a) y\n")).size(), 3'000u);
  EXPECT_EQ(codes(times(3'000, "awrd \"A\" for a unit\n")).size(), 3'000u);
}

}  // namespace
}  // namespace tdkt::syntax::test
