// SPDX-License-Identifier: Apache-2.0
// Input that nobody wrote in good faith: the program answers each with a message and the right exit
// status, in bounded time, and never by a crash.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;
const fs::path root = TDKT_SOURCE_DIR;

constexpr auto header = "pack \"P\"\n  version \"1\"\n  in force from 2020-01-01\n  uses vocabulary \"emulation\"\n\n";

class Hostile : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "tdkt-hostile-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder = pattern;
  }
  void TearDown() override { fs::remove_all(folder); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const auto path = folder / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return "'" + path.string() + "'";
  }

  // Seconds before a run counts as a hang; a sanitizer slows it down manyfold.
#ifdef __SANITIZE_ADDRESS__
  static inline const std::string patience = "600";
#else
  static inline const std::string patience = "60";
#endif

  // The exit status; 124 where it took too long, above 128 where it crashed.
  int run(const std::string& arguments, const std::string& to = "") {
    const auto output = to.empty() ? (folder / "said").string() : to;
    const int status = std::system(("LC_ALL=C.UTF-8 timeout " + patience + " '" TDKT_PROGRAM "' " + arguments + " > '" + output + "' 2> '" +
                                    (folder / "errors").string() + "' < /dev/null").c_str());
    std::ostringstream text;
    if (to.empty()) text << std::ifstream(output).rdbuf();
    text << std::ifstream(folder / "errors").rdbuf();
    said = text.str();
    return WIFEXITED(status) ? WEXITSTATUS(status) : 255;
  }
  int check(const std::string& file) { return run("check " + vocabulary + " " + file); }

  fs::path folder;
  std::string said;
  const std::string vocabulary = "'" + (root / "rules/vocabulary").string() + "'";
  const std::string rules = "'" + (root / "rules/nam-dinh-general-bloc-2021/en").string() + "'";
  const std::string data = "'" + (root / "rules/nam-dinh-general-bloc-2021/data").string() + "'";
};

TEST_F(Hostile, AnEmptyFile) {
  EXPECT_EQ(check(write("empty.tdkt", "")), 3);
  EXPECT_NE(said.find("empty.tdkt"), std::string::npos) << said;
}

TEST_F(Hostile, BinaryBytes) {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 37 % 256);
  EXPECT_EQ(check(write("binary.tdkt", bytes)), 3);
  EXPECT_NE(said.find("error["), std::string::npos) << said;
}

TEST_F(Hostile, InvalidUtf8) {
  EXPECT_EQ(check(write("bad.tdkt", std::string(header) + "award \"\xC3\x28\" for a unit, every year\n")), 3);
  EXPECT_NE(said.find("bad.tdkt:6:"), std::string::npos) << said;
}

TEST_F(Hostile, TenMegabytesOfBrackets) {
  EXPECT_EQ(check(write("brackets.tdkt", std::string(10'000'000, '('))), 3);
  EXPECT_EQ(check(write("inside.tdkt", std::string(header) + "award \"A\" for a unit, every year\n  require " +
                                           std::string(900'000, '(') + "\n")), 3);
  EXPECT_LT(said.size(), 100'000u) << "a long line is cut in the message";
}

TEST_F(Hostile, DeepNesting) {
  const int depth = 100'000;
  std::string sentence(depth, '(');
  sentence += "task rating is excellent" + std::string(depth, ')');
  EXPECT_EQ(check(write("deep.tdkt", std::string(header) + "award \"A\" for a unit, every year\n  require " + sentence + "\n")), 3);
  std::string groups = std::string(header) + "award \"A\" for a unit, every year\n  require any of:\n";
  for (int i = 0; i < depth; ++i) groups += "  a) any of:\n";
  EXPECT_EQ(check(write("groups.tdkt", groups)), 3);
  std::string nots = std::string(header) + "award \"A\" for a unit, every year\n  require ";
  for (int i = 0; i < depth; ++i) nots += "not ";
  EXPECT_EQ(check(write("nots.tdkt", nots + "task rating is excellent\n")), 3);
}

TEST_F(Hostile, AMistakeOnEachOfManyLines) {
  std::string many = std::string(header) + "award \"A\" for a unit, every year\n";
  for (int i = 0; i < 5'000; ++i) many += "  require task ratin is excellent\n";
  EXPECT_EQ(check(write("many.tdkt", many)), 3);
  // Each of another kind and other words.
  std::string mixed = std::string(header) + "award \"A\" for a unit, every year\n";
  const char* slips[] = {"tsk ratng %", "at least 70% of staf % achieve advanced labourer", "no staff is disciplind %", "votes is known known",
                         "10 - 2 late reports % is at least 3"};
  for (int i = 0; i < 5'000; ++i) {
    std::string line = slips[i % 5];
    if (const auto gap = line.find(" %"); gap != std::string::npos) line.replace(gap, 2, std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i));
    mixed += "  require " + line + "\n";
  }
  EXPECT_EQ(check(write("mixed.tdkt", mixed)), 3);
  std::string titles = header;
  for (int i = 0; i < 2'000; ++i)
    titles += "award \"The Award " + std::to_string(i) + "\" for a unit, every year\n  require is eligible for \"The Awerd " + std::to_string(i) + "\"\n";
  EXPECT_EQ(check(write("titles.tdkt", titles)), 3);
}

TEST_F(Hostile, AFileOfTwoGigabytes) {
  write("huge.tdkt", "x");
  fs::resize_file(folder / "huge.tdkt", std::uintmax_t{2} << 30);  // sparse
  EXPECT_EQ(check("'" + (folder / "huge.tdkt").string() + "'"), 3);
  EXPECT_NE(said.find("huge.tdkt"), std::string::npos) << said;
}

TEST_F(Hostile, ALineBeyondTheLimit) {
  EXPECT_EQ(check(write("line.tdkt", "# " + std::string(5'000'000, 'a') + "\n")), 3);
}

TEST_F(Hostile, ATableOfTenThousandColumns) {
  std::string first = "unit", second = "U1";
  for (int i = 0; i < 10'000; ++i) first += ",column " + std::to_string(i), second += ",1";
  write("wide/unit.csv", first + "\n" + second + "\n");
  EXPECT_EQ(run("data check " + vocabulary + " '" + (folder / "wide").string() + "'"), 4) << said;
  EXPECT_LT(said.size(), 200'000u);
}

TEST_F(Hostile, ATableThatIsNotOne) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>(i * 97 % 256);
  write("odd/person.csv", bytes);
  write("odd/unit.csv", "\"id\nnever closed");
  EXPECT_EQ(run("eval --rules " + rules + " --data '" + (folder / "odd").string() + "' --for 2021"), 4) << said;
}

TEST_F(Hostile, AFolderThatIsMissing) {
  EXPECT_EQ(run("eval --rules " + rules + " --data '" + (folder / "nowhere").string() + "' --for 2021"), 5) << said;
  EXPECT_EQ(run("check '" + (folder / "nowhere").string() + "'"), 5) << said;
}

TEST_F(Hostile, AnOutputThatCannotBeWritten) {
  write("file", "x");
  EXPECT_EQ(run("eval --rules " + rules + " --data " + data + " --for 2021 --out '" + (folder / "file/out").string() + "'"), 5) << said;
  EXPECT_EQ(run("eval --rules " + rules + " --data " + data + " --for 2021 --out /proc/nowhere"), 5) << said;
}

TEST_F(Hostile, AFullDisk) {
  EXPECT_EQ(run("eval --rules " + rules + " --data " + data + " --for 2021", "/dev/full"), 5) << said;
  EXPECT_EQ(run("check " + rules + " --format json", "/dev/full"), 5) << said;
  EXPECT_EQ(run("--help", "/dev/full"), 5) << said;
}

TEST_F(Hostile, WrongUsage) {
  for (const char* arguments : {"", "evla", "eval", "eval --rules", "eval --wrong", "why", "check", "check --format yaml x",
                                "eval --rules x --data y --for yesterday", "check --language fr x"})
    EXPECT_EQ(run(arguments), 2) << arguments << "\n" << said;
}

}  // namespace
