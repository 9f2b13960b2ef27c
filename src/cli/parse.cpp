// SPDX-License-Identifier: Apache-2.0
// The only file that sees CLI11. What is wrong is told in our own words, in the reader's language,
// with the nearest word that would have been right.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <map>
#include <span>

#include "cli/arguments.hpp"
#include "cli/command.hpp"
#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"

namespace tdkt::cli {

namespace {

using diagnostics::Diagnostics;
using diagnostics::Kind;
using diagnostics::Phrase;

void add_option(CLI::App& app, Option option, Arguments& to) {
  const std::string name(name_of(option));
  const auto last = CLI::MultiOptionPolicy::TakeLast;
  switch (option) {
    case Option::rules: app.add_option(name, to.rules)->allow_extra_args(false); break;
    case Option::award: app.add_option(name, to.awards)->allow_extra_args(false); break;
    case Option::data: app.add_option(name, to.data)->multi_option_policy(last); break;
    case Option::years: app.add_option(name, to.years)->multi_option_policy(last); break;
    case Option::out: app.add_option(name, to.out)->multi_option_policy(last); break;
    case Option::format: app.add_option(name, to.format)->multi_option_policy(last); break;
    case Option::threads: app.add_option(name, to.threads)->multi_option_policy(last); break;
    case Option::lenient: app.add_flag(name, to.lenient); break;
    case Option::strict: app.add_flag(name, to.strict); break;
    case Option::check: app.add_flag(name, to.check); break;
    case Option::to: app.add_option(name, to.to)->multi_option_policy(last); break;
    case Option::together: app.add_flag(name, to.together); break;
    case Option::mutate: app.add_flag(name, to.mutate); break;
    case Option::coverage: app.add_flag(name, to.coverage); break;
    case Option::coverage_html: app.add_option(name, to.coverage_html)->multi_option_policy(last); break;
    case Option::fix: app.add_flag(name, to.fix); break;
    case Option::dry_run: app.add_flag(name, to.dry_run); break;
    case Option::junit: app.add_option(name, to.junit)->multi_option_policy(last); break;
    case Option::criterion: app.add_option(name, to.criterion)->multi_option_policy(last); break;
    case Option::sentence: app.add_option(name, to.sentence)->multi_option_policy(last); break;
    case Option::entity: app.add_option(name, to.entity)->multi_option_policy(last); break;
    case Option::entities: app.add_option(name, to.entities)->multi_option_policy(last); break;
    case Option::accept: app.add_flag(name, to.accept); break;
    case Option::files: app.add_option(name, to.files)->multi_option_policy(last); break;
    case Option::stats: app.add_flag(name, to.stats); break;
    case Option::memory_limit: app.add_option(name, to.memory_limit)->multi_option_policy(last); break;
  }
}

void suggest_nearest(diagnostics::Diagnostic& diagnostic, const std::string& word, const std::vector<std::string>& from) {
  for (const auto& near : grammar::nearest(word, from, 2))
    diagnostic.suggest({"did you mean '" + near + "'?", "có phải ý bạn là '" + near + "'?"});
}

void note_help(diagnostics::Diagnostic& diagnostic, const std::string& command) {
  const auto asked = command.empty() ? "tdkt --help" : "tdkt " + command + " --help";
  diagnostic.note({"see " + asked, "xem " + asked});
}

// The words of a command line: its commands as the library sees them.
struct Line {
  CLI::App app{"tdkt"};
  Arguments arguments;
  std::string language;
  std::map<std::string, CLI::App*> nodes;  // by the command's words

  void add_common(CLI::App& node) {
    node.set_help_flag();
    node.allow_extras();
    node.require_subcommand(0, 1);  // a later word may be called like another command
    node.add_flag("-h,--help", arguments.help);
    node.add_option("--language", language)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  }

  Line() {
    add_common(app);
    app.add_flag("--version", arguments.version);
    for (const auto& command : commands()) {
      auto* node = &app;
      std::string words;
      for (std::string_view rest = command.name; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string word(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        words += (words.empty() ? "" : " ") + word;
        if (!nodes.contains(words)) {
          nodes[words] = node->add_subcommand(word);
          add_common(*nodes[words]);
        }
        node = nodes[words];
      }
      for (const auto option : command.options) add_option(*node, option, arguments);
    }
  }

  const CLI::App& deepest() {
    const CLI::App* node = &app;
    for (auto chosen = node->get_subcommands(); !chosen.empty(); chosen = node->get_subcommands()) {
      node = chosen.front();
      arguments.commands.push_back(node->get_name());
    }
    return *node;
  }

  std::string command_words() const {
    std::string words;
    for (const auto& word : arguments.commands) words += (words.empty() ? "" : " ") + word;
    return words;
  }

  std::vector<std::string> option_names(const CLI::App& node) const {
    std::vector<std::string> names;
    for (const auto* option : node.get_options())
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    if (&node == &app) names.emplace_back("--version");
    return names;
  }

  // A word where a command should stand.
  bool is_unknown_command(const CLI::App& node, Diagnostics& diagnostics) const {
    const auto commands_here = node.get_subcommands({});
    const auto rest = node.remaining(true);
    if (commands_here.empty() || rest.empty() || rest.front().starts_with('-')) return false;
    std::vector<std::string> names;
    for (const auto* command : commands_here) names.push_back(command->get_name());
    auto& diagnostic = diagnostics.report_general(Kind::unknown_command, {rest.front()});
    suggest_nearest(diagnostic, rest.front(), names);
    note_help(diagnostic, command_words());
    return true;
  }

  // What the library did not know: words are positionals, and what begins with a dash is a mistake.
  void take_extras(const CLI::App& node, Diagnostics& diagnostics) {
    for (const auto& word : node.remaining(true)) {
      if (word.size() < 2 || word[0] != '-') {
        arguments.positionals.push_back(word);
        continue;
      }
      const auto option = word.substr(0, word.find('='));
      auto& diagnostic = diagnostics.report_general(Kind::unknown_option, {option});
      suggest_nearest(diagnostic, option, option_names(node));
      note_help(diagnostic, command_words());
    }
  }

  void take_language(Diagnostics& diagnostics) {
    if (language.empty()) return;
    if (language != "en" && language != "vi") {
      diagnostics.report_general(Kind::not_a_choice, {language, "--language", Phrase("en or vi", "en hoặc vi")});
      return;
    }
    arguments.language = language == "vi" ? grammar::Language::vietnamese : grammar::Language::english;
  }
};

}  // namespace

std::string_view name_of(Option option) {
  switch (option) {
    case Option::rules: return "--rules";
    case Option::data: return "--data";
    case Option::years: return "--for";
    case Option::award: return "--award";
    case Option::out: return "--out";
    case Option::format: return "--format";
    case Option::lenient: return "--lenient";
    case Option::strict: return "--strict";
    case Option::check: return "--check";
    case Option::to: return "--to";
    case Option::threads: return "--threads";
    case Option::together: return "--together";
    case Option::mutate: return "--mutate";
    case Option::coverage: return "--coverage";
    case Option::coverage_html: return "--coverage-html";
    case Option::fix: return "--fix";
    case Option::dry_run: return "--dry-run";
    case Option::junit: return "--junit";
    case Option::criterion: return "--criterion";
    case Option::sentence: return "--sentence";
    case Option::entity: return "--for-entity";
    case Option::entities: return "--entities";
    case Option::accept: return "--accept";
    case Option::files: return "--files";
    case Option::stats: return "--stats";
    case Option::memory_limit: return "--memory-limit";
  }
  return {};
}

Parsed parse(int count, const char* const* words) {
  Line line;
  Diagnostics diagnostics;
  // What follows `--` are words, whatever they begin with.
  const std::span all(words, static_cast<std::size_t>(count));
  const auto dashes = std::find(all.begin(), all.end(), std::string_view("--"));
  try {
    line.app.parse(static_cast<int>(dashes - all.begin()), words);
  } catch (const CLI::ParseError& error) {
    // The one mistake that is left to the library: an option at the end without its value.
    const std::string said = error.what();
    diagnostics.report_general(Kind::option_without_value, {said.substr(0, said.find(':'))});
    return diagnostics;
  }
  const auto& node = line.deepest();
  if (line.is_unknown_command(node, diagnostics)) return diagnostics;
  line.take_extras(node, diagnostics);
  if (dashes != all.end()) line.arguments.positionals.insert(line.arguments.positionals.end(), dashes + 1, all.end());
  line.take_language(diagnostics);
  if (!diagnostics.empty()) return diagnostics;
  return std::move(line.arguments);
}

}  // namespace tdkt::cli
