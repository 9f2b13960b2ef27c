// SPDX-License-Identifier: Apache-2.0
// Records that are larger than the memory are told so ("E0915") and not a crash.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/app.hpp"

namespace tdkt::cli {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memory_can_be_bounded = false;  // sanitizers reserve more than any bound
#else
constexpr bool memory_can_be_bounded = true;
#endif

class Memory : public testing::Test {
 protected:
  void SetUp() override {
    if (!memory_can_be_bounded) GTEST_SKIP() << "sanitizers reserve more memory than any bound";
    std::string pattern = (std::filesystem::temp_directory_path() / "tdkt-memory-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder = pattern;
    std::ofstream(folder / "rules.tdkt") << "vocabulary \"v\"\n\nentity unit\nfact votes of unit: whole number, yearly\n";
    std::filesystem::create_directory(folder / "data");
    std::ofstream file(folder / "data/unit.csv");
    file << "id,year,votes\n";
    for (int unit = 0; unit < 2'000'000; ++unit) file << 'U' << unit << ",2024," << unit << '\n';
  }
  void TearDown() override {
    if (!folder.empty()) std::filesystem::remove_all(folder);
  }

  // What `data check` says on standard error in a process of its own.
  std::string said(std::vector<std::string> more, std::optional<rlim_t> bound) const {
    const auto file = (folder / "said").string();
    std::vector<std::string> words{"tdkt", "data", "check", (folder / "data").string(), "--rules",
                                   (folder / "rules.tdkt").string(), "--language", "en"};
    words.insert(words.end(), more.begin(), more.end());
    const pid_t child = fork();
    if (child == 0) {
      std::vector<const char*> all;
      for (const auto& word : words) all.push_back(word.c_str());
      const rlimit most{bound.value_or(0), bound.value_or(0)};
      if (!freopen(file.c_str(), "w", stderr) || !freopen("/dev/null", "w", stdout)) _exit(99);
      if (bound && setrlimit(RLIMIT_AS, &most) != 0) _exit(99);
      const auto exit = static_cast<int>(run(static_cast<int>(all.size()), all.data()));
      fflush(stderr);
      _exit(exit);
    }
    int status = 0;
    EXPECT_EQ(waitpid(child, &status, 0), child);
    EXPECT_TRUE(WIFEXITED(status));
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
  }

  std::filesystem::path folder;
};

TEST_F(Memory, WhatDoesNotFitIsToldSo) {
  EXPECT_NE(said({"--threads", "1"}, rlim_t{96} << 20).find("E0915"), std::string::npos);
}

TEST_F(Memory, ALimitThatIsReachedIsToldSo) {
  for (const auto* threads : {"1", "2"})
    EXPECT_NE(said({"--threads", threads, "--memory-limit", "60M"}, std::nullopt).find("E0927"), std::string::npos) << threads;
  EXPECT_EQ(said({"--memory-limit", "2G"}, std::nullopt), "");
  EXPECT_NE(said({"--memory-limit", "much"}, std::nullopt).find("E0907"), std::string::npos);
}

}  // namespace
}  // namespace tdkt::cli
