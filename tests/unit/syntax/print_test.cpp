// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "outline.hpp"
#include "syntax/print.hpp"

namespace tdkt::syntax::test {
namespace {

namespace fs = std::filesystem;

std::string printed(const Parsed& result) { return print(result.file, result.sources[0].text()); }
std::string formatted(const std::string& text) { return printed(parsed(text)); }

std::string comments(const File& file) {
  std::string all;
  for (const auto& comment : file.comments) all += comment.text + "\n";
  return all;
}

TEST(Print, KeepsTheTreeOfEveryFileOfRules) {
  std::size_t files = 0;
  for (const auto* folder : {"tests/cases/examples", "tests/unit/syntax", "rules"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(TDKT_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".tdkt") continue;
      std::ostringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      const auto before = parsed(text.str());
      if (before.diagnostics.has_errors()) continue;
      const auto once = printed(before);
      const auto after = parsed(once);
      EXPECT_TRUE(after.diagnostics.empty()) << entry.path();
      EXPECT_EQ(outline(after.file), outline(before.file)) << entry.path();
      EXPECT_EQ(comments(after.file), comments(before.file)) << entry.path();
      EXPECT_EQ(printed(after), once) << entry.path();
      ++files;
    }
  EXPECT_GE(files, 7u);
}

TEST(Print, HasOneLayout) {
  EXPECT_EQ(formatted("# first\n"
                      "pack   \"P\"     # behind\n"
                      "      VERSION \"1\"\n"
                      "\n\n"
                      "      in force   from 2024-01-01   # today\n"
                      "      # inside\n"
                      "\n"
                      "# before\n"
                      "entity a, b vi: c\n"
                      "entity long name   vi: \"d, e\", f\n"
                      "award \"A\" for a unit,\n"
                      "   every year\n"
                      "      require a) x\n"
                      "        and y      # why\n"
                      "      cites \"c\"\n"
                      "      require all of:\n"
                      "         require 1. x\n"
                      "         require y\n"
                      "      end\n"
                      "test \"t\"\n"
                      " in 2024\n"
                      " given unit\n"
                      "id\tđơn vị\n"
                      "U1\tx\n"
                      "# last\n"),
            "# first\n"
            "pack \"P\"  # behind\n"
            "  version \"1\"\n"
            "\n"
            "  in force from 2024-01-01  # today\n"
            "  # inside\n"
            "\n"
            "# before\n"
            "entity a, b       vi: c\n"
            "entity long name  vi: \"d, e\", f\n"
            "\n"
            "award \"A\" for a unit,\n"
            "    every year\n"
            "  require a) x\n"
            "      and y  # why\n"
            "    cites \"c\"\n"
            "  require all of:\n"
            "    1. x\n"
            "    require y\n"
            "  end\n"
            "\n"
            "test \"t\"\n"
            "  in 2024\n"
            "  given unit\n"
            "    | id | đơn vị |\n"
            "    | U1 | x      |\n"
            "# last\n");
}

TEST(Print, WritesTheFirstSpelling) {
  EXPECT_EQ(formatted("suy tôn \"N\" cho khối\n  lập danh sách\n"), "bình xét \"N\" cho khối\n  lập danh sách\n");
  EXPECT_EQ(formatted("ví dụ \"t\"\n  năm 2024\n  kết quả phải là x\n"),
            "ví dụ \"t\"\n  trong năm 2024\n  kết quả phải là x\n");
  EXPECT_EQ(formatted("ví dụ \"t\"\n  trong đợt \"d\"\n  kết quả phải là x\n"),
            "ví dụ \"t\"\n  trong đợt \"d\"\n  kết quả phải là x\n");
}

}  // namespace
}  // namespace tdkt::syntax::test
