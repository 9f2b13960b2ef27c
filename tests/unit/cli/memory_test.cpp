// SPDX-License-Identifier: Apache-2.0
// Records that are larger than the memory are told so ("E0915") and not a crash.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/app.hpp"

namespace tdkt::cli {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_can_be_bounded = false;  // sanitizers reserve more than any bound
#else
constexpr bool memory_can_be_bounded = true;
#endif

TEST(Memory, WhatDoesNotFitIsToldSo) {
  if (!memory_can_be_bounded) GTEST_SKIP() << "sanitizers reserve more memory than any bound";
  std::string pattern = (std::filesystem::temp_directory_path() / "tdkt-memory-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const std::filesystem::path folder = pattern;
  std::ofstream(folder / "rules.tdkt") << "vocabulary \"v\"\n\nentity unit\nfact votes of unit: whole number, yearly\n";
  std::filesystem::create_directory(folder / "data");
  {
    std::ofstream file(folder / "data/unit.csv");
    file << "id,year,votes\n";
    for (int unit = 0; unit < 2'000'000; ++unit) file << 'U' << unit << ",2024," << unit << '\n';
  }
  const auto said = (folder / "said").string(), rules = (folder / "rules.tdkt").string(), data = (folder / "data").string();
  const pid_t child = fork();
  if (child == 0) {
    const rlimit most{std::size_t{96} << 20, std::size_t{96} << 20};
    if (!freopen(said.c_str(), "w", stderr) || !freopen("/dev/null", "w", stdout) || setrlimit(RLIMIT_AS, &most) != 0) _exit(99);
    const char* words[] = {"tdkt", "data", "check", data.c_str(), "--rules", rules.c_str(), "--threads", "1", "--language", "en"};
    const auto exit = static_cast<int>(run(10, words));
    fflush(stderr);
    _exit(exit);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  std::ostringstream text;
  text << std::ifstream(said).rdbuf();
  std::filesystem::remove_all(folder);
  EXPECT_TRUE(WIFEXITED(status)) << text.str();
  EXPECT_NE(text.str().find("E0915"), std::string::npos) << WEXITSTATUS(status) << text.str();
}

}  // namespace
}  // namespace tdkt::cli
