// SPDX-License-Identifier: Apache-2.0
#include "format/names.hpp"

#include <algorithm>

#include "grammar/spelling.hpp"
#include "syntax/words.hpp"
#include "typed/phrase.hpp"

namespace tdkt::format {

namespace {

// Both as declared and, of English nouns, in the plural and the singular.
std::vector<std::vector<std::string>> spellings_of(const std::string& form, bool english) {
  std::vector<std::vector<std::string>> all{typed::phrase_of(form)};
  if (!english || all.front().empty() || all.front().back().size() < 3) return all;
  auto other = all.front();
  auto& last = other.back();
  if (last.back() == 's') {
    last.pop_back();
    all.push_back(other);
  } else {
    last += 's';
    all.push_back(other);
    last.pop_back();
    if (last.back() == 'y') {
      last.back() = 'i';
      last += "es";
      all.push_back(other);
    }
  }
  return all;
}

bool is_capital(char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

// `LĐTT`, `CSTĐCS`: one word without a small letter of the alphabet.
bool is_abbreviation(const std::string& form) {
  return form.size() > 1 && std::all_of(form.begin(), form.end(), [](char c) { return is_capital(c) || (c >= '0' && c <= '9'); });
}

}  // namespace

std::optional<Form> form_among(const columns::Name& name, const syntax::Sentence& words) {
  std::optional<Form> found;
  const auto key_of_word = [](const syntax::Word& word) { return typed::phrase_key(word.text); };
  for (std::size_t at = 0; at < words.words.size();) {
    std::size_t longest = 0;
    std::optional<Form> here;
    for (const auto language : {Language::english, Language::vietnamese}) {
      const auto& forms = name.forms[static_cast<std::size_t>(language)];
      for (std::size_t i = 0; i < forms.size(); ++i) {
        const bool quoted = words.words[at].kind == syntax::WordKind::quoted;
        if (quoted && longest == 0 && key_of_word(words.words[at]) == typed::phrase_key(forms[i])) {
          longest = 1;
          here = Form{language, i};
        }
        for (const auto& phrase : spellings_of(forms[i], language == Language::english))
          if (phrase.size() > longest && syntax::stands_at(phrase, words, at)) {
            longest = phrase.size();
            here = Form{language, i};
          }
      }
    }
    if (here && found && !(*found == *here)) return std::nullopt;
    if (here) found = here;
    at += std::max<std::size_t>(longest, 1);
  }
  return found;
}

std::optional<Form> form_that_is(const columns::Name& name, const std::string& text) {
  const auto key = typed::phrase_key(text);
  for (const auto language : {Language::english, Language::vietnamese}) {
    const auto& forms = name.forms[static_cast<std::size_t>(language)];
    for (std::size_t i = 0; i < forms.size(); ++i)
      if (typed::phrase_key(forms[i]) == key) return Form{language, i};
  }
  return std::nullopt;
}

std::string answering(const columns::Name& name, Form written, Language to) {
  const auto& own = name.forms[static_cast<std::size_t>(written.language)][written.index];
  if (written.language == to) {
    // One that the other language would not tell from the first could not come back from there.
    const auto& others = name.forms[static_cast<std::size_t>(grammar::other(to))];
    const bool lost = to == Language::english && written.index >= others.size() && !others.empty() && !is_abbreviation(own);
    return lost ? name.forms[static_cast<std::size_t>(to)].front() : own;
  }
  const auto& forms = name.forms[static_cast<std::size_t>(to)];
  if (written.index < forms.size()) return forms[written.index];
  return forms.empty() || (written.index > 0 && is_abbreviation(own)) ? own : forms.front();
}

std::string in_list(const std::string& form) {
  const auto digit = [&](std::size_t i) { return i < form.size() && form[i] >= '0' && form[i] <= '9'; };
  bool quotes = form.empty();
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == ',' && !(i > 0 && digit(i - 1) && digit(i + 1))) quotes = true;
    if (form[i] == '#' && (i == 0 || form[i - 1] == ' ')) quotes = true;
  }
  return quotes ? "\"" + form + "\"" : form;
}

std::string in_header(const std::string& form, const std::vector<std::string>& ending_words) {
  const auto quoted = "\"" + form + "\"";
  if (in_list(form) == quoted || form.find_first_of(":;()") != std::string::npos) return quoted;
  for (const auto& word : typed::phrase_of(form))
    if (std::find(ending_words.begin(), ending_words.end(), word) != ending_words.end()) return quoted;
  return form;
}

}  // namespace tdkt::format
