// SPDX-License-Identifier: Apache-2.0
#include "mutations/wording.hpp"

#include <algorithm>

#include "typed/print.hpp"

namespace tdkt::mutations {

using grammar::Language;

namespace {

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const auto end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

using Words = std::vector<std::string_view>;

// A bracket that closes or opens outside the words is not theirs.
std::string without_loose_brackets(std::string text) {
  const auto count = [&](char sign) { return std::count(text.begin(), text.end(), sign); };
  while (text.size() > 1 && text.back() == ')' && count(')') > count('(')) text.pop_back();
  while (text.size() > 1 && text.front() == '(' && count('(') > count(')')) text.erase(0, 1);
  return text;
}

// A number stands for itself, words are quoted.
std::string quoted(Words::const_iterator begin, Words::const_iterator end) {
  std::string text;
  for (auto at = begin; at != end; ++at) text += (text.empty() ? "" : " ") + std::string(*at);
  text = without_loose_brackets(std::move(text));
  const bool number = end - begin == 1 && text.front() >= '0' && text.front() <= '9' &&
                      text.find_first_of("-/") == std::string::npos;
  return number ? text : "“" + text + "”";
}

std::string became(const std::string& before, const std::string& after, std::string_view verb) {
  const auto a = words_of(before), b = words_of(after);
  auto begin_a = a.begin(), begin_b = b.begin();
  auto end_a = a.end(), end_b = b.end();
  while (begin_a != end_a && begin_b != end_b && *begin_a == *begin_b) ++begin_a, ++begin_b;
  while (begin_a != end_a && begin_b != end_b && *(end_a - 1) == *(end_b - 1)) --end_a, --end_b;
  // Words that were only added or taken away need neighbours to stand with.
  if (begin_a == end_a || begin_b == end_b)
    for (int neighbours = 0; neighbours < 2; ++neighbours) {
      if (end_a != a.end()) ++end_a, ++end_b;
      else if (begin_a != a.begin()) --begin_a, --begin_b;
    }
  return quoted(begin_a, end_a) + " " + std::string(verb) + " " + quoted(begin_b, end_b);
}

}  // namespace

Phrase group_words(const typed::Criterion& criterion) {
  const auto count = std::to_string(criterion.at_least);
  switch (criterion.kind) {
    case typed::CriterionKind::any_of: return {"any of", "một trong các"};
    case typed::CriterionKind::at_least_n_of:
      return {"at least " + count + " of", "ít nhất " + count + " trong các điều kiện"};
    default: return {"all of", "tất cả các"};
  }
}

Phrase title_of(const typed::Title& title) { return {title.in(Language::english), title.in(Language::vietnamese)}; }

Phrase name_of(const columns::Name& name) { return {name.in(Language::english), name.in(Language::vietnamese)}; }

Phrase sentence_of(const typed::Program& program, const typed::Expression& expression,
                   std::optional<std::uint8_t> level) {
  return {typed::as_sentence(program, expression, Language::english, level),
          typed::as_sentence(program, expression, Language::vietnamese, level)};
}

Phrase labelled(const std::string& label, const Phrase& words) {
  return label.empty() ? words : Phrase(label + " " + words.english, label + " " + words.vietnamese);
}

Phrase sentence_of(const typed::Program& program, const typed::Criterion& criterion) {
  return labelled(criterion.label,
                  criterion.condition ? sentence_of(program, *criterion.condition) : group_words(criterion));
}

Phrase became(const Phrase& before, const Phrase& after) {
  return {became(before.english, after.english, "became"), became(before.vietnamese, after.vietnamese, "thành")};
}

Phrase became_whole(const Phrase& before, const Phrase& after) {
  return {"“" + before.english + "” became “" + after.english + "”",
          "“" + before.vietnamese + "” thành “" + after.vietnamese + "”"};
}

Phrase dropped(const Phrase& what) { return {what.english + " were dropped", "bỏ " + what.vietnamese}; }

}  // namespace tdkt::mutations
