// SPDX-License-Identifier: Apache-2.0
// Every file cases/**/*.case is a test: some files, commands on them, and what they print.
//
//   # Why the case is there, in prose.
//   === pack.tdkt                the lines below are written to this file
//   …
//   === odd.csv (bytes)          \xNN, \n, \t and \\ are decoded, line ends left away
//   === $ check pack.tdkt        the program is run in the folder of the files; below, what it says:
//   …                            standard output, then standard error
//   === exit 3                   its exit status, where it is not 0
//
// `@` at the beginning of an argument, and in what is printed, is the project's folder. A section
// `=== + out/verdicts.csv` behind a command holds a file that the command wrote.
// UPDATE_CASES=1 rewrites the expected parts; the difference is then reviewed like code.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path root = TDKT_SOURCE_DIR;

std::string contents(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

struct Section {
  std::string heading;  // behind `=== `; empty for the prose on top
  std::string body;
};

std::vector<Section> sections_of(const std::string& text) {
  std::vector<Section> sections{{}};
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.rfind("=== ", 0) == 0)
      sections.push_back({line.substr(4), {}});
    else
      sections.back().body += line + "\n";
  return sections;
}

std::string joined(const std::vector<Section>& sections) {
  std::string text;
  for (const auto& section : sections)
    text += (section.heading.empty() ? "" : "=== " + section.heading + "\n") + section.body;
  return text;
}

std::string decoded(const std::string& body) {
  std::string bytes;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] == '\n') continue;
    if (body[i] != '\\' || i + 1 == body.size()) {
      bytes += body[i];
      continue;
    }
    const char kind = body[++i];
    if (kind == 'x' && i + 2 < body.size()) {
      bytes += static_cast<char>(std::stoi(body.substr(i + 1, 2), nullptr, 16));
      i += 2;
    } else {
      bytes += kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind;
    }
  }
  return bytes;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// What the program prints and its exit status. `arguments` are split as a shell does.
std::pair<std::string, int> run(const fs::path& folder, std::string arguments) {
  replace_all(arguments, "@/", root.string() + "/");
  const auto output = folder / ".stdout", errors = folder / ".stderr";
  const std::string command = "cd '" + folder.string() + "' && LC_ALL=C.UTF-8 timeout 60 '" TDKT_PROGRAM "' " + arguments +
                              " > .stdout 2> .stderr < /dev/null";
  const int status = std::system(command.c_str());
  auto printed = contents(output) + contents(errors);
  if (!printed.empty() && printed.back() != '\n') printed += '\n';
  replace_all(printed, root.string() + "/", "@/");
  replace_all(printed, folder.string() + "/", "");
  fs::remove(output);
  fs::remove(errors);
  return {printed, WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

std::vector<Section> as_it_is(const std::vector<Section>& wanted, const fs::path& folder) {
  std::vector<Section> got;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto& section = wanted[i];
    const auto& heading = section.heading;
    if (heading.rfind("exit ", 0) == 0) continue;
    if (heading.rfind("+ ", 0) == 0) {
      got.push_back({heading, contents(folder / heading.substr(2))});
    } else if (heading.rfind("$ ", 0) == 0) {
      const auto [printed, status] = run(folder, heading.substr(2));
      // A blank line before the next section is the author's, for the eye.
      const bool spaced = section.body.size() > 1 && section.body.substr(section.body.size() - 2) == "\n\n";
      got.push_back({heading, printed + (spaced && (printed.size() < 2 || printed.substr(printed.size() - 2) != "\n\n") ? "\n" : "")});
      if (status != 0) {
        const bool was = i + 1 < wanted.size() && wanted[i + 1].heading.rfind("exit ", 0) == 0;
        got.push_back({"exit " + std::to_string(status), was ? wanted[i + 1].body : "\n"});
      }
    } else if (!heading.empty()) {
      const bool bytes = heading.size() > 8 && heading.substr(heading.size() - 8) == " (bytes)";
      const auto path = folder / (bytes ? heading.substr(0, heading.size() - 8) : heading);
      fs::create_directories(path.parent_path());
      std::ofstream(path, std::ios::binary) << (bytes ? decoded(section.body) : section.body);
      got.push_back(section);
    } else {
      got.push_back(section);
    }
  }
  return got;
}

class Case : public testing::TestWithParam<fs::path> {};

TEST_P(Case, SaysWhatItSaid) {
  const auto path = root / "tests/cases" / GetParam();
  const auto wanted = sections_of(contents(path));
  std::string pattern = (fs::temp_directory_path() / "tdkt-case-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const fs::path folder = pattern;
  const auto got = as_it_is(wanted, folder);
  fs::remove_all(folder);
  if (std::getenv("UPDATE_CASES")) std::ofstream(path, std::ios::binary) << joined(got);
  else EXPECT_EQ(joined(got), joined(wanted)) << path;
}

// What is judged by records in a folder is judged alike by a snapshot of them.
TEST_P(Case, JudgesASnapshotAlike) {
  const auto sections = sections_of(contents(root / "tests/cases" / GetParam()));
  std::string pattern = (fs::temp_directory_path() / "tdkt-case-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  const fs::path folder = pattern;
  std::vector<Section> files;
  for (const auto& section : sections)
    if (section.heading.rfind("$ ", 0) != 0 && section.heading.rfind("exit ", 0) != 0 && section.heading.rfind("+ ", 0) != 0)
      files.push_back(section);
  as_it_is(files, folder);
  const auto option = [](const std::string& arguments, const std::string& name) {
    const auto at = arguments.find(name + " ");
    return at == arguments.npos ? "" : arguments.substr(at, arguments.find(' ', at + name.size() + 1) - at);
  };
  for (const auto& section : sections) {
    auto arguments = section.heading.substr(std::min<std::size_t>(2, section.heading.size()));
    const auto data = option(arguments, "--data");
    if (section.heading.rfind("$ ", 0) != 0 || data.empty() || option(arguments, "--rules").empty()) continue;
    std::string keep = "data snapshot" + data.substr(data.find(' ')) + " --out kept.snapshot";
    for (std::size_t at = 0; (at = arguments.find("--rules ", at)) != arguments.npos; ++at)
      keep += " " + option(arguments.substr(at), "--rules");
    if (arguments.find("--lenient") != arguments.npos) keep += " --lenient";
    if (run(folder, keep).second != 0) continue;  // records with mistakes are not kept
    const auto from_folder = run(folder, arguments);
    replace_all(arguments, data, "--data kept.snapshot");
    const auto from_snapshot = run(folder, arguments);
    EXPECT_EQ(from_snapshot.second, from_folder.second) << arguments;
    // What is doubtful about the tables, told behind the verdicts, is told when they are read.
    EXPECT_EQ(from_snapshot.first, from_folder.first.substr(0, from_snapshot.first.size())) << arguments;
  }
  fs::remove_all(folder);
}

std::vector<fs::path> all_cases() {
  std::vector<fs::path> cases;
  for (const auto& entry : fs::recursive_directory_iterator(root / "tests/cases"))
    if (entry.path().extension() == ".case") cases.push_back(fs::relative(entry.path(), root / "tests/cases"));
  std::sort(cases.begin(), cases.end());
  return cases;
}

INSTANTIATE_TEST_SUITE_P(Cases, Case, testing::ValuesIn(all_cases()), [](const auto& test) {
  auto name = test.param.string();
  std::replace_if(name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
  return name;
});
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(Case);

}  // namespace
