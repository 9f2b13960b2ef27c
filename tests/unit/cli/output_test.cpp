// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "values/unavailable.hpp"

namespace tdkt::cli {
namespace {

namespace fs = std::filesystem;

class Output : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "tdkt-output-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder = pattern;
  }
  void TearDown() override { fs::remove_all(folder); }

  static std::string contents(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
  }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }

  fs::path folder;
};

TEST_F(Output, WritesAllFilesAndMakesFolders) {
  write_files({{folder / "a/b/one", "1"}, {folder / "two", std::string(1 << 20, 'x')}});
  EXPECT_EQ(contents(folder / "a/b/one"), "1");
  EXPECT_EQ(contents(folder / "two").size(), std::size_t{1} << 20);
  write_files({{folder / "two", "2"}});
  EXPECT_EQ(contents(folder / "two"), "2");
}

// Pieces of every length, so that blocks end within them.
TEST_F(Output, ALongFileIsWhatWasPassedOn) {
  std::string expected;
  const auto write = [&](const Sink& sink) {
    for (std::size_t length = 1; expected.size() < (std::size_t{40} << 20); length = length * 3 % 5'000'011 + 1) {
      std::string piece(length, static_cast<char>('a' + length % 26));
      expected += piece;
      sink(piece);
    }
  };
  write_files({{folder / "long", std::function<void(const Sink&)>(write)}});
  EXPECT_TRUE(contents(folder / "long") == expected);
}

TEST_F(Output, ALongFileMayEndWithABlock) {
  const std::string text(std::size_t{16} << 20, 'x');
  write_files({{folder / "long", text}});
  EXPECT_TRUE(contents(folder / "long") == text);
}

TEST_F(Output, LeavesEverythingAsItWasWhereOneFileCannotBeWritten) {
  write_files({{folder / "first", "old"}});
  // A folder stands where a file should: its rename fails after the others were written.
  fs::create_directory(folder / "second");
  std::ofstream(folder / "second/inside") << "x";
  EXPECT_THROW(write_files({{folder / "first/below", "x"}, {folder / "third", "x"}}), values::Unavailable);
  EXPECT_THROW(write_files({{folder / "second", "new"}}), values::Unavailable);
  EXPECT_EQ(contents(folder / "first"), "old");
  EXPECT_EQ(files(), 2u) << "nothing half-written stays behind";
}

TEST_F(Output, AFullDiskIsNoticed) {
  std::FILE* full = std::fopen("/dev/full", "w");
  ASSERT_NE(full, nullptr);
  EXPECT_THROW(write_all(fileno(full), "something", "the disk"), values::Unavailable);
  std::fclose(full);
}

// Whoever interrupts a command finds what was there before, and nothing besides.
TEST_F(Output, AnInterruptedWriterLeavesNothingHalfWritten) {
  write_files({{folder / "old", "old"}});
  const pid_t child = fork();
  if (child == 0) {
    write_files({{folder / "old", std::function<void(const Sink&)>([](const Sink& sink) {
                    sink("half");
                    raise(SIGINT);
                  })}});
    _exit(0);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
  EXPECT_EQ(contents(folder / "old"), "old");
  EXPECT_EQ(files(), 1u);
}

}  // namespace
}  // namespace tdkt::cli
