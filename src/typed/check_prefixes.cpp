// SPDX-License-Identifier: Apache-2.0
// A declared phrase that begins with a keyword and goes on as another phrase (`không` + `bị kỷ luật`)
// can be read two ways. The reader considers both; the author may want to know.
#include <algorithm>
#include <unordered_set>

#include "diagnostics/kinds.hpp"
#include "syntax/parse.hpp"
#include "typed/check.hpp"

namespace tdkt::typed {

namespace {

constexpr Keyword leading[] = {Keyword::not_,      Keyword::none_,    Keyword::any_,    Keyword::all_,
                               Keyword::every,     Keyword::number_of, Keyword::share_of, Keyword::total,
                               Keyword::average,   Keyword::highest, Keyword::lowest,  Keyword::median};

class Prefixes {
 public:
  explicit Prefixes(Build& build) : build_(build) {}

  template <class Things>
  void add(const Things& things) {
    for (const auto& thing : things) add(thing.name);
  }
  void add(const columns::Name& name) {
    for (const auto& forms : name.forms)
      for (const auto& form : forms) phrases_.insert(phrase_key(form));
  }

  void add_values(const columns::Scale& scale) {
    for (const auto& value : scale.values) add(value);
  }

  // False: nothing to say of this form.
  bool check(const std::string& form, Language language, const Item& item, source::Span at) {
    const auto words = phrase_of(form);
    for (const auto keyword : leading)
      if (check_form(form, words, keyword, language, item, at)) return true;
    return false;
  }
  // One remark for a thing is enough, whatever its forms.
  void check(const columns::Name& name, const Item& item) {
    for (std::size_t side = 0; side < name.forms.size(); ++side)
      for (const auto& form : name.forms[side])
        if (check(form, static_cast<Language>(side), item, item.header().span)) return;
  }

 private:
  bool check_form(const std::string& form, const std::vector<std::string>& words, Keyword keyword, Language language,
                  const Item& item, source::Span at) {
    const auto& spellings = grammar::spelling_words(keyword, language);
    for (std::size_t i = 0; i < spellings.size(); ++i) {
      const auto& spelling = spellings[i];
      if (spelling.size() >= words.size() || !std::equal(spelling.begin(), spelling.end(), words.begin()))
        continue;
      const std::vector<std::string> rest(words.begin() + static_cast<std::ptrdiff_t>(spelling.size()), words.end());
      if (!is_phrase(rest, language)) continue;
      const auto text = text_of(after(syntax::words_of(form, language), spelling.size()));
      report(build_, item, Kind::begins_with_keyword, at,
             {form, grammar::spellings(keyword, language)[i], text});
      return true;
    }
    return false;
  }

  // A phrase, or one after a copula.
  bool is_phrase(const std::vector<std::string>& words, Language language) const {
    std::string key;
    for (const auto& word : words) key += (key.empty() ? "" : " ") + word;
    if (phrases_.count(key) > 0) return true;
    for (const auto& copula : grammar::spelling_words(Keyword::copula, language))
      if (copula.size() < words.size() && std::equal(copula.begin(), copula.end(), words.begin())) {
        std::string rest;
        for (std::size_t i = copula.size(); i < words.size(); ++i) rest += (rest.empty() ? "" : " ") + words[i];
        if (phrases_.count(rest) > 0) return true;
      }
    return false;
  }

  Build& build_;
  std::unordered_set<std::string> phrases_;
};

void check_line(Prefixes& prefixes, const Item& item, const Clause& line) {
  for (const auto& form : split_at(line.sentence, ","))
    if (prefixes.check(text_of(form), item.language, item, form.span)) return;
  if (!line.translation) return;
  for (const auto& form : line.translation->forms)
    if (prefixes.check(form.text, other(item.language), item, form.span)) return;
}

}  // namespace

void check_prefixes(Build& build) {
  Prefixes prefixes(build);
  prefixes.add(build.schema.facts);
  prefixes.add(build.schema.relations);
  prefixes.add(build.program.definitions);
  for (const auto& scale : build.schema.scales) prefixes.add_values(scale);

  for (const auto& item : build.items) {
    if (item->keyword != Keyword::scale && item->keyword != Keyword::kinds) continue;
    for (const auto& line : item->clauses) check_line(prefixes, item, line);
  }
  for (std::size_t i = 0; i < build.schema.facts.size(); ++i)
    prefixes.check(build.schema.facts[i].name, build.fact_items[i]);
  for (std::size_t i = 0; i < build.program.definitions.size(); ++i)
    prefixes.check(build.program.definitions[i].name, build.definition_items[i]);
}

}  // namespace tdkt::typed
